using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using SyncGen.Modeling;
using JsonValue = System.Text.Json.Nodes.JsonValue;

namespace SyncGen.Corpus;

/// <summary>Compares what was read with what was written. Members that the contract does not declare may be missing, nothing else may differ.</summary>
internal static class JsonDifference
{
    /// <summary>The first differences, as <c>$.path: words</c>; empty when both are equal.</summary>
    public static IReadOnlyList<string> Find(JsonNode? read, JsonNode? written, ApiModel api, SchemaId schema)
    {
        var differences = new List<string>();
        Compare(read, written, api, [schema], "$", differences);
        return differences;
    }

    private static void Compare(JsonNode? read, JsonNode? written, ApiModel api, IReadOnlyList<SchemaId> schemas, string path, List<string> differences)
    {
        switch (read, written)
        {
            case (JsonObject left, JsonObject right):
                CompareObjects(left, right, api, schemas, path, differences);
                break;
            case (JsonArray left, JsonArray right) when left.Count == right.Count:
                var items = schemas.SelectMany(id => Shapes(api, id)).OfType<Shape.Array>().Select(array => array.Items).ToList();
                for (var index = 0; index < left.Count; index++)
                    Compare(left[index], right[index], api, items, $"{path}[{index}]", differences);
                break;
            case (JsonValue left, JsonValue right) when AreEqual(left, right):
            case (null, null):
                break;
            default:
                differences.Add($"{path}: read {Text(read)}, wrote {Text(written)}");
                break;
        }
    }

    private static void CompareObjects(JsonObject read, JsonObject written, ApiModel api, IReadOnlyList<SchemaId> schemas, string path, List<string> differences)
    {
        var shapes = schemas.SelectMany(id => Shapes(api, id)).ToList();
        foreach (var (name, value) in read)
        {
            var declared = shapes.SelectMany(shape => MembersNamed(api, shape, name)).ToList();
            if (written.TryGetPropertyValue(name, out var other))
                Compare(value, other, api, declared, $"{path}.{name}", differences);
            else if (declared.Count > 0)
                differences.Add($"{path}.{name}: lost {Text(value)}");
        }

        foreach (var (name, value) in written)
        {
            if (!read.ContainsKey(name))
                differences.Add($"{path}.{name}: added {Text(value)}");
        }
    }

    private static IEnumerable<SchemaId> MembersNamed(ApiModel api, Shape shape, string name)
    {
        switch (shape)
        {
            case Shape.Map map:
                yield return map.Values;
                break;
            case Shape.Object item:
                var own = item.Properties.FirstOrDefault(property => property.Name == name);
                if (own is not null)
                {
                    yield return own.Schema;
                    break;
                }

                var inherited = item.Base is { } parent ? Shapes(api, parent).SelectMany(shape => MembersNamed(api, shape, name)).ToList() : [];
                foreach (var id in inherited)
                    yield return id;
                if (inherited.Count == 0 && item.Additional is { } additional)
                    yield return additional;
                break;
        }
    }

    /// <summary>The shapes that values of a schema may have, references followed and unions opened.</summary>
    private static IEnumerable<Shape> Shapes(ApiModel api, SchemaId id)
    {
        var seen = new HashSet<SchemaId>();
        var open = new Stack<SchemaId>([id]);
        while (open.TryPop(out var next))
        {
            if (!seen.Add(next))
                continue;
            switch (api[next].Shape)
            {
                case Shape.Reference reference:
                    open.Push(reference.Target);
                    break;
                case Shape.Union union:
                    foreach (var item in union.Cases)
                        open.Push(item);
                    break;
                case var shape:
                    yield return shape;
                    break;
            }
        }
    }

    private static bool AreEqual(JsonValue left, JsonValue right)
    {
        if (left.GetValueKind() != right.GetValueKind())
            return false;
        if (left.GetValueKind() != JsonValueKind.Number)
            return left.ToJsonString() == right.ToJsonString();
        return left.ToJsonString() == right.ToJsonString()
            || double.Parse(left.ToJsonString(), CultureInfo.InvariantCulture).Equals(double.Parse(right.ToJsonString(), CultureInfo.InvariantCulture));
    }

    private static string Text(JsonNode? node)
    {
        var text = node?.ToJsonString() ?? "null";
        return text.Length <= 80 ? text : $"{text[..80]}...";
    }
}
