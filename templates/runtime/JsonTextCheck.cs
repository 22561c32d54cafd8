namespace SyncGen.Runtime.Json;

using System;
using System.Buffers;
using System.Buffers.Text;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Unicode;

/// <summary>Refuses texts that are no Unicode in values that nobody decodes: the reader leaves the inside of strings alone until somebody asks for them.</summary>
internal static class JsonTextCheck
{
    /// <summary>Passes over a value, from its first token to its last one.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Pass(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
            Check(ref reader);
        else if (reader.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray)
            PassParts(ref reader);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void PassParts(ref Utf8JsonReader reader)
    {
        var start = reader;
        // A reader over a span has no position in a sequence; only then does the value lie in one piece.
        if (reader.Position.GetObject() is not null)
        {
            PassTokens(ref reader);
            return;
        }

        if (!reader.TrySkip())
            throw JsonError.Incomplete();
        if (!IsUnicode(Between(start, ref reader)))
            throw Malformed(start, ref reader);
    }

    /// <summary>Checks the string or name that the reader stands on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check(ref Utf8JsonReader reader)
    {
        if ((reader.HasValueSequence || reader.ValueIsEscaped || !IsShortAscii(reader.ValueSpan)) && !IsUnicode(ref reader))
            throw Malformed();
    }

    /// <summary>Whether a JSON text is UTF-8, and no string in it has half of a surrogate pair among its escapes.</summary>
    public static bool IsUnicode(ReadOnlySpan<byte> json) => Utf8.IsValid(json) && (json.IndexOf("\\u"u8) < 0 || !HasHalfPair(json));

    /// <summary>The text of an object or array whose two ends lie in one buffer.</summary>
    public static ReadOnlySpan<byte> Between(scoped in Utf8JsonReader start, ref Utf8JsonReader end)
    {
        ref var first = ref MemoryMarshal.GetReference(start.ValueSpan);
        var length = (int)(end.BytesConsumed - start.TokenStartIndex);
        // The tokens at both ends are slices of one buffer, so what lies between them is the value's text.
        if (Unsafe.ByteOffset(ref first, ref MemoryMarshal.GetReference(end.ValueSpan)) != length - 1)
            throw new InvalidOperationException("The reader's tokens do not lie in one buffer.");
        return MemoryMarshal.CreateReadOnlySpan(ref first, length);
    }

    /// <summary>Goes to the string that is no Unicode, so that the error has its path.</summary>
    public static JsonException Malformed(scoped in Utf8JsonReader start, ref Utf8JsonReader reader)
    {
        reader = start;
        while (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || IsUnicode(ref reader))
        {
            if (!reader.Read())
                throw JsonError.Incomplete();
        }

        return Malformed();
    }

    private static JsonException Malformed() => new("The string is not valid UTF-8, or it has half of a surrogate pair.");

    private static void PassTokens(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        do
        {
            if (!reader.Read())
                throw JsonError.Incomplete();
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
                Check(ref reader);
        }
        while (reader.CurrentDepth > depth);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static bool IsUnicode(ref Utf8JsonReader reader) =>
        reader.HasValueSequence ? IsUnicode(reader.ValueSequence.ToArray())
        : reader.ValueIsEscaped ? IsUnicode(reader.ValueSpan)
        : Utf8.IsValid(reader.ValueSpan);

    /// <summary>Most names are short and ASCII, which two looks at them tell.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool IsShortAscii(ReadOnlySpan<byte> text) => text.Length switch
    {
        >= sizeof(uint) and < sizeof(ulong) => ((MemoryMarshal.Read<uint>(text) | MemoryMarshal.Read<uint>(text[^sizeof(uint)..])) & 0x80808080) == 0,
        >= sizeof(ulong) and <= 2 * sizeof(ulong) => ((MemoryMarshal.Read<ulong>(text) | MemoryMarshal.Read<ulong>(text[^sizeof(ulong)..])) & 0x8080808080808080) == 0,
        _ => false,
    };

    private static bool HasHalfPair(ReadOnlySpan<byte> json)
    {
        while (json.IndexOf((byte)'\\') is >= 0 and var at)
        {
            var code = CodeOf(json[at..]);
            json = json[Math.Min(at + (code < 0 ? 2 : 6), json.Length)..];
            if (code is < 0xD800 or > 0xDFFF)
                continue;
            if (code >= 0xDC00 || CodeOf(json) is < 0xDC00 or > 0xDFFF)
                return true;
            json = json[6..];
        }

        return false;
    }

    /// <summary>The code unit that a text begins with as an escape; -1 for others.</summary>
    private static int CodeOf(ReadOnlySpan<byte> text) =>
        text is [(byte)'\\', (byte)'u', _, _, _, _, ..] && Utf8Parser.TryParse(text.Slice(2, 4), out int code, out var length, 'x') && length == 4 ? code : -1;
}
