namespace SyncGen.Runtime.Json;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

/// <summary>The codec of arrays of whole numbers, which hands the writer many numbers at once.</summary>
/// <typeparam name="T">The type of a number.</typeparam>
/// <typeparam name="TCodec">The codec of a number.</typeparam>
public readonly struct JsonIntegerList<T, TCodec> : IJsonCodec<IReadOnlyList<T>>
    where T : struct, IUtf8SpanFormattable
    where TCodec : struct, IJsonCodec<T>
{
    // The writer itself is as fast for a few.
    private const int ShortestRun = 8;
    private const int RoomForText = 256;

    // A sign, 19 digits and a comma.
    private const int LongestItem = 21;

    /// <inheritdoc/>
    public static IReadOnlyList<T> Read(ref Utf8JsonReader reader) => JsonList<T, TCodec>.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<T> value)
    {
        if (value is not T[] { Length: >= ShortestRun } items || writer.Options.Indented)
        {
            JsonList<T, TCodec>.Write(writer, value);
            return;
        }

        writer.WriteStartArray();
        WriteItems(writer, items);
        writer.WriteEndArray();
    }

    /// <summary>To the writer a run of numbers with their commas is one value, raw and not looked at.</summary>
    private static void WriteItems(Utf8JsonWriter writer, ReadOnlySpan<T> items)
    {
        Span<byte> text = stackalloc byte[RoomForText];
        var length = 0;
        foreach (var item in items)
        {
            if (length > RoomForText - LongestItem)
            {
                writer.WriteRawValue(text[..(length - 1)], skipInputValidation: true);
                length = 0;
            }

            item.TryFormat(text[length..], out var written, default, CultureInfo.InvariantCulture);
            length += written;
            text[length++] = (byte)',';
        }

        if (length > 0)
            writer.WriteRawValue(text[..(length - 1)], skipInputValidation: true);
    }
}
