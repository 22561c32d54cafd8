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
            else if (VariablesOf(url, server) is { } variables)
                Add(servers, url, server, variables);
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

    private void Add(ImmutableArray<Server>.Builder servers, string template, Location place, params ImmutableArray<ServerVariable> variables)
    {
        var url = variables.Aggregate(template, (text, variable) => text.Replace($"{{{variable.Name}}}", variable.Default, StringComparison.Ordinal)).TrimEnd('/');
        // The site's root says no more than no server at all.
        if (url.Length == 0)
            return;
        var start = url.StartsWith('/') || url.Contains("://", StringComparison.Ordinal) ? "" : IsHost(url) ? "https://" : "/";
        url = start + url;
        if (url.Any(character => character is '{' or '}' or '<' or '>' or '"' || char.IsControl(character) || char.IsWhiteSpace(character))
            || !Uri.TryCreate(url, UriKind.RelativeOrAbsolute, out var address)
            || (address.IsAbsoluteUri && url[0] != '/' && address.Scheme is not ("http" or "https" or "ws" or "wss")))
        {
            reader.Report(ModelingRules.UnusableServer, place.Node.Span, url);
            return;
        }
        servers.Add(new Server(url, start + template.TrimEnd('/'), variables, place.Node.Span, place.Node is MappingNode ? reader.Words(place, "description") : null));
    }

    private static bool IsHost(string url) =>
        url.Split('/')[0] is var first && first.Contains('.', StringComparison.Ordinal) && !first.StartsWith('.');

    /// <summary>The variables of an address; null, with a report, when one has no default.</summary>
    private ImmutableArray<ServerVariable>? VariablesOf(string url, Location server)
    {
        var variables = ImmutableArray.CreateBuilder<ServerVariable>();
        var declared = reader.Section(server, "variables");
        var position = 0;
        while (url.IndexOf('{', position) is var open and >= 0 && url.IndexOf('}', open) is var close and >= 0)
        {
            var name = url[(open + 1)..close];
            position = close + 1;
            if (variables.Any(variable => variable.Name == name))
                continue;
            if (declared?.Child(name) is not { } place || ReadVariable(name, place) is not { } variable)
            {
                reader.Report(ModelingRules.ServerVariableWithoutDefault, server.Node.Span, name, url);
                return null;
            }
            variables.Add(variable);
        }
        foreach (var unused in reader.Entries(server, "variables").Select(entry => entry.Member).Where(member => !variables.Any(variable => variable.Name == member.Name)))
            reader.Report(ModelingRules.ServerVariableUnused, unused.NameSpan, unused.Name, url);
        return variables.DrainToImmutable();
    }

    private ServerVariable? ReadVariable(string name, Location place)
    {
        var listed = reader.Texts(place, "enum");
        var values = listed.Distinct().ToImmutableArray();
        if (place.Child("enum") is { Node: SequenceNode { Items: var items } written })
        {
            if (items.IsEmpty)
                reader.Report(ModelingRules.EmptyEnum, written.Span);
            foreach (var group in listed.GroupBy(text => text, StringComparer.Ordinal).Where(group => group.Skip(1).Any()))
                reader.Report(ModelingRules.RepeatedEnumValue, written.Span, group.Key);
        }
        if ((reader.Text(place, "default") ?? values.FirstOrDefault()) is not { } value)
            return null;
        if (!values.IsEmpty && !values.Contains(value))
        {
            reader.Report(ModelingRules.ServerDefaultNotListed, place.Child("default")!.Value.Node.Span, value, name);
            values = values.Insert(0, value);
        }
        return new ServerVariable(name, place.Node.Span, reader.Words(place, "description"), value, values);
    }
}
