using System.Reflection;
using System.Text.Json;

namespace SyncGen.ForeignServers;

/// <summary>
/// Calls every operation of AutoRest's contracts with the values that the contract gives (listed values, defaults) and, as a body, with what an operation
/// of the same path has returned. The server counts the requests that are what it wants.
/// </summary>
internal sealed class AutoRestRun(GeneratedCode code, HttpClient http, Uri address)
{
    private static readonly ScenarioRequest Nothing = new("", "", [], [], null, 0, [], null);

    private readonly Dictionary<string, JsonNode?> _returned = new(StringComparer.Ordinal);

    /// <summary>The keys that the server knows, and those that it has not counted.</summary>
    public static async Task<SetResult> Run(GeneratedCode code, Uri address)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true, UseCookies = true }) { Timeout = TimeSpan.FromSeconds(20) };
        await new AutoRestRun(code, http, address).CallAll();
        var report = JsonNode.Parse(await http.GetStringAsync(new Uri(address, "report")))!.AsObject();
        return new SetResult("autorest", report.Count, [.. report.Where(pair => pair.Value!.GetValue<int>() == 0).Select(pair => new Miss(pair.Key, "never counted"))]);
    }

    private async Task CallAll()
    {
        foreach (var operation in code.Apis.SelectMany(api => api.Operations).OrderBy(operation => operation.Method is not ("GET" or "HEAD")))
        {
            foreach (var method in operation.Calls())
                await Call(operation, method);
        }
    }

    private async Task Call(ApiOperation operation, MethodInfo method)
    {
        object?[] arguments;
        try
        {
            arguments = [.. method.GetParameters().Select(parameter => ArgumentOf(operation, parameter))];
        }
        catch (Exception exception) when (exception is JsonException or ArgumentException or InvalidOperationException or FormatException or NotSupportedException)
        {
            return;
        }

        var outcome = await ClientCall.Send(operation, method, arguments, http, new Uri(address, operation.Api.BasePath), Nothing);
        if (operation.Method == "GET" && outcome.Value is { } value && value is not (Stream or List<object>) && value.GetType().Name != "FileResponse")
            _returned.TryAdd(operation.Path, JsonSerializer.SerializeToNode(value, value.GetType(), operation.Api.JsonOptions));
    }

    private object? ArgumentOf(ApiOperation operation, ParameterInfo parameter)
    {
        var type = parameter.ParameterType;
        if (type == typeof(CancellationToken))
            return CancellationToken.None;
        var schemas = operation.Api.Schemas;
        var declared = operation.Parameters.FirstOrDefault(one => ArgumentBinder.Plain(one["x-ms-client-name"]?.GetValue<string>() ?? one["name"]!.GetValue<string>()) == ArgumentBinder.Plain(parameter.Name!))
            ?? operation.Parameters.FirstOrDefault(one => ArgumentBinder.Plain(one["name"]!.GetValue<string>()) == ArgumentBinder.Plain(parameter.Name!))
            ?? operation.Parameters.FirstOrDefault(one => one["in"]!.GetValue<string>() == "body");
        if (declared is null)
            return null;
        var isBody = declared["in"]!.GetValue<string>() == "body";
        var schema = isBody ? schemas.Resolve(declared["schema"]) : declared;
        if (type == typeof(Stream))
            return new MemoryStream("hello world"u8.ToArray());
        if ((schema["enum"]?[0] ?? schema["default"]) is { } given)
            return ArgumentBinder.Value(operation.Api, given.DeepClone(), type);
        if (isBody && _returned.TryGetValue(operation.Path, out var returned))
            return ArgumentBinder.Value(operation.Api, returned?.DeepClone(), type);
        var isRequired = declared["required"]?.GetValue<bool>() == true;
        return isRequired ? ArgumentBinder.Value(operation.Api, Smallest(schemas, schema, 0), type) : null;
    }

    /// <summary>The smallest value that a schema allows.</summary>
    private static JsonNode? Smallest(SchemaTexts schemas, JsonObject schema, int depth)
    {
        if ((schema["enum"]?[0] ?? schema["default"]) is { } given)
            return given.DeepClone();
        switch (schemas.TypeOf(schema))
        {
            case "integer" or "number":
                return (schema["minimum"] ?? 1).DeepClone();
            case "boolean":
                return true;
            case "array":
                return new JsonArray();
            case "object" when depth < 8:
                var names = schema["required"]?.AsArray().Select(name => name!.GetValue<string>()) ?? [];
                return new JsonObject(names.Where(name => schema["properties"]?[name] is not null)
                    .Select(name => KeyValuePair.Create(name, Smallest(schemas, schemas.Resolve(schema["properties"]![name]), depth + 1))));
            default:
                return schema["format"]?.GetValue<string>() switch
                {
                    "date" => "2012-01-01",
                    "date-time" => "2012-01-01T01:01:01Z",
                    "uuid" => "123e4567-e89b-12d3-a456-426655440000",
                    "byte" => "",
                    _ => new string('a', Math.Max(1, schema["minLength"]?.GetValue<int>() ?? 1)),
                };
        }
    }
}
