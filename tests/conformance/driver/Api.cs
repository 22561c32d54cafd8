using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;

namespace SyncGen.ForeignServers;

/// <summary>A contract and the code that was generated from it.</summary>
internal sealed class Api
{
    private readonly Regex _basePath;

    public Api(GeneratedContract generated, Assembly assembly)
    {
        Contract = generated;
        Assembly = assembly;
        Document = JsonNode.Parse(File.ReadAllText(generated.File))!.AsObject();
        Schemas = new SchemaTexts(Document);
        var url = Document["servers"]?[0]?["url"]?.GetValue<string>() ?? Document["basePath"]?.GetValue<string>() ?? "";
        _basePath = PathTemplate.BaseOf(url);
        Version = Document["info"]?["version"]?.GetValue<string>() ?? "";
        BasePath = PathTemplate.Path(url, Version);
        var index = JsonNode.Parse(generated.Index)!;
        Operations = [.. index["operations"]!.AsArray().Select(entry => new ApiOperation(this, entry!.AsObject()))];
        var contexts = assembly.GetTypes().Where(type => type.Namespace == Contract.Namespace && type.IsSubclassOf(Runtime("ApiJsonContext")));
        JsonOptions = new JsonSerializerOptions
        {
            TypeInfoResolver = JsonTypeInfoResolver.Combine([.. contexts.Select(type => (IJsonTypeInfoResolver)type.GetProperty("Default")!.GetValue(null)!), new DefaultJsonTypeInfoResolver()]),
            NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        };
    }

    public GeneratedContract Contract { get; }

    public Assembly Assembly { get; }

    public JsonObject Document { get; }

    /// <summary>The version of the contract.</summary>
    public string Version { get; }

    /// <summary>The path of the contract's server, whose variables, all of them versions, are the contract's version.</summary>
    public string BasePath { get; }

    public SchemaTexts Schemas { get; }

    public ImmutableArray<ApiOperation> Operations { get; }

    /// <summary>The generated codecs, and the serializer's own for what has none: a number, a text.</summary>
    public JsonSerializerOptions JsonOptions { get; }

    public Type Runtime(string name) => Assembly.GetType($"{GeneratedCode.RuntimeNamespace}.{name}", throwOnError: true)!;

    public Type Own(string name) => Assembly.GetType($"{Contract.Namespace}.{name}", throwOnError: true)!;

    /// <summary>The operation that a request is for, with the base path before it; null where the contract has none.</summary>
    public (ApiOperation Operation, string BasePath, IReadOnlyDictionary<string, string> PathValues)? Find(string method, string path)
    {
        var prefix = _basePath.Match(path);
        if (!prefix.Success)
            return null;
        var rest = path.Length == prefix.Length ? "/" : path[prefix.Length..];
        var found = Operations
            .Where(operation => operation.Method == method)
            .OrderBy(operation => operation.Path.Count(character => character == '{'))
            .Select(operation => (Operation: operation, Values: operation.Template.Match(rest)))
            .FirstOrDefault(match => match.Values is not null);
        return found.Values is { } values ? (found.Operation, prefix.Value, values) : null;
    }
}
