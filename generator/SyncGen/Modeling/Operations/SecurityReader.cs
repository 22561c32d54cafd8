using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads schemes and requirements. Whatever is not understood here is never read as open access.</summary>
internal sealed class SecurityReader(ContractReader reader)
{
    private readonly Dictionary<string, SecurityScheme> _byName = new(StringComparer.Ordinal);
    private readonly List<SecurityScheme> _schemes = [];
    private readonly HashSet<string> _declared = new(StringComparer.Ordinal);

    /// <summary>The schemes of all contracts read so far, each name once.</summary>
    public ImmutableArray<SecurityScheme> Schemes => [.. _schemes];

    /// <summary>Reads a contract's schemes. The requirements of every contract may use those of any.</summary>
    public void ReadSchemes(Location root, Dialect dialect)
    {
        var (parent, name) = dialect == Dialect.Swagger20 ? (root, "securityDefinitions") : (reader.Section(root, "components"), "securitySchemes");
        if (parent is not { } section)
            return;
        foreach (var (member, location) in reader.Entries(section, name))
        {
            var place = reader.Follow(location);
            _declared.Add(member.Name);
            if (reader.Expect<MappingNode>(place, member.Name, "a mapping") && ReadScheme(member, place) is { } scheme)
                Unite(scheme);
        }
    }

    /// <summary>The requirements an object states; null when it states none.</summary>
    public ImmutableArray<SecurityRequirement>? ReadRequirements(Location parent)
    {
        if (parent.Child("security") is not { } security || security.Node is ScalarNode { Kind: ScalarKind.Null })
            return null;
        if (security.Node is MappingNode)
        {
            reader.Report(ModelingRules.SingleForList, security.Node.Span, "security");
            return [ReadRequirement(security)];
        }
        return [.. reader.List(parent, "security").Select(ReadRequirement)];
    }

    private SecurityRequirement ReadRequirement(Location requirement)
    {
        if (requirement.Node is ScalarNode { Kind: ScalarKind.String } name)
        {
            reader.Report(ModelingRules.WrongKind, name.Span, "security", "a mapping of scheme names", "text");
            return new SecurityRequirement([]);
        }
        if (!reader.Expect<MappingNode>(requirement, "security", "a mapping of scheme names"))
        {
            // A null must not become anonymous access.
            reader.Report(ModelingRules.WrongKind, requirement.Node.Span, "security", "a mapping of scheme names", "another value");
            return new SecurityRequirement([]);
        }
        var required = ImmutableArray.CreateBuilder<RequiredScheme>();
        foreach (var (member, _) in requirement.Members())
        {
            if (!_declared.Contains(member.Name))
                reader.Report(ModelingRules.UnknownScheme, member.NameSpan, member.Name);
            var scopes = reader.Texts(requirement, member.Name);
            CheckScopes(requirement.Child(member.Name)!.Value, member.Name, scopes);
            required.Add(new RequiredScheme(member.Name, scopes));
        }
        return new SecurityRequirement(required.DrainToImmutable());
    }

    /// <summary>A scope that nobody can grant closes an operation for good.</summary>
    private void CheckScopes(Location place, string name, ImmutableArray<string> scopes)
    {
        var scheme = _byName.GetValueOrDefault(name);
        foreach (var scope in scopes)
        {
            if (scheme is SecurityScheme.Token { IsOpenIdConnect: false, Flows: var flows } && !flows.Any(flow => flow.Scopes.Any(declared => declared.Key == scope)))
                reader.Keywords.Add(ModelingRules.UndeclaredScope, place.Node.Span, scope, name);
            else if (scheme is not (null or SecurityScheme.Token) && reader.DialectOf(place) is Dialect.Swagger20 or Dialect.OpenApi30)
                reader.Keywords.Add(ModelingRules.ScopesOfKey, place.Node.Span, scope, name);
        }
    }

    private SecurityScheme? ReadScheme(Member member, Location place)
    {
        var description = reader.Words(place, "description");
        switch (reader.Words(place, "type"))
        {
            case "apiKey":
                return ReadApiKey(member, place, description);
            case "basic":
                return new SecurityScheme.Http(member.Name, member.NameSpan, description, "basic", null);
            case "http" when reader.Words(place, "scheme") is { } scheme && HeaderName.IsToken(scheme):
                return new SecurityScheme.Http(member.Name, member.NameSpan, description, KnownOrWritten(scheme), reader.Words(place, "bearerFormat"));
            case "oauth2":
                return new SecurityScheme.Token(member.Name, member.NameSpan, description, false, reader.Words(place, "oauth2MetadataUrl"), OAuthFlowReader.Read(reader, place));
            case "openIdConnect":
                return new SecurityScheme.Token(member.Name, member.NameSpan, description, true, reader.Words(place, "openIdConnectUrl"), new([]));
            case "mutualTLS":
                return new SecurityScheme.MutualTls(member.Name, member.NameSpan, description);
            default:
                reader.Report(ModelingRules.SchemeNotUnderstood, member.NameSpan, member.Name);
                return null;
        }
    }

    /// <summary>Schemes are named in any case, but few who ask for one of their own compare them so: it is sent as it is written.</summary>
    private static string KnownOrWritten(string scheme) => scheme.ToLowerInvariant() is ("basic" or "bearer" or "digest") and var known ? known : scheme;

    private SecurityScheme.ApiKey? ReadApiKey(Member member, Location place, string? description)
    {
        ParameterLocation? location = reader.Words(place, "in") switch
        {
            "query" => ParameterLocation.Query,
            "header" => ParameterLocation.Header,
            "cookie" => ParameterLocation.Cookie,
            _ => null,
        };
        if (location is not { } where || reader.Words(place, "name") is not { } name)
        {
            reader.Report(ModelingRules.SchemeNotUnderstood, member.NameSpan, member.Name);
            return null;
        }
        if (where != ParameterLocation.Query && !HeaderName.IsToken(name))
        {
            reader.Report(ModelingRules.InvalidHeaderName, place.Child("name")!.Value.Node.Span, name);
            return null;
        }
        return new SecurityScheme.ApiKey(member.Name, member.NameSpan, description, where, name);
    }

    private void Unite(SecurityScheme scheme)
    {
        if (!_byName.TryGetValue(scheme.Name, out var known))
        {
            _byName.Add(scheme.Name, scheme);
            _schemes.Add(scheme);
        }
        else if (known with { Span = scheme.Span, Description = scheme.Description } != scheme)
        {
            reader.Report(ModelingRules.SchemeConflict, scheme.Span, scheme.Name, known.Span);
        }
    }
}
