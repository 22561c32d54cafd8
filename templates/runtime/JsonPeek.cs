namespace SyncGen.Runtime.Json;

using System;
using System.Globalization;
using System.Text.Json;

/// <summary>
/// Looks into a value before it is read, to tell which case of a union it is. Works on a copy of the reader: passing a reader by
/// value copies it, and the original stays where it is.
/// </summary>
public static class JsonPeek
{
    [ThreadStatic]
    private static bool _isTrial;

    /// <summary>Finds a property of an object, wherever it stands in it.</summary>
    /// <param name="reader">The reader, on the object. It is moved: to the property's value, or to the object's end.</param>
    /// <param name="name">The property's name.</param>
    /// <returns>The object has the property.</returns>
    /// <example><code>
    /// var peek = reader;
    /// if (JsonPeek.Find(ref peek, "kind"u8) &amp;&amp; JsonPeek.IsText(ref peek, "cat"u8))
    ///     return CatCodec.Read(ref reader);
    /// </code></example>
    public static bool Find(ref Utf8JsonReader reader, ReadOnlySpan<byte> name) =>
        reader.TokenType == JsonTokenType.StartObject && FindNext(ref reader, name);

    /// <summary>Finds the last of an object's properties that have a name.</summary>
    /// <param name="reader">The reader, on the object. It is moved: to the property's value, or to the object's end.</param>
    /// <param name="name">The property's name.</param>
    /// <returns>The object has the property.</returns>
    public static bool FindLast(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        var isFound = Find(ref reader, name);
        for (var next = reader; isFound && SkipAndFind(ref next, name);)
            reader = next;
        return isFound;
    }

    /// <summary>Whether the reader stands on a string of the given text.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="text">The text in UTF-8.</param>
    /// <returns>It does.</returns>
    public static bool IsText(ref Utf8JsonReader reader, ReadOnlySpan<byte> text) =>
        reader.TokenType == JsonTokenType.String && reader.ValueTextEquals(text);

    /// <summary>Whether the reader stands on a number that is whole, however it is written.</summary>
    /// <param name="reader">The reader.</param>
    /// <returns>It does.</returns>
    public static bool IsWholeNumber(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.Number && JsonInteger.IsWhole(ref reader);

    /// <summary>Reads a whole number of 64 bits, however it is written: 1.0 is 1.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="value">The number.</param>
    /// <returns>The reader stands on one.</returns>
    public static bool TryInteger(ref Utf8JsonReader reader, out long value)
    {
        value = 0;
        if (reader.TokenType != JsonTokenType.Number)
            return false;
        if (reader.TryGetInt64(out value))
            return true;
        if (!reader.TryGetDecimal(out var number) || number != decimal.Truncate(number) || number is < long.MinValue or > long.MaxValue)
            return false;
        value = (long)number;
        return true;
    }

    /// <summary>Reads a whole number of 64 bits, which may stand in quotes.</summary>
    /// <param name="reader">The reader.</param>
    /// <param name="value">The number.</param>
    /// <returns>The reader stands on one.</returns>
    public static bool TryQuotedInteger(ref Utf8JsonReader reader, out long value)
    {
        if (reader.TokenType != JsonTokenType.String)
            return TryInteger(ref reader, out value);
        var text = JsonRead.Text(ref reader).Trim(" \t\r\n"u8);
        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out value);
    }

    /// <summary>Whether the reader stands on a list whose items are all of some kinds.</summary>
    /// <param name="reader">The reader, on the list.</param>
    /// <param name="kinds">The kinds.</param>
    /// <returns>They are.</returns>
    public static bool AreItems(Utf8JsonReader reader, JsonKinds kinds)
    {
        while (JsonRead.NextItem(ref reader))
        {
            if ((JsonKind.Of(ref reader) & kinds) == 0)
                return false;
            if (!reader.TrySkip())
                throw JsonError.Incomplete();
        }

        return true;
    }

    /// <summary>
    /// Whether a codec can read the value. Costs an exception when it cannot, so it is the last resort. A union within a union
    /// is taken to be readable, or else each level would double the work.
    /// </summary>
    /// <typeparam name="T">The type to read.</typeparam>
    /// <typeparam name="TCodec">The codec to try.</typeparam>
    /// <param name="reader">The reader, on the value.</param>
    /// <returns>It can.</returns>
    public static bool CanRead<T, TCodec>(Utf8JsonReader reader)
        where TCodec : struct, IJsonCodec<T>
    {
        if (_isTrial)
            return true;
        _isTrial = true;
        try
        {
            TCodec.Read(ref reader);
            return true;
        }
        catch (Exception error) when (JsonErrorLocation.IsWanted(error, reader.TokenType))
        {
            return false;
        }
        finally
        {
            _isTrial = false;
        }
    }

    private static bool SkipAndFind(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        if (!reader.TrySkip())
            throw JsonError.Incomplete();
        return FindNext(ref reader, name);
    }

    private static bool FindNext(ref Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        while (JsonRead.NextName(ref reader, out var found))
        {
            if (found.SequenceEqual(name))
            {
                JsonRead.Value(ref reader);
                return true;
            }

            JsonRead.SkipValue(ref reader);
        }

        return false;
    }
}
