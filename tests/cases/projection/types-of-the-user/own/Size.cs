namespace Shop;

/// <summary>How large a pet is.</summary>
public sealed record Size(int Width, int Height);
