namespace SyncGen.Projection;

/// <summary>A value that is checked, as an expression.</summary>
/// <param name="Text">The expression.</param>
/// <param name="IsNullable">It may be null, which breaks no constraint.</param>
internal readonly record struct CheckedValue(string Text, bool IsNullable)
{
    /// <summary>The parameter of a function that is only called with values.</summary>
    public static CheckedValue Given { get; } = new("value", IsNullable: false);

    /// <summary>A member of the value; null where the value is.</summary>
    public string Member(string name) => $"{Text}{(IsNullable ? "?" : "")}.{name}";
}
