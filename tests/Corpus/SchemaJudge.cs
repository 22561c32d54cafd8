using System.Text.Json.Nodes;
using NJsonSchema;
using SyncGen.Documents;
using SyncGen.Linking;

namespace SyncGen.Corpus;

/// <summary>Asks NJsonSchema, which nobody here wrote, whether a value is valid for a schema of the contract.</summary>
internal static class SchemaJudge
{
    private static readonly HashSet<string> Ignored = ["example", "examples", "discriminator", "xml", "externalDocs", "default", "nullable", "x-nullable", "$id", "$schema", "$comment"];

    /// <summary>What is wrong with the value by the contract's own schema; empty when it is valid.</summary>
    public static IReadOnlyList<string> Violations(Contract contract, Location schema, JsonNode? value)
    {
        var parsed = JsonSchema.FromJsonAsync(Bundle(contract, schema).ToJsonString()).GetAwaiter().GetResult();
        return [.. parsed.Validate(value?.ToJsonString() ?? "null").Select(error => $"{error.Path}: {error.Kind}")];
    }

    /// <summary>The schema and all it refers to as one JSON Schema, references led to its definitions.</summary>
    private static JsonObject Bundle(Contract contract, Location schema)
    {
        var names = new Dictionary<Node, string>(ReferenceEqualityComparer.Instance);
        var open = new Queue<Location>();
        var definitions = new JsonObject();
        string NameOf(Location target)
        {
            if (names.TryGetValue(target.Node, out var name))
                return name;
            names.Add(target.Node, name = $"d{names.Count}");
            open.Enqueue(target);
            return name;
        }

        var root = new JsonObject { ["allOf"] = new JsonArray(Reference(NameOf(contract.Resolve(schema)))), ["definitions"] = definitions };
        while (open.TryDequeue(out var next))
            definitions[names[next.Node]] = Schema(contract, next, NameOf);
        return root;
    }

    private static JsonObject Schema(Contract contract, Location schema, Func<Location, string> nameOf)
    {
        if (contract.Targets.ContainsKey(schema.Node))
            return Reference(nameOf(contract.Resolve(schema)));
        if (schema.Node is not MappingNode)
            return schema.Node is ScalarNode { Text: "false" } ? new JsonObject { ["not"] = new JsonObject() } : new JsonObject();
        var json = new JsonObject();
        foreach (var (member, location) in schema.Members())
        {
            if (Ignored.Contains(member.Name) || member.Name.StartsWith("x-", StringComparison.Ordinal))
                continue;
            json[member.Name] = Keyword(contract, member.Name, location, nameOf);
        }

        var isNullable = schema.Child("nullable") is { Node: ScalarNode { Text: "true" } } || schema.Child("x-nullable") is { Node: ScalarNode { Text: "true" } };
        return isNullable ? new JsonObject { ["oneOf"] = new JsonArray(json, new JsonObject { ["type"] = "null" }) } : json;
    }

    private static JsonNode? Keyword(Contract contract, string name, Location value, Func<Location, string> nameOf)
    {
        JsonNode? Sub(Location location) => Schema(contract, location, nameOf);
        switch (name)
        {
            case "properties" or "patternProperties" or "definitions" or "$defs" or "dependentSchemas":
                var properties = new JsonObject();
                foreach (var (member, location) in value.Members())
                    properties[member.Name] = Sub(location);
                return properties;
            case "allOf" or "oneOf" or "anyOf" or "prefixItems":
                return new JsonArray([.. value.Items().Select(Sub)]);
            case "items" when value.Node is SequenceNode:
                return new JsonArray([.. value.Items().Select(Sub)]);
            case "additionalProperties" when value.Node is ScalarNode:
                return NodeJson.Of(value);
            case "items" or "additionalProperties" or "not" or "if" or "then" or "else" or "contains" or "propertyNames":
                return Sub(value);
            default:
                return NodeJson.Of(value);
        }
    }

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/definitions/{name}" };
}
