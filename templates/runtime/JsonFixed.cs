namespace SyncGen.Runtime.Json;

using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;

/// <summary>Reads properties that can have a few values only: those that tell a type from others.</summary>
public static class JsonFixed
{
    /// <summary>Reads a text that has one value only.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="text">The value in UTF-8.</param>
    /// <exception cref="JsonException">The JSON holds something else.</exception>
    public static void Text(ref Utf8JsonReader reader, ReadOnlySpan<byte> text)
    {
        if (reader.TokenType != JsonTokenType.String || !reader.ValueTextEquals(text))
            throw JsonError.Expected(ref reader, $"'{Encoding.UTF8.GetString(text)}'");
    }

    /// <summary>Reads a value that is one of a few.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TCodec">The codec of the type.</typeparam>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="values">The values.</param>
    /// <returns>The value that the JSON holds.</returns>
    /// <exception cref="JsonException">The JSON holds something else.</exception>
    public static T OneOf<T, TCodec>(ref Utf8JsonReader reader, scoped ReadOnlySpan<T> values)
        where TCodec : struct, IJsonCodec<T>
    {
        var start = reader;
        var read = TCodec.Read(ref reader);
        foreach (var value in values)
        {
            if (EqualityComparer<T>.Default.Equals(value, read))
                return read;
        }

        throw JsonError.Expected(ref start, values.Length == 1 ? $"'{values[0]}'" : $"one of {string.Join(", ", values.ToArray())}");
    }

    /// <summary>Reads a text that has one value only, where the last of several properties of one name counts.</summary>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="text">The value in UTF-8.</param>
    /// <param name="name">The property's name in UTF-8.</param>
    /// <exception cref="JsonException">The last property of the name holds something else.</exception>
    public static void LastText(ref Utf8JsonReader reader, ReadOnlySpan<byte> text, ReadOnlySpan<byte> name)
    {
        if (IsRepeated(reader, name))
            Skip(ref reader);
        else
            Text(ref reader, text);
    }

    /// <summary>Reads a value that is one of a few, where the last of several properties of one name counts.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <typeparam name="TCodec">The codec of the type.</typeparam>
    /// <param name="reader">The reader, on the value.</param>
    /// <param name="values">The values.</param>
    /// <param name="name">The property's name in UTF-8.</param>
    /// <returns>The value that the JSON holds; any of them where another one follows.</returns>
    /// <exception cref="JsonException">The last property of the name holds something else.</exception>
    public static T LastOneOf<T, TCodec>(ref Utf8JsonReader reader, scoped ReadOnlySpan<T> values, ReadOnlySpan<byte> name)
        where TCodec : struct, IJsonCodec<T>
    {
        if (!IsRepeated(reader, name))
            return OneOf<T, TCodec>(ref reader, values);
        Skip(ref reader);
        return values[0];
    }

    /// <summary>Whether another property of the name follows the value in the same object.</summary>
    private static bool IsRepeated(Utf8JsonReader reader, ReadOnlySpan<byte> name)
    {
        Skip(ref reader);
        while (JsonRead.NextName(ref reader, out var next))
        {
            if (next.SequenceEqual(name))
                return true;
            JsonRead.SkipValue(ref reader);
        }

        return false;
    }

    private static void Skip(ref Utf8JsonReader reader)
    {
        if (!reader.TrySkip())
            throw JsonError.Incomplete();
    }
}
