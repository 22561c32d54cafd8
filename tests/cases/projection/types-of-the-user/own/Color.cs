namespace Shop;

/// <summary>The color of a pet.</summary>
public enum Color
{
    /// <summary>Black.</summary>
    Black,

    /// <summary>White.</summary>
    White,
}
