using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The C# names of the security schemes that carry a credential: <c>accessToken</c> is <c>AccessToken</c>.</summary>
internal static class SecuritySchemeNames
{
    public static ImmutableDictionary<string, string> Of(ApiModel api)
    {
        var table = new NameTable(StringComparer.OrdinalIgnoreCase);
        foreach (var taken in new[] { "BaseAddress", "Timeout", "MaxResponseBytes", "MaxErrorBodyBytes", "DefaultBaseAddress", "ServerAddress", "WithTimeout", "CreateHttpClient" })
            table.TryAdd(taken, "");
        var names = ImmutableDictionary.CreateBuilder<string, string>();
        foreach (var scheme in api.SecuritySchemes.Where(scheme => scheme is not SecurityScheme.MutualTls))
        {
            var name = Identifier.PascalCase(scheme.Name, "Scheme");
            names.Add(scheme.Name, table.Add(scheme.Name, scheme.Name, ReservedNames.IsMember(name) ? name + "Scheme" : name, name + "Credential"));
        }

        return names.ToImmutable();
    }

    /// <summary>Lines that say what the credential is, then what the contract says of it.</summary>
    public static ImmutableArray<string> DocumentationOf(SecurityScheme scheme, string prefix) =>
        DocComment.Of(Sentence(prefix, Describe(scheme)) + (scheme.Description is { } description ? $"\n\n{description}" : ""), scheme.Name);

    private static string Sentence(string prefix, string text) => prefix.Length == 0 ? text : prefix + char.ToLowerInvariant(text[0]) + text[1..];

    /// <summary>What the credential is, in a sentence.</summary>
    private static string Describe(SecurityScheme scheme) => scheme switch
    {
        SecurityScheme.ApiKey { Location: ParameterLocation.Query } key => $"The API key in the query parameter '{key.ParameterName}'.",
        SecurityScheme.ApiKey key => $"The API key in the {key.Location.ToString().ToLowerInvariant()} '{key.ParameterName}'.",
        SecurityScheme.Http { Scheme: "basic" } => "The user name and password of HTTP basic authentication.",
        SecurityScheme.Http { Scheme: "bearer" } or SecurityScheme.Token => "The bearer token.",
        SecurityScheme.Http http => $"The credential of the HTTP authentication scheme '{http.Scheme}'.",
        _ => scheme.Name,
    };

    /// <summary>The name of an HTTP authentication scheme as headers write it.</summary>
    public static string AuthorizationOf(SecurityScheme scheme) => scheme switch
    {
        SecurityScheme.Http { Scheme: "basic" } => "Basic",
        SecurityScheme.Http { Scheme: "bearer" } or SecurityScheme.Token => "Bearer",
        SecurityScheme.Http { Scheme: "digest" } => "Digest",
        SecurityScheme.Http http => http.Scheme,
        _ => "Bearer",
    };
}
