using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Text.Json.Nodes;

namespace SyncGen.Benchmarks.Weight;

/// <summary>
/// A contract as every generator reads it: Kiota refuses mappings of a discriminator to files that are not there, and loses references into paths, so that schemas behind these become
/// components, and other parts are repeated.
/// </summary>
internal sealed class CommonContract
{
    private readonly JsonObject _contract;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly JsonObject _schemas = [];

    private CommonContract(JsonObject contract) => _contract = contract;

    /// <summary>Writes the contract.</summary>
    public static void Write(string contract, string file)
    {
        var common = new CommonContract((JsonObject)JsonNode.Parse(File.ReadAllText(contract))!);
        var root = (JsonObject)common.Rewrite(common._contract)!;
        if (root["components"] is not JsonObject components)
            root["components"] = components = [];
        if (components["schemas"] is not JsonObject schemas)
            components["schemas"] = schemas = [];
        foreach (var (name, schema) in common._schemas)
            schemas[name] = schema!.DeepClone();
        File.WriteAllText(file, root.ToJsonString());
    }

    private JsonNode? Rewrite(JsonNode? node)
    {
        switch (node)
        {
            case JsonObject members when members["$ref"] is JsonValue value && value.TryGetValue<string>(out var reference) && reference.StartsWith("#/paths/", StringComparison.Ordinal):
                return reference.Split('/').Contains("schema") ? ToComponent(reference) : Rewrite(TargetOf(reference));
            case JsonObject members:
                return new JsonObject(members.Where(member => !IsLost(member)).Select(member => KeyValuePair.Create(member.Key, Rewrite(member.Value))));
            case JsonArray items:
                return new JsonArray([.. items.Select(Rewrite)]);
            default:
                return node?.DeepClone();
        }
    }

    private JsonObject ToComponent(string reference)
    {
        if (!_names.TryGetValue(reference, out var name))
        {
            _names[reference] = name = $"shared{_names.Count}";
            _schemas[name] = Rewrite(TargetOf(reference));
        }

        return new JsonObject { ["$ref"] = $"#/components/schemas/{name}" };
    }

    private JsonNode? TargetOf(string reference) => reference[2..].Split('/')
        .Select(segment => Uri.UnescapeDataString(segment.Replace("~1", "/", StringComparison.Ordinal).Replace("~0", "~", StringComparison.Ordinal)))
        .Aggregate((JsonNode?)_contract, (node, segment) => node is JsonArray items ? items[int.Parse(segment)] : node![segment]);

    private static bool IsLost(KeyValuePair<string, JsonNode?> member) =>
        member is { Key: "mapping", Value: JsonObject mapping } && mapping.Any(entry => entry.Value is JsonValue value && value.TryGetValue<string>(out var text) && text.Contains(".yml", StringComparison.Ordinal));
}
