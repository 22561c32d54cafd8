namespace Shop;

/// <summary>A word that is attached to something.</summary>
/// <param name="Word">The word.</param>
public sealed record Tag(string Word);
