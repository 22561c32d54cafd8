using System.Text.RegularExpressions;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Where the API's operations live. The base address is the server that all contracts share; where they differ it is the first
/// one's origin, and each operation's path carries its own prefix.</summary>
/// <param name="Default">The base address with a trailing slash, or null when the contracts name no host.</param>
/// <param name="Template">The same with the server's variables in braces.</param>
/// <param name="Variables">The variables of the base address.</param>
/// <param name="Prefixes">By contract: what stands between the base address and an operation's path.</param>
internal sealed partial record ApiAddresses(string? Default, string Template, ImmutableArray<ServerVariable> Variables, ImmutableArray<string> Prefixes)
{
    public static ApiAddresses Of(ApiModel api)
    {
        var servers = api.Documents.Select(document => ServerOf(document.Servers)).ToImmutableArray();
        var isShared = servers.Distinct().Count() == 1;
        ImmutableArray<string> prefixes = [.. servers.Select(server => isShared ? "" : server.Path)];
        var first = api.Documents.Select(document => Chosen(document.Servers)).FirstOrDefault(server => OriginOf(server) is not null);
        if (OriginOf(first) is not { } origin)
            return new ApiAddresses(null, "", [], prefixes);
        var template = first!.Template.Split('?', '#')[0];
        if (!isShared)
            template = OriginPattern().Match(template).Value;
        return new ApiAddresses(
            (isShared ? origin + ServerOf([first]).Path : origin) + "/",
            template + "/",
            [.. first.Variables.Where(variable => template.Contains($"{{{variable.Name}}}", StringComparison.Ordinal))],
            prefixes);
    }

    /// <summary>The variables of servers in use that nobody can choose, for only those of the base address are options.</summary>
    public IEnumerable<ServerVariable> FixedVariables(ApiModel api) => api.Documents
        .Select(document => document.Servers)
        .Concat(api.Operations.Select(operation => operation.Servers))
        .Select(Chosen)
        .OfType<Server>()
        .Where(server => ServerOf([server]) is var (origin, path) && origin + path + "/" != Default)
        .SelectMany(server => server.Variables)
        .Except(Variables);

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

    private static (string? Origin, string Path) ServerOf(ImmutableArray<Server> servers)
    {
        if (Chosen(servers) is not { } server)
            return (null, "");
        if (OriginOf(server) is { } origin)
            return (origin, new Uri(server.Url).AbsolutePath.TrimEnd('/'));
        var path = server.Url.Split('?', '#')[0].Trim('/');
        return (null, path.Length == 0 || path.Contains(':', StringComparison.Ordinal) ? "" : "/" + path);
    }

    /// <summary>The first server with a host, by https where the contract offers it that way, too; else the first one.</summary>
    private static Server? Chosen(ImmutableArray<Server> servers)
    {
        var first = servers.FirstOrDefault(server => OriginOf(server) is not null) ?? servers.FirstOrDefault();
        return servers.FirstOrDefault(server => first!.Url.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && server.Url.Equals("https" + first.Url[4..], StringComparison.OrdinalIgnoreCase)) ?? first;
    }

    private static string? OriginOf(Server? server) =>
        server is not null && Uri.TryCreate(server.Url, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url.GetLeftPart(UriPartial.Authority) : null;

    /// <summary>Scheme and host; nothing where a variable holds more than these.</summary>
    [GeneratedRegex("^[^/]+://[^/]+")]
    private static partial Regex OriginPattern();
}
