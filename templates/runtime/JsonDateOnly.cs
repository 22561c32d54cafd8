namespace SyncGen.Runtime.Json;

using System;
using System.Globalization;
using System.Text.Json;

/// <summary>The codec of dates: 2014-11-21.</summary>
public readonly struct JsonDateOnly : IJsonCodec<DateOnly>
{
    private const string Format = "yyyy-MM-dd";

    /// <inheritdoc/>
    public static DateOnly Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && JsonDateText.TryReadDate(JsonRead.Text(ref reader), out var value)
            ? value
            : throw JsonError.Malformed(ref reader, "a date such as 2014-11-21");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, DateOnly value)
    {
        Span<byte> text = stackalloc byte[Format.Length];
        value.TryFormat(text, out _, Format, CultureInfo.InvariantCulture);
        writer.WriteStringValue(text);
    }
}
