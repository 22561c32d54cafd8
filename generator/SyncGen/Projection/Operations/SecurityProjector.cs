using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides the constants of security schemes whose tokens a provider issues: names, flows, URLs, scopes.</summary>
internal static class SecurityProjector
{
    /// <param name="folder">Where the file goes.</param>
    public static IEnumerable<Declaration> Of(ApiModel api, string apiName, string folder, NameTable table)
    {
        var names = SecuritySchemeNames.Of(api);
        var schemes = api.SecuritySchemes.OfType<SecurityScheme.Token>().ToImmutableArray();
        if (schemes.IsEmpty)
            yield break;
        var name = table.Add("the constants of security schemes", "security constants", $"{apiName}Security", $"{apiName}ApiSecurity");
        yield return new SecurityConstants(Files.NameOf(folder, name), name, [.. schemes.Select(scheme => SchemeOf(scheme, names[scheme.Name], name))]);
    }

    private static ConstantGroup SchemeOf(SecurityScheme.Token scheme, string name, string outer)
    {
        var constants = ImmutableArray.CreateBuilder<Constant>();
        constants.Add(new Constant(["<summary>The name of the security scheme.</summary>"], "Scheme", Literal.Text(scheme.Name)));
        if (scheme.DiscoveryUrl is { } url)
            constants.Add(new Constant(["<summary>The URL of the provider's metadata. A relative one is relative to the server.</summary>"], scheme.IsOpenIdConnect ? "OpenIdConnectUrl" : "MetadataUrl", Literal.Text(url)));
        var groups = scheme.Flows.Select(FlowOf).ToList();
        if (ScopesOf(scheme) is { Constants.IsEmpty: false } scopes)
            groups.Add(scopes);
        return new ConstantGroup(
            SecuritySchemeNames.DocumentationOf(scheme, $"The security scheme '{scheme.Name}': "),
            name == outer || name == "Scheme" || groups.Any(group => group.Name == name) ? name + "Scheme" : name,
            constants.ToImmutable(),
            [.. groups.DistinctBy(group => group.Name)]);
    }

    private static ConstantGroup FlowOf(OAuthFlow flow) => new(
        DocComment.Of($"The flow '{flow.Name}'.", flow.Name),
        Identifier.PascalCase(flow.Name, "Flow") + "Flow",
        [
            new Constant(["<summary>The name of the flow.</summary>"], "Name", Literal.Text(flow.Name)),
            .. flow.Urls.Select(url => new Constant([$"<summary>The {WordsOf(url.Key)}. A relative one is relative to the server.</summary>"], Identifier.PascalCase(url.Key, "Url"), Literal.Text(url.Value))),
        ],
        []);

    private static string WordsOf(string url) => url switch
    {
        "authorizationUrl" => "URL where users authorize the client",
        "deviceAuthorizationUrl" => "URL where devices ask for a code",
        "refreshUrl" => "URL where tokens are refreshed",
        _ => "URL where tokens are issued",
    };

    private static ConstantGroup ScopesOf(SecurityScheme.Token scheme)
    {
        var names = new NameTable(StringComparer.Ordinal);
        names.TryAdd("Scopes", "");
        var scopes = scheme.Flows.SelectMany(flow => flow.Scopes).DistinctBy(scope => scope.Key).Select(scope =>
        {
            var name = Identifier.PascalCase(scope.Key, "Scope");
            return new Constant(
                DocComment.Of(scope.Value.Length == 0 ? null : scope.Value, $"The scope '{scope.Key}'."),
                names.Add(scope.Key, scope.Key, ReservedNames.IsMember(name) ? name + "Scope" : name, name + "Scope"),
                Literal.Text(scope.Key));
        });
        return new ConstantGroup(["<summary>The scopes.</summary>"], "Scopes", [.. scopes], []);
    }
}

/// <summary>What the contract says of security schemes whose tokens a provider issues.</summary>
internal sealed record SecurityConstants(string FileName, string Name, ImmutableArray<ConstantGroup> Schemes) : Declaration(FileName);

/// <summary>A static class of constants.</summary>
internal sealed record ConstantGroup(ImmutableArray<string> Documentation, string Name, ImmutableArray<Constant> Constants, ImmutableArray<ConstantGroup> Groups);

/// <param name="Value">Literal of its value.</param>
internal sealed record Constant(ImmutableArray<string> Documentation, string Name, string Value);
