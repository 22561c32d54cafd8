using System;
using System.Collections.Generic;
using System.Text.Json;

namespace SyncGen.Runtime.Json;

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
            throw JsonError.Expected(ref reader, $"'{System.Text.Encoding.UTF8.GetString(text)}'");
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
}
