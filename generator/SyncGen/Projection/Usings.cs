namespace SyncGen.Projection;

/// <summary>The using directives of a file.</summary>
internal static class Usings
{
    /// <summary>Each namespace once, System first, then by name.</summary>
    public static ImmutableArray<string> Of(params IEnumerable<string> namespaces) =>
    [
        .. namespaces
            .Distinct(StringComparer.Ordinal)
            .OrderBy(name => name != "System" && !name.StartsWith("System.", StringComparison.Ordinal))
            .ThenBy(name => name, StringComparer.Ordinal),
    ];
}
