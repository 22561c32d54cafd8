using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Where the API's operations live. The base address is the server that all contracts share; where they differ it is the first
/// one's origin, and each operation's path carries its own prefix.</summary>
/// <param name="Default">The base address with a trailing slash, or null when the contracts name no host.</param>
/// <param name="Prefixes">By contract: what stands between the base address and an operation's path.</param>
internal sealed record ApiAddresses(string? Default, ImmutableArray<string> Prefixes)
{
    public static ApiAddresses Of(ApiModel api)
    {
        var servers = api.Documents.Select(document => ServerOf(document.Servers)).ToImmutableArray();
        if (servers.IsEmpty)
            return new ApiAddresses(null, []);
        var isShared = servers.Distinct().Count() == 1;
        var first = servers.FirstOrDefault(server => server.Origin is not null);
        if (isShared)
            return new ApiAddresses(first.Origin is null ? null : first.Origin + first.Path + "/", [.. servers.Select(_ => "")]);
        return new ApiAddresses(first.Origin is null ? null : first.Origin + "/", [.. servers.Select(server => server.Path)]);
    }

    /// <summary>What stands before the operation's path on a server.</summary>
    public static string RoutePrefix(ApiModel api, Operation operation) =>
        ServerOf(operation.Servers.IsEmpty ? api.Documents[operation.Document].Servers : operation.Servers).Path;

    /// <summary>The server of this operation alone, with a trailing slash; null when the API's applies.</summary>
    public string? OwnServer(ApiModel api, Operation operation)
    {
        var server = ServerOf(operation.Servers.IsEmpty ? api.Documents[operation.Document].Servers : operation.Servers);
        if (server.Origin is null || (operation.Servers.IsEmpty && Default is not null && Default.StartsWith(server.Origin + "/", StringComparison.Ordinal)))
            return null;
        var own = server.Origin + (operation.Servers.IsEmpty ? "" : server.Path) + "/";
        return own == Default ? null : own;
    }

    /// <summary>The first https server, else the first one.</summary>
    private static (string? Origin, string Path) ServerOf(ImmutableArray<Server> servers)
    {
        var server = servers.FirstOrDefault(server => server.Url.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) ?? servers.FirstOrDefault();
        if (server is null)
            return (null, "");
        if (Uri.TryCreate(server.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
            return (url.GetLeftPart(UriPartial.Authority), url.AbsolutePath.TrimEnd('/'));
        var path = server.Url.Split('?', '#')[0].Trim('/');
        return (null, path.Length == 0 || path.Contains(':', StringComparison.Ordinal) ? "" : "/" + path);
    }
}
