using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides the authentication of the security schemes that operations need.</summary>
internal static class ServerSecurities
{
    public static IEnumerable<Declaration> Of(ApiModel api, string apiName, ImmutableArray<OperationPlan> plans, NameTable table)
    {
        var names = SecuritySchemeNames.Of(api);
        var used = plans.SelectMany(plan => plan.Operation.Security).SelectMany(requirement => requirement.Schemes).Select(scheme => scheme.Scheme).ToHashSet();
        var schemes = ImmutableArray.CreateBuilder<ServerScheme>();
        foreach (var scheme in api.SecuritySchemes.Where(scheme => used.Contains(scheme.Name) && names.ContainsKey(scheme.Name)))
        {
            var name = names[scheme.Name];
            var handler = table.Add($"the authentication of {scheme.Name}", "authentication " + scheme.Name, $"{name}AuthenticationHandler", $"{name}SchemeAuthenticationHandler");
            schemes.Add(new ServerScheme("Add" + name, handler, Literal.Text(scheme.Name), MarkdownText.Encode(scheme.Name)));
            yield return new ServerAuthentication(
                Files.NameOf("Server", handler),
                SecuritySchemeNames.DocumentationOf(scheme, $"Authenticates callers by the security scheme '{scheme.Name}': "),
                handler,
                FindOf(scheme),
                scheme is SecurityScheme.ApiKey ? null : Literal.Text(SecuritySchemeNames.AuthorizationOf(scheme)));
        }

        if (schemes.Count > 0)
        {
            var extensions = table.Add("the registration of security schemes", "security", $"{apiName}AuthenticationExtensions");
            yield return new ServerSecurity(Files.NameOf("Server", extensions), extensions, schemes.ToImmutable());
        }
    }

    private static string FindOf(SecurityScheme scheme) => scheme is SecurityScheme.ApiKey key
        ? $"From{key.Location}({Literal.Text(key.ParameterName)})"
        : $"FromAuthorization({Literal.Text(SecuritySchemeNames.AuthorizationOf(scheme))})";
}
