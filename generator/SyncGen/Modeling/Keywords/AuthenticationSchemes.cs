namespace SyncGen.Modeling;

/// <summary>The authentication schemes of HTTP that IANA has registered.</summary>
internal static class AuthenticationSchemes
{
    private static readonly string[] Registered =
        ["basic", "bearer", "concealed", "digest", "dpop", "gnap", "hoba", "mutual", "negotiate", "oauth", "privatetoken", "scram-sha-1", "scram-sha-256", "vapid"];

    /// <summary>The scheme that is meant by a name that is nearly one, or begins as one; null where the name is a scheme, or something else.</summary>
    public static string? MeantBy(string name)
    {
        var lower = name.Trim().ToLowerInvariant();
        return Registered.Contains(lower) ? null
            : Registered.FirstOrDefault(scheme => scheme.Length > 4 && lower.StartsWith(scheme, StringComparison.Ordinal)) ?? Spelling.Nearest(lower, Registered);
    }
}
