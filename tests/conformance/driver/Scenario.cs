using System.Text;

namespace SyncGen.ForeignServers;

/// <summary>A scenario of the mock server: requests, and what each returns.</summary>
internal sealed record Scenario(string Name, string Spec, ImmutableArray<ScenarioRequest> Requests)
{
    public static ImmutableArray<Scenario> Load(string file) =>
        [.. JsonNode.Parse(File.ReadAllBytes(file))!.AsArray().Select(node => new Scenario(
            node!["name"]!.GetValue<string>(),
            node["spec"]!.GetValue<string>(),
            [.. node["requests"]!.AsArray().Select(request => ScenarioRequest.Read(request!.AsObject()))]))];
}

/// <summary>One request of a scenario.</summary>
/// <param name="Path">The path as it is sent, without query.</param>
/// <param name="Query">Names and texts of the query.</param>
/// <param name="Headers">Names and texts of the headers.</param>
/// <param name="Body">The body; null where there is none.</param>
/// <param name="Status">The status of the response.</param>
/// <param name="ResponseHeaders">The headers of the response.</param>
/// <param name="ResponseBody">The body of the response; null where there is none.</param>
internal sealed record ScenarioRequest(
    string Method,
    string Path,
    ImmutableArray<KeyValuePair<string, string>> Query,
    ImmutableArray<KeyValuePair<string, string>> Headers,
    Body? Body,
    int Status,
    ImmutableArray<KeyValuePair<string, string>> ResponseHeaders,
    Body? ResponseBody)
{
    public static ScenarioRequest Read(JsonObject node)
    {
        var path = node["uri"]!.GetValue<string>().Replace("\\:", ":", StringComparison.Ordinal);
        foreach (var (name, value) in node["pathParams"]!.AsObject())
            path = path.Replace(":" + name, TextOf(value), StringComparison.Ordinal);
        var query = path.Split('?', 2);
        var response = node["response"]!;
        return new ScenarioRequest(
            node["method"]!.GetValue<string>(),
            query[0],
            [.. PairsOf(query.Length == 2 ? query[1] : ""), .. PairsOf(node["query"]!)],
            PairsOf(node["headers"]!),
            Body.Read(node["body"]),
            response["status"]!.GetValue<int>(),
            PairsOf(response["headers"]!),
            Body.Read(response["body"]));
    }

    public string? Header(string name) => Headers.FirstOrDefault(pair => string.Equals(pair.Key, name, StringComparison.OrdinalIgnoreCase)).Value;

    private static IEnumerable<KeyValuePair<string, string>> PairsOf(string query) => query
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => KeyValuePair.Create(Uri.UnescapeDataString(pair.Split('=')[0]), Uri.UnescapeDataString(pair[(pair.IndexOf('=', StringComparison.Ordinal) + 1)..])));

    private static ImmutableArray<KeyValuePair<string, string>> PairsOf(JsonNode values) =>
        [.. values.AsObject().SelectMany(pair => pair.Value is JsonArray list ? list.Select(item => KeyValuePair.Create(pair.Key, TextOf(item))) : [KeyValuePair.Create(pair.Key, TextOf(pair.Value))])];

    private static string TextOf(JsonNode? value) => value is JsonValue text && text.TryGetValue(out string? found) ? found : value?.ToJsonString() ?? "null";
}

/// <summary>A body that is sent.</summary>
/// <param name="Parts">The parts of a form that are no files.</param>
/// <param name="Files">The files of a form.</param>
internal sealed record Body(string ContentType, byte[] Bytes, JsonObject? Parts, ImmutableArray<BodyFile> Files)
{
    public string Text => Encoding.UTF8.GetString(Bytes);

    public bool IsJson => ContentType.Split(';')[0].EndsWith("json", StringComparison.Ordinal);

    public bool IsForm => Parts is not null;

    public JsonNode? Json => JsonNode.Parse(Bytes);

    public static Body? Read(JsonNode? node) => node is null
        ? null
        : new Body(
            node["contentType"]!.GetValue<string>(),
            Convert.FromBase64String(node["base64"]?.GetValue<string>() ?? ""),
            node["parts"]?.AsObject(),
            [.. (node["files"]?.AsArray() ?? []).Select(file => BodyFile.Read(file!))]);

    /// <summary>The same with the server's address in its place.</summary>
    public Body At(string address) => this with { Bytes = IsBinary ? Bytes : Encoding.UTF8.GetBytes(Text.Replace("{baseUrl}", address, StringComparison.Ordinal)) };

    private bool IsBinary => ContentType is "image/png" or "image/jpeg" or "application/octet-stream";
}

/// <summary>A file of a form.</summary>
internal sealed record BodyFile(string Name, string FileName, string ContentType, byte[] Bytes)
{
    public static BodyFile Read(JsonNode node) => new(
        node["name"]!.GetValue<string>(),
        node["fileName"]!.GetValue<string>(),
        node["contentType"]!.GetValue<string>(),
        Convert.FromBase64String(node["base64"]!.GetValue<string>()));
}
