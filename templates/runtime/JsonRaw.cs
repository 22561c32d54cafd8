using System;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

namespace SyncGen.Runtime.Json;

/// <summary>The codec of free-form JSON as <see cref="RawJson"/>: the text is checked and copied, nothing is built.</summary>
public readonly struct JsonRaw : IJsonCodec<RawJson>
{
    /// <inheritdoc/>
    public static RawJson Read(ref Utf8JsonReader reader)
    {
        var text = ReadText(ref reader);
        // The reader leaves the inside of strings alone until somebody asks for them.
        return Utf8.IsValid(text) ? RawJson.FromValidText(text) : throw new JsonException("The value is not valid UTF-8.");
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Write(Utf8JsonWriter writer, RawJson value) => writer.WriteRawValue(value.Utf8Text.Span, skipInputValidation: true);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, RawJson value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }

    private static byte[] ReadText(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Number or JsonTokenType.True or JsonTokenType.False or JsonTokenType.Null when !reader.HasValueSequence =>
            reader.ValueSpan.ToArray(),
        JsonTokenType.String when !reader.HasValueSequence && !reader.ValueIsEscaped => [(byte)'"', .. reader.ValueSpan, (byte)'"'],
        JsonTokenType.StartObject or JsonTokenType.StartArray => ReadContainer(ref reader),
        _ => ReadElement(ref reader),
    };

    private static byte[] ReadContainer(ref Utf8JsonReader reader)
    {
        // A reader over a span has no position in a sequence; only then does the value lie in one piece.
        if (reader.Position.GetObject() is not null)
            return ReadElement(ref reader);
        ref var first = ref MemoryMarshal.GetReference(reader.ValueSpan);
        var start = reader.TokenStartIndex;
        if (!reader.TrySkip())
            throw JsonError.Incomplete();
        var length = (int)(reader.BytesConsumed - start);
        // The tokens at both ends are slices of one buffer, so what lies between them is the value's text.
        if (Unsafe.ByteOffset(ref first, ref MemoryMarshal.GetReference(reader.ValueSpan)) != length - 1)
            throw new InvalidOperationException("The reader's tokens do not lie in one buffer.");
        return MemoryMarshal.CreateReadOnlySpan(ref first, length).ToArray();
    }

    private static byte[] ReadElement(ref Utf8JsonReader reader) =>
        JsonMarshal.GetRawUtf8Value(JsonElement.ParseValue(ref reader)).ToArray();
}
