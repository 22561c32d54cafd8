namespace Shop;

/// <summary>An amount in a currency.</summary>
public readonly record struct Money(long Amount, string Currency);
