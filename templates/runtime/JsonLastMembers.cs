namespace SyncGen.Runtime.Json;

using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

/// <summary>Leaves of properties with one name the last one.</summary>
internal static class JsonLastMembers
{
    /// <summary>The tree of the value without the others.</summary>
    public static JsonTree Of(JsonTree tree)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { MaxDepth = int.MaxValue }))
            Write(writer, tree, JsonTree.Root);
        return JsonTree.Of(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, JsonTree tree, int node)
    {
        switch (tree.KindOf(node))
        {
            case JsonTokenType.StartObject:
                writer.WriteStartObject();
                foreach (var name in LastOf(tree, node))
                {
                    writer.WritePropertyName(tree.TextOf(name));
                    Write(writer, tree, name + 1);
                }

                writer.WriteEndObject();
                break;
            case JsonTokenType.StartArray:
                writer.WriteStartArray();
                for (var item = tree.FirstOf(node); item < tree.EndOf(node); item = tree.After(item))
                    Write(writer, tree, item);
                writer.WriteEndArray();
                break;
            case JsonTokenType.String:
                writer.WriteStringValue(tree.TextOf(node));
                break;
            case JsonTokenType.Number:
                writer.WriteRawValue(tree.TextOf(node), skipInputValidation: true);
                break;
            case JsonTokenType.Null:
                writer.WriteNullValue();
                break;
            default:
                writer.WriteBooleanValue(tree.KindOf(node) == JsonTokenType.True);
                break;
        }
    }

    private static Dictionary<string, int>.ValueCollection LastOf(JsonTree tree, int node)
    {
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var name = tree.FirstOf(node); name < tree.EndOf(node); name = tree.After(name + 1))
            names[Encoding.UTF8.GetString(tree.TextOf(name))] = name;
        return names.Values;
    }
}
