using System.Reflection;

namespace SyncGen.ForeignServers;

/// <summary>An operation of a contract, as `inspect` and the contract describe it.</summary>
internal sealed class ApiOperation
{
    public ApiOperation(Api api, JsonObject entry)
    {
        Api = api;
        Method = entry["method"]!.GetValue<string>();
        Path = entry["path"]!.GetValue<string>();
        ClientMethod = entry["clientMethod"]!.GetValue<string>();
        Template = new PathTemplate(Path);
        Node = api.Schemas.At(entry["pointer"]!.GetValue<string>())!;
        var pathItem = api.Schemas.At(entry["pointer"]!.GetValue<string>()[..entry["pointer"]!.GetValue<string>().LastIndexOf('/')])!;
        Parameters = [.. new[] { pathItem["parameters"], Node["parameters"] }.SelectMany(list => list?.AsArray() ?? []).Select(api.Schemas.Resolve)];
    }

    public Api Api { get; }

    public string Method { get; }

    public string Path { get; }

    /// <summary>The client and its method: <c>PetsClient.GetPetAsync</c>.</summary>
    public string ClientMethod { get; }

    public PathTemplate Template { get; }

    public JsonObject Node { get; }

    public ImmutableArray<JsonObject> Parameters { get; }

    /// <summary>The operation's call and those for its further representations.</summary>
    public IEnumerable<MethodInfo> Calls()
    {
        var (client, name) = (ClientMethod.Split('.')[0], ClientMethod.Split('.')[1]);
        var others = Api.Operations.Select(operation => operation.ClientMethod).Where(method => method != ClientMethod).ToHashSet();
        var stem = name[..^"Async".Length];
        return Api.Own("I" + client).GetMethods()
            .Where(method => method.Name == name || (method.Name.StartsWith(stem + "As", StringComparison.Ordinal) && !others.Contains($"{client}.{method.Name}")))
            .OrderBy(method => method.Name.Length);
    }

    /// <summary>The response that the contract documents for a status; null where it documents none.</summary>
    public JsonObject? ResponseOf(int status)
    {
        var responses = Node["responses"]!.AsObject();
        return (responses[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] ?? responses[$"{status / 100}XX"] ?? responses["default"]) is { } found ? Api.Schemas.Resolve(found) : null;
    }

    public override string ToString() => $"{Method} {Path}";
}
