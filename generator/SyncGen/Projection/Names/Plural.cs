namespace SyncGen.Projection;

/// <summary>The singular of an English plural at the end of a PascalCase name.</summary>
internal static class Plural
{
    private static readonly ImmutableArray<(string Plural, string Singular)> Irregular =
    [
        ("People", "Person"),
        ("Children", "Child"),
        ("Men", "Man"),
        ("Indices", "Index"),
        ("Vertices", "Vertex"),
        ("Matrices", "Matrix"),
        ("Criteria", "Criterion"),
        ("Analyses", "Analysis"),
        ("Aliases", "Alias"),
        ("Statuses", "Status"),
        ("Buses", "Bus"),
        ("Movies", "Movie"),
        ("Cookies", "Cookie"),
    ];

    /// <summary>Words that end like a plural and are none, or have no singular of their own.</summary>
    private static readonly ImmutableArray<string> Invariant =
        ["News", "Series", "Species", "Status", "Alias", "Canvas", "Address", "Https", "Dns", "Sms", "Gps", "Aws", "Os", "Lens", "Bus", "Bias", "Gas", "Kubernetes"];

    /// <summary><c>GetSyncResponseRooms</c> is <c>GetSyncResponseRoom</c>; null when the name is no plural.</summary>
    public static string? ToSingular(string name)
    {
        foreach (var (plural, singular) in Irregular)
        {
            if (name.EndsWith(plural, StringComparison.Ordinal))
                return name[..^plural.Length] + singular;
        }

        if (name.Length < 3 || !name.EndsWith('s') || Invariant.Any(word => name.EndsWith(word, StringComparison.Ordinal)))
            return null;
        if (name.EndsWith("ies", StringComparison.Ordinal) && name.Length > 4)
            return name[..^3] + "y";
        if (EndsWithAny(name, "sses", "shes", "ches", "xes", "zes", "oes"))
            return name[..^2];
        return EndsWithAny(name, "ss", "us", "is", "As") ? null : name[..^1];
    }

    private static bool EndsWithAny(string name, params ReadOnlySpan<string> endings)
    {
        foreach (var ending in endings)
        {
            if (name.EndsWith(ending, StringComparison.Ordinal))
                return true;
        }

        return false;
    }
}
