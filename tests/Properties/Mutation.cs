using System.Text.Json;
using System.Text.Json.Nodes;

namespace SyncGen.Properties;

/// <summary>Changes one place of a JSON text, so that it is near to what a schema allows.</summary>
internal static class Mutation
{
    private static readonly string[] Values = ["null", "true", "12", "1.5", "\"text\"", "\"\"", "[]", "{}", "[null]", """{"x":1}"""];

    /// <summary>The text with another value, a member less, a foreign member more, or a number or boolean in quotes.</summary>
    public static string Of(string json, Random random)
    {
        var root = JsonNode.Parse(json)!.AsObject();
        var places = Below(root).ToArray();
        if (places.Length == 0)
            return json;
        var (parent, key) = places[random.Next(places.Length)];
        var action = random.Next(6);
        if (action == 0 && parent is JsonObject record)
            record.Remove((string)key);
        else if (action == 1 && parent is JsonObject other)
            other["foreign"] = 1;
        else if (action == 2 && ValueAt(parent, key) is JsonValue value && value.GetValueKind() is not JsonValueKind.String)
            Replace(parent, key, JsonSerializer.Serialize(value.ToJsonString()));
        else
            Replace(parent, key, Values[random.Next(Values.Length)]);
        return root.ToJsonString();
    }

    private static JsonNode? ValueAt(JsonNode parent, object key) => key is string name ? parent[name] : parent[(int)key];

    private static IEnumerable<(JsonNode Parent, object Key)> Below(JsonNode? node) => node switch
    {
        JsonObject record => record.SelectMany(member => Below(member.Value).Prepend((record, member.Key))),
        JsonArray list => list.SelectMany((item, index) => Below(item).Prepend((list, index))),
        _ => [],
    };

    private static void Replace(JsonNode parent, object key, string value)
    {
        if (key is string name)
            parent[name] = JsonNode.Parse(value);
        else
            parent[(int)key] = JsonNode.Parse(value);
    }
}
