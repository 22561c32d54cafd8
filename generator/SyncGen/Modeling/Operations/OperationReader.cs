using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads one method on one path.</summary>
internal sealed class OperationReader(
    ContractReader reader,
    ParameterReader parameters,
    BodyReader bodies,
    ResponseReader responses,
    SecurityReader security,
    ServerReader servers,
    CallbackReader callbacks)
{
    private readonly Dictionary<Node, ImmutableArray<SecurityRequirement>?> _pathSecurity = [];

    public Operation Read(EntryDocument entry, Location pathItem, string method, Member name, PathKey path, Location operation)
    {
        var places = parameters.Collect(pathItem, operation);
        var read = ReadParameters(places, pathItem, path, entry.Dialect);
        ImmutableArray<Location> In(string where) => places.RemoveAll(place => reader.Words(place, "in") != where);
        var body = entry.Dialect == Dialect.Swagger20
            ? bodies.ReadSwagger(operation, In("body"), In("formData"), entry)
            : bodies.Read(operation);
        var inherited = SecurityOf(pathItem);
        if (body is not null && method is "GET" or "HEAD" or "DELETE" or "TRACE")
            reader.Keywords.Add(ModelingRules.BodyOfMethod, body.Span, method, "");
        if (path.Placeholders is null && operation.Child("security") is { Node: SequenceNode { Items.Length: > 0 } } credentials)
            reader.Keywords.Add(ModelingRules.WebhookSecurity, credentials.Node.Span, "", "");
        return new Operation(
            entry.Index,
            operation.Pointer,
            name.NameSpan,
            method,
            path.Text,
            reader.Words(operation, "operationId"),
            reader.Words(operation, "x-csharp-name") ?? reader.Words(operation, "x-ms-client-name"),
            reader.Words(operation, "summary") ?? reader.Words(pathItem, "summary"),
            reader.Words(operation, "description") ?? reader.Words(pathItem, "description"),
            reader.Flag(operation, "deprecated"),
            reader.Texts(operation, "tags"),
            read,
            body,
            responses.Read(operation, entry),
            security.ReadRequirements(operation) ?? inherited ?? entry.Security,
            ReadServers(pathItem, operation),
            callbacks.Read(entry, operation));
    }

    /// <summary>The path item's security, read once for all of its operations.</summary>
    private ImmutableArray<SecurityRequirement>? SecurityOf(Location pathItem)
    {
        if (!_pathSecurity.TryGetValue(pathItem.Node, out var known))
            _pathSecurity.Add(pathItem.Node, known = ReadPathSecurity(pathItem));
        return known;
    }

    /// <summary>A path item has no security. What closes its operations is taken; what opens them is not.</summary>
    private ImmutableArray<SecurityRequirement>? ReadPathSecurity(Location pathItem)
    {
        if (pathItem.Child("security") is not { } written)
            return null;
        var requirements = security.ReadRequirements(pathItem) ?? [];
        var isClosing = !requirements.IsEmpty && requirements.All(requirement => !requirement.Schemes.IsEmpty);
        reader.Report(ModelingRules.SecurityOfPath, written.Node.Span, isClosing ? "It is read as that of each operation that states none" : "It is ignored, for it would open operations");
        return isClosing ? requirements : null;
    }

    private ImmutableArray<Server> ReadServers(Location pathItem, Location operation) =>
        operation.Child("servers") is not null ? servers.Read(operation) : servers.Read(pathItem);

    private ImmutableArray<Parameter> ReadParameters(
        ImmutableArray<Location> places,
        Location pathItem,
        PathKey path,
        Dialect dialect)
    {
        var placeholders = path.Placeholders ?? [];
        var read = ImmutableArray.CreateBuilder<Parameter>();
        var whole = places.FirstOrDefault(place => dialect != Dialect.Swagger20 && reader.Words(place, "in") == "querystring");
        foreach (var place in places)
        {
            if (ReadLocation(place, dialect) is not { } location)
                continue;
            if (whole.Node is not null && place.Node != whole.Node && location is ParameterLocation.Query or ParameterLocation.QueryString)
                reader.Report(ModelingRules.QueryBesideWhole, place.Node.Span, reader.Text(place, "name")!, reader.Text(whole, "name")!);
            var name = reader.Text(place, "name")!;
            if (location == ParameterLocation.Path && !placeholders.Contains(name, StringComparer.Ordinal))
                reader.Report(ModelingRules.UnusedPathParameter, place.Child("name")!.Value.Node.Span, name);
            else if (parameters.Read(place, location, dialect) is { } parameter)
                read.Add(parameter);
        }
        foreach (var name in placeholders)
        {
            if (read.Any(parameter => parameter.Location == ParameterLocation.Path && parameter.Name == name))
                continue;
            reader.Report(ModelingRules.UndeclaredPathParameter, path.Span, name);
            read.Add(parameters.Undeclared(name, pathItem, path.Span));
        }
        return read.ToImmutable();
    }

    /// <summary>Null for parameters that are part of a body, and, with a report, for unknown places.</summary>
    private ParameterLocation? ReadLocation(Location place, Dialect dialect)
    {
        switch (reader.Words(place, "in"))
        {
            case "path":
                return ParameterLocation.Path;
            case "query":
                return ParameterLocation.Query;
            case "header":
                return ParameterLocation.Header;
            case "cookie" when dialect != Dialect.Swagger20:
                return ParameterLocation.Cookie;
            case "querystring" when dialect != Dialect.Swagger20:
                return ParameterLocation.QueryString;
            case "body" or "formData" when dialect == Dialect.Swagger20:
                return null;
            case null:
                reader.Report(ModelingRules.MissingMember, place.Node.Span, "in", "parameter");
                return null;
            case var unknown:
                reader.Report(ModelingRules.UnknownParameterLocation, place.Child("in")!.Value.Node.Span, unknown);
                return null;
        }
    }
}
