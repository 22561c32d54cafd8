namespace SyncGen.Projection;

/// <summary>A default of the contract as C# writes it.</summary>
/// <param name="Text">The expression: <c>10</c>, <c>new Settings { Limit = 10 }</c>.</param>
/// <param name="Usings">The namespaces of the types that it names.</param>
internal sealed record DefaultExpression(string Text, ImmutableArray<string> Usings)
{
    public static DefaultExpression? Of(string? text, params ImmutableArray<string> usings) => text is null ? null : new DefaultExpression(text, usings);
}
