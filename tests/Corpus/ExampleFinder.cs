using System.Text.Json;
using System.Text.Json.Nodes;
using SyncGen.Documents;
using SyncGen.Linking;
using SyncGen.Projection;

namespace SyncGen.Corpus;

/// <summary>Finds every JSON example of a contract whose schema the index knows.</summary>
internal static class ExampleFinder
{
    public static IEnumerable<Example> Find(Contract contract, ContractIndex index)
    {
        var seen = new HashSet<Node>(ReferenceEqualityComparer.Instance);
        foreach (var entry in index.Schemas)
        {
            if (!contract.Documents.TryGetValue(entry.File, out var document) || Walk(document, entry.Pointer) is not { } schema)
                continue;
            foreach (var value in Values(contract, document, schema.Parent, schema.Location))
            {
                if (seen.Add(value.Node) && Json(value, schema.Location) is { } json)
                    yield return new Example($"{value.Document.File.Path}({value.Node.Span.Line})#{value.Pointer}", entry, schema.Location, json.Value);
            }
        }
    }

    private static IEnumerable<Location> Values(Contract contract, Document document, Location? parent, Location schema)
    {
        if (schema.Child("example") is { } own)
            yield return own;
        if (schema.Child("examples") is { Node: SequenceNode } several)
        {
            foreach (var item in several.Items())
                yield return item;
        }

        if (parent is not { } holder || !schema.Pointer.Text.EndsWith("/schema", StringComparison.Ordinal))
            yield break;
        if (holder.Child("example") is { } example)
            yield return example;
        if (holder.Child("examples") is not { Node: MappingNode } examples)
            yield break;
        var isSwagger = document.Root is MappingNode root && root.Get("swagger") is not null;
        foreach (var (member, location) in examples.Members())
        {
            if (!isSwagger && contract.Resolve(location).Child("value") is { } value)
                yield return value;
            else if (isSwagger && member.Name.Contains("json", StringComparison.Ordinal))
                yield return location;
        }
    }

    /// <summary>The JSON of an example. A string that stands for an object or list is the JSON text of it, as many contracts write.</summary>
    private static (JsonNode? Value, bool _)? Json(Location value, Location schema)
    {
        if (value.Node is ScalarNode { Kind: ScalarKind.String } text && !IsString(schema))
        {
            try
            {
                return (JsonNode.Parse(text.Text), true);
            }
            catch (JsonException)
            {
                return (JsonValue.Create(text.Text), true);
            }
        }

        return (NodeJson.Of(value), true);
    }

    private static bool IsString(Location schema) =>
        schema.Child("type") is { Node: ScalarNode { Text: "string" } };

    private static (Location Location, Location? Parent)? Walk(Document document, string pointer)
    {
        var location = Location.RootOf(document);
        Location? parent = null;
        foreach (var segment in new JsonPointer(pointer).Segments)
        {
            parent = location;
            if (location.Node is SequenceNode sequence && int.TryParse(segment, out var position) && position < sequence.Items.Length)
                location = location.Child(position);
            else if (location.Child(segment) is { } child)
                location = child;
            else
                return null;
        }

        return (location, parent);
    }
}
