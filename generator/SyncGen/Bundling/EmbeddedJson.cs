using System.Text.Json;
using SyncGen.Documents;

namespace SyncGen.Bundling;

/// <summary>Examples that are written as text although they are JSON: most tools take only the value itself for an example.</summary>
internal static class EmbeddedJson
{
    /// <summary>The object or list that a text holds; the node itself when it holds none.</summary>
    public static Node Unfold(Node node)
    {
        if (node is not ScalarNode { Kind: ScalarKind.String } text || text.Text.AsSpan().TrimStart() is not ['{' or '[', ..])
            return node;
        try
        {
            using var document = JsonDocument.Parse(text.Text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            return ToNode(document.RootElement, text);
        }
        catch (JsonException)
        {
            return node;
        }
    }

    private static Node ToNode(JsonElement element, ScalarNode text) => element.ValueKind switch
    {
        JsonValueKind.Object => new MappingNode(text.Span, [.. element.EnumerateObject().Select(member => new Member(member.Name, text.Span, ToNode(member.Value, text)))]),
        JsonValueKind.Array => new SequenceNode(text.Span, [.. element.EnumerateArray().Select(item => ToNode(item, text))]),
        JsonValueKind.String => new ScalarNode(text.Span, ScalarKind.String, element.GetString()!),
        JsonValueKind.Number => new ScalarNode(text.Span, ScalarKind.Number, element.GetRawText()),
        JsonValueKind.Null => new ScalarNode(text.Span, ScalarKind.Null, "null"),
        _ => new ScalarNode(text.Span, ScalarKind.Boolean, element.GetRawText()),
    };
}
