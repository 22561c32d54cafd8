namespace SyncGen.Runtime.Json;

using System;
using System.Text.Json;

/// <summary>Kinds of JSON values, as bits.</summary>
[Flags]
public enum JsonKinds
{
    /// <summary>No kind.</summary>
    None = 0,

    /// <summary>Null.</summary>
    Null = 1,

    /// <summary>True or false.</summary>
    Boolean = 2,

    /// <summary>A number.</summary>
    Number = 4,

    /// <summary>A string.</summary>
    String = 8,

    /// <summary>An array.</summary>
    Array = 16,

    /// <summary>An object.</summary>
    Object = 32,

    /// <summary>Any value.</summary>
    Any = 63,

    /// <summary>A number in quotes, where nothing else fits.</summary>
    QuotedNumber = 64,

    /// <summary>True or false in quotes, where nothing else fits.</summary>
    QuotedBoolean = 128,

    /// <summary>Null for an absent property, where nothing else fits.</summary>
    NullForAbsent = 256,

    /// <summary>What reading forgives.</summary>
    Forgiven = QuotedNumber | QuotedBoolean | NullForAbsent,
}

/// <summary>Tells the kinds of JSON values.</summary>
internal static class JsonKind
{
    /// <summary>The kind of the value that the reader stands on.</summary>
    public static JsonKinds Of(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => JsonKinds.Null,
        JsonTokenType.True or JsonTokenType.False => JsonKinds.Boolean,
        JsonTokenType.Number => JsonKinds.Number,
        JsonTokenType.String => JsonKinds.String,
        JsonTokenType.StartArray => JsonKinds.Array,
        _ => JsonKinds.Object,
    };

    /// <summary>What the value that the reader stands on can be taken for.</summary>
    public static JsonKinds ForgivenOf(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.Null => JsonKinds.NullForAbsent,
        JsonTokenType.String => OfText(JsonRead.Text(ref reader)),
        _ => JsonKinds.None,
    };

    /// <summary>What a text can be taken for.</summary>
    public static JsonKinds OfText(ReadOnlySpan<byte> text)
    {
        var trimmed = text.Trim(" \t\r\n"u8);
        if (trimmed.SequenceEqual("true"u8) || trimmed.SequenceEqual("false"u8))
            return JsonKinds.QuotedBoolean;
        return IsNumber(trimmed) ? JsonKinds.QuotedNumber : JsonKinds.None;
    }

    private static bool IsNumber(ReadOnlySpan<byte> text)
    {
        // Most other texts need not cost an exception.
        if (text is not [(byte)'-' or (>= (byte)'0' and <= (byte)'9'), ..])
            return false;
        try
        {
            var reader = new Utf8JsonReader(text);
            return reader.Read() && reader.TokenType == JsonTokenType.Number && !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
