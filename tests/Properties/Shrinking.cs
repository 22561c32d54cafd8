using System.Text.Json.Nodes;

namespace SyncGen.Properties;

/// <summary>Takes parts out of a contract for as long as a test keeps failing in the same way.</summary>
internal static class Shrinking
{
    private const int MostTries = 40;

    private static readonly string[] Dispensable =
    [
        "minLength", "maxLength", "pattern", "format", "minimum", "exclusiveMinimum", "maximum", "exclusiveMaximum", "multipleOf", "minItems", "maxItems",
        "uniqueItems", "minProperties", "maxProperties", "nullable", "x-nullable", "discriminator", "additionalProperties", "default", "readOnly", "writeOnly",
    ];

    private static readonly string[] Inner = ["items", "additionalProperties"];

    /// <summary>The smallest contract found within a number of tries, and how it fails.</summary>
    public static (RandomContract Contract, string Failure) Of(RandomContract contract, Action<RandomContract> test)
    {
        var failure = FailureOf(contract, test) ?? "It does not fail a second time.";
        var tries = MostTries;
        for (var place = 0; tries > 0 && SmallerThan(contract).ElementAtOrDefault(place) is { } smaller; tries--)
        {
            if (FailureOf(smaller, test) is { } other && KindOf(other) == KindOf(failure))
                (contract, failure) = (smaller, other);
            else
                place++;
        }

        return (contract, failure);
    }

    /// <summary>How a contract fails the test, or null.</summary>
    public static string? FailureOf(RandomContract contract, Action<RandomContract> test)
    {
        try
        {
            test(contract);
            return null;
        }
        catch (Exception exception)
        {
            return exception.ToString();
        }
    }

    private static string KindOf(string failure) => string.Join(' ', failure.Split(' ').Take(4));

    private static IEnumerable<RandomContract> SmallerThan(RandomContract contract)
    {
        foreach (var schema in contract.Schemas)
        {
            if (Reached(contract, schema) is var reached && reached.Length < contract.Schemas.Length)
                yield return contract with { Schemas = reached };
        }

        for (var index = 0; index < contract.Schemas.Length; index++)
        {
            for (var place = 0; SmallerThan(contract.Schemas[index].Schema, place) is { } smaller; place++)
                yield return contract with { Schemas = contract.Schemas.SetItem(index, (contract.Schemas[index].Name, smaller)) };
        }
    }

    /// <summary>A schema and those that it refers to, in the contract's order.</summary>
    private static ImmutableArray<(string Name, JsonObject Schema)> Reached(RandomContract contract, (string Name, JsonObject Schema) start)
    {
        var reached = new HashSet<string> { start.Name };
        var open = new Queue<JsonObject>([start.Schema]);
        while (open.TryDequeue(out var schema))
        {
            var text = schema.ToJsonString();
            foreach (var (name, target) in contract.Schemas.Where(other => text.Contains($"/{other.Name}\"", StringComparison.Ordinal)))
            {
                if (reached.Add(name))
                    open.Enqueue(target);
            }
        }

        return [.. contract.Schemas.Where(schema => reached.Contains(schema.Name))];
    }

    /// <summary>A copy of the schema that is simpler at one place; null when there are no more places.</summary>
    private static JsonObject? SmallerThan(JsonObject schema, int place)
    {
        var copy = schema.DeepClone().AsObject();
        var simplifications = SimplificationsOf(copy).ToArray();
        if (place >= simplifications.Length)
            return null;
        simplifications[place]();
        return copy;
    }

    private static IEnumerable<Action> SimplificationsOf(JsonNode? node)
    {
        var own = node switch
        {
            JsonObject schema => Of(schema),
            JsonArray list when list.Parent is JsonObject parent && list.GetPropertyName() is "required" or "enum" or "oneOf" or "anyOf" => list.Count > 1 ? list.Select((_, index) => new Action(() => list.RemoveAt(index))) : [],
            _ => [],
        };
        var children = node switch
        {
            JsonObject schema => schema.Select(member => member.Value),
            JsonArray list => list,
            _ => Enumerable.Empty<JsonNode?>(),
        };
        return own.Concat(children.ToArray().SelectMany(SimplificationsOf));
    }

    private static IEnumerable<Action> Of(JsonObject schema)
    {
        if (schema["properties"] is JsonObject properties)
        {
            foreach (var name in properties.Select(property => property.Key).ToArray())
            {
                yield return () => Remove(schema, properties, name);
                yield return () => properties[name] = new JsonObject { ["type"] = "boolean" };
            }
        }

        foreach (var name in Dispensable.Where(schema.ContainsKey))
            yield return () => schema.Remove(name);
        foreach (var name in Inner.Where(name => schema[name] is JsonObject { Count: > 0 } inner && (string?)inner["type"]?.ToString() != "boolean"))
            yield return () => schema[name] = new JsonObject { ["type"] = "boolean" };
    }

    private static void Remove(JsonObject schema, JsonObject properties, string name)
    {
        properties.Remove(name);
        var required = schema["required"]?.AsArray();
        if (required?.FirstOrDefault(other => (string?)other == name) is { } entry)
            required.Remove(entry);
        if (required is { Count: 0 })
            schema.Remove("required");
    }
}
