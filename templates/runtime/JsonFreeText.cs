namespace SyncGen.Runtime.Json;

using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;

/// <summary>Takes the text of a value of free-form JSON, whose texts must be Unicode.</summary>
internal static class JsonFreeText
{
    /// <summary>Passes over a value and gives its text. A name that an object has twice is an error.</summary>
    /// <returns>The text; valid while the reader's input is.</returns>
    public static ReadOnlySpan<byte> Read(ref Utf8JsonReader reader)
    {
        var start = reader;
        if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            JsonNameCheck.Pass(ref reader);
        return TextOf(start, ref reader);
    }

    /// <summary>Passes over a value and gives its text. An object may have a name twice.</summary>
    /// <returns>The text; valid while the reader's input is.</returns>
    public static ReadOnlySpan<byte> ReadLast(ref Utf8JsonReader reader)
    {
        var start = reader;
        if (!reader.TrySkip())
            throw JsonError.Incomplete();
        return TextOf(start, ref reader);
    }

    /// <summary>Parses the text that was read.</summary>
    public static JsonElement Parse(ReadOnlySpan<byte> text, JsonReaderOptions options)
    {
        // The reader has counted already.
        options.MaxDepth = int.MaxValue;
        if (options.CommentHandling == JsonCommentHandling.Allow)
            options.CommentHandling = JsonCommentHandling.Skip;
#if NET10_0_OR_GREATER
        return JsonElement.Parse(text, new JsonDocumentOptions
        {
            AllowTrailingCommas = options.AllowTrailingCommas,
            CommentHandling = options.CommentHandling,
            MaxDepth = options.MaxDepth,
        });
#else
        var reader = new Utf8JsonReader(text, options);
        return JsonElement.ParseValue(ref reader);
#endif
    }

    private static ReadOnlySpan<byte> TextOf(scoped in Utf8JsonReader start, ref Utf8JsonReader end)
    {
        var text = SliceOf(start, ref end);
        return JsonTextCheck.IsUnicode(text) ? text : throw JsonTextCheck.Malformed(start, ref end);
    }

    private static ReadOnlySpan<byte> SliceOf(scoped in Utf8JsonReader start, ref Utf8JsonReader end)
    {
        // A reader over a span has no position in a sequence; only then does the value lie in one piece.
        if (start.Position.GetObject() is not null)
        {
            var value = start;
            return JsonElementText.Of(JsonElement.ParseValue(ref value));
        }

        if (start.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            return JsonTextCheck.Between(start, ref end);
        return start.TokenType == JsonTokenType.String ? Around(start.ValueSpan) : start.ValueSpan;
    }

    /// <summary>The text of a string with its quotes, which lie around it in the reader's input.</summary>
    private static ReadOnlySpan<byte> Around(ReadOnlySpan<byte> text) =>
        MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Subtract(ref MemoryMarshal.GetReference(text), 1), text.Length + 2);
}
