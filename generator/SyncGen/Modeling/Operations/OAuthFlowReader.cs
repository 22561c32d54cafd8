using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads the flows of an OAuth 2 scheme: one of Swagger 2.0, several since.</summary>
internal static class OAuthFlowReader
{
    private static readonly ImmutableArray<string> Urls = ["authorizationUrl", "deviceAuthorizationUrl", "tokenUrl", "refreshUrl"];

    public static Sequence<OAuthFlow> Read(ContractReader reader, Location scheme)
    {
        if (reader.Words(scheme, "flow") is { } single)
            return new([Read(reader, scheme, NameOf(single))]);
        return new([.. reader.Objects(scheme, "flows").Select(entry => Read(reader, reader.Follow(entry.Location), entry.Member.Name))]);
    }

    private static OAuthFlow Read(ContractReader reader, Location flow, string name) => new(
        name,
        new([.. Urls.Select(url => KeyValuePair.Create(url, reader.Words(flow, url) ?? "")).Where(url => url.Value.Length > 0)]),
        new([.. reader.Section(flow, "scopes") is { } scopes ? ScopesOf(reader, scopes) : []]));

    private static IEnumerable<KeyValuePair<string, string>> ScopesOf(ContractReader reader, Location scopes) => scopes.Members()
        .Where(scope => !ContractReader.IsExtension(scope.Member.Name))
        .Select(scope => KeyValuePair.Create(scope.Member.Name, reader.Words(scopes, scope.Member.Name) ?? ""));

    /// <summary>The name that OpenAPI 3 gives a flow of Swagger 2.0.</summary>
    private static string NameOf(string flow) => flow switch
    {
        "application" => "clientCredentials",
        "accessCode" => "authorizationCode",
        _ => flow,
    };
}
