using System.Text;
using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads where the API lives.</summary>
internal sealed class ServerReader(ContractReader reader)
{
    /// <summary>The servers of a contract.</summary>
    public ImmutableArray<Server> ReadDocument(Location root, Dialect dialect) =>
        dialect == Dialect.Swagger20 ? ReadHost(root) : Read(root);

    /// <summary>The <c>servers</c> of an object, those without a usable address left out.</summary>
    public ImmutableArray<Server> Read(Location parent)
    {
        var servers = ImmutableArray.CreateBuilder<Server>(0);
        foreach (var server in reader.List(parent, "servers").Where(server => reader.Expect<MappingNode>(server, "servers", "a mapping")))
        {
            if (reader.Words(server, "url") is not { } url)
                reader.Report(ModelingRules.UnusableServer, server.Node.Span, "");
            else if (Substitute(url, server) is { } address)
                Add(servers, address, server);
        }
        return servers.DrainToImmutable();
    }

    private ImmutableArray<Server> ReadHost(Location root)
    {
        var servers = ImmutableArray.CreateBuilder<Server>(0);
        var basePath = reader.Words(root, "basePath") ?? "";
        if (basePath.Length > 0 && !basePath.StartsWith('/'))
            basePath = "/" + basePath;
        if (reader.Words(root, "host") is { } host)
        {
            var schemes = reader.Texts(root, "schemes");
            // A host written with its scheme has one already.
            if (host.Contains("://", StringComparison.Ordinal))
                Add(servers, host.TrimEnd('/') + basePath, root.Child("host")!.Value);
            else if (schemes.IsEmpty)
                Add(servers, "https://" + host.TrimEnd('/') + basePath, root.Child("host")!.Value);
            foreach (var scheme in host.Contains("://", StringComparison.Ordinal) ? [] : schemes)
                Add(servers, $"{scheme.ToLowerInvariant()}://{host.TrimEnd('/')}{basePath}", root.Child("host")!.Value);
        }
        else if (basePath.Trim('/').Length > 0)
        {
            Add(servers, basePath, root.Child("basePath")!.Value);
        }
        return servers.DrainToImmutable();
    }

    private void Add(ImmutableArray<Server>.Builder servers, string url, Location place)
    {
        url = url.TrimEnd('/');
        // The site's root says no more than no server at all.
        if (url.Length == 0)
            return;
        if (!url.StartsWith('/') && !url.Contains("://", StringComparison.Ordinal))
            url = IsHost(url) ? "https://" + url : "/" + url;
        if (url.Any(character => character is '{' or '}' or '<' or '>' or '"' || char.IsControl(character) || char.IsWhiteSpace(character))
            || !Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out var address)
            || (address.IsAbsoluteUri && url[0] != '/' && address.Scheme is not ("http" or "https" or "ws" or "wss")))
        {
            reader.Report(ModelingRules.UnusableServer, place.Node.Span, url);
            return;
        }
        servers.Add(new Server(url, place.Node.Span, place.Node is MappingNode ? reader.Words(place, "description") : null));
    }

    private static bool IsHost(string url) =>
        url.Split('/')[0] is var first && first.Contains('.', StringComparison.Ordinal) && !first.StartsWith('.');

    /// <summary>The address with each variable replaced by its default; null, with a report, when one has none.</summary>
    private string? Substitute(string url, Location server)
    {
        var text = new StringBuilder(url);
        var variables = reader.Section(server, "variables");
        var position = 0;
        while (url.IndexOf('{', position) is var open and >= 0 && url.IndexOf('}', open) is var close and >= 0)
        {
            var name = url[(open + 1)..close];
            position = close + 1;
            var value = variables?.Child(name) is { } variable
                ? reader.Text(variable, "default") ?? reader.Texts(variable, "enum").FirstOrDefault()
                : null;
            if (value is null)
            {
                reader.Report(ModelingRules.ServerVariableWithoutDefault, server.Node.Span, name, url);
                return null;
            }
            text.Replace(url[open..(close + 1)], value);
        }
        return text.ToString();
    }
}
