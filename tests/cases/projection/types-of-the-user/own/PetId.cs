namespace Shop;

/// <summary>Tells which pet is meant.</summary>
/// <param name="Number">The number of the pet.</param>
public readonly record struct PetId(int Number);
