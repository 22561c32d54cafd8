using SyncGen.Documents;

namespace SyncGen.Bundling;

/// <summary>The path that stands before every path of a contract: Swagger's <c>basePath</c>, or the path of the first server.</summary>
internal static class BasePath
{
    /// <summary>Without a trailing slash; empty when there is none.</summary>
    public static string Of(MappingNode owner)
    {
        var path = FirstServer(owner) is { } server ? PathOf(UrlOf(server)) : (owner.Get("basePath") as ScalarNode)?.Text ?? "";
        path = path.Trim('/');
        return path.Length == 0 ? "" : $"/{path}";
    }

    /// <summary>Whether a path item or operation says by itself where it is served.</summary>
    public static bool IsOwn(MappingNode owner) => FirstServer(owner) is not null;

    /// <summary>The first server without its path, as the one entry of a list of servers.</summary>
    public static Node OriginOf(MappingNode owner, Node place)
    {
        var url = FirstServer(owner) is { } server ? UrlOf(server) : "";
        var origin = url[..^PathOf(url).Length];
        return Nodes.Sequence(place, Nodes.Mapping(place, ("url", Nodes.Text(place, origin.Length == 0 ? "/" : origin))));
    }

    private static MappingNode? FirstServer(MappingNode owner) =>
        owner.Get("servers") is SequenceNode { Items: [MappingNode server, ..] } ? server : null;

    /// <summary>A server's URL with each variable replaced by its default.</summary>
    private static string UrlOf(MappingNode server)
    {
        var url = (server.Get("url") as ScalarNode)?.Text ?? "";
        if (server.Get("variables") is not MappingNode variables)
            return url;
        foreach (var variable in variables.Members)
        {
            if ((variable.Value as MappingNode)?.Get("default") is ScalarNode value)
                url = url.Replace($"{{{variable.Name}}}", value.Text, StringComparison.Ordinal);
        }

        return url;
    }

    private static string PathOf(string url)
    {
        var authority = url.IndexOf("://", StringComparison.Ordinal);
        if (authority < 0)
            return url;
        var path = url.IndexOf('/', authority + "://".Length);
        return path < 0 ? "" : url[path..];
    }
}
