namespace SyncGen.Runtime.Json;

using System;
using System.Buffers;
using System.Runtime.CompilerServices;
using System.Text.Json;

/// <summary>The steps that codecs read JSON with.</summary>
public static class JsonRead
{
    /// <summary>Checks that the reader stands on the start of an object.</summary>
    /// <param name="reader">The reader.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StartObject(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartObject)
            throw JsonError.Expected(ref reader, "an object");
    }

    /// <summary>Checks that the reader stands on the start of an array.</summary>
    /// <param name="reader">The reader.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void StartArray(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw JsonError.Expected(ref reader, "an array");
    }

    /// <summary>Moves to the next property's name, or to the end of the object.</summary>
    /// <param name="reader">The reader, on the start of the object or on the last token of a property's value.</param>
    /// <param name="name">The name in UTF-8, without escapes.</param>
    /// <returns>There is a property.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NextName(ref Utf8JsonReader reader, out ReadOnlySpan<byte> name)
    {
        Advance(ref reader);
        if (reader.TokenType == JsonTokenType.EndObject)
        {
            name = default;
            return false;
        }

        name = Text(ref reader);
        return true;
    }

    /// <summary>Moves to the next item of an array, or to the end of the array.</summary>
    /// <param name="reader">The reader, on the start of the array or on the last token of an item.</param>
    /// <returns>There is an item.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool NextItem(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        return reader.TokenType != JsonTokenType.EndArray;
    }

    /// <summary>Moves from a property's name to its value. A name that was seen before is an error.</summary>
    /// <param name="reader">The reader, on the name.</param>
    /// <param name="seen">The bits of the properties seen so far.</param>
    /// <param name="member">The property's own bit.</param>
    /// <returns>The reader, on the value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref Utf8JsonReader Value(ref Utf8JsonReader reader, scoped ref ulong seen, ulong member)
    {
        if ((seen & member) != 0)
            throw JsonError.Duplicate(ref reader);
        seen |= member;
        Advance(ref reader);
        return ref reader;
    }

    /// <summary>Moves from a property's name to its value, of which the last one counts.</summary>
    /// <param name="reader">The reader, on the name.</param>
    /// <param name="seen">The bits of the properties seen so far.</param>
    /// <param name="member">The property's own bit.</param>
    /// <returns>The reader, on the value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref Utf8JsonReader LastValue(ref Utf8JsonReader reader, scoped ref ulong seen, ulong member)
    {
        seen |= member;
        Advance(ref reader);
        return ref reader;
    }

    /// <summary>Moves from a property's name to its value.</summary>
    /// <param name="reader">The reader, on the name.</param>
    /// <returns>The reader, on the value.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ref Utf8JsonReader Value(ref Utf8JsonReader reader)
    {
        Advance(ref reader);
        return ref reader;
    }

    /// <summary>Passes over the value of a property that nobody declares. Its texts must be Unicode all the same.</summary>
    /// <param name="reader">The reader, on the property's name.</param>
    public static void SkipValue(ref Utf8JsonReader reader)
    {
        JsonTextCheck.Check(ref reader);
        Advance(ref reader);
        JsonTextCheck.Pass(ref reader);
    }

    /// <summary>The text of the string or name that the reader stands on, in UTF-8 and without escapes.</summary>
    /// <param name="reader">The reader, on a string or a name.</param>
    /// <returns>The text; valid while the reader's input is.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ReadOnlySpan<byte> Text(ref Utf8JsonReader reader) =>
        reader.HasValueSequence || reader.ValueIsEscaped ? CopiedText(ref reader) : reader.ValueSpan;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Advance(ref Utf8JsonReader reader)
    {
        if (!reader.Read())
            throw JsonError.Incomplete();
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static byte[] CopiedText(ref Utf8JsonReader reader)
    {
        if (!reader.ValueIsEscaped)
            return reader.ValueSequence.ToArray();
        var text = new byte[reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length];
        var written = reader.CopyString(text);
        return text[..written];
    }
}
