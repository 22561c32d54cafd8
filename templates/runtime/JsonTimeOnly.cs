namespace SyncGen.Runtime.Json;

using System;
using System.Globalization;
using System.Text.Json;

/// <summary>The codec of times of day in UTC: 08:30:06Z. Other offsets are an error, for a <see cref="TimeOnly"/> has none.</summary>
public readonly struct JsonTimeOnly : IJsonCodec<TimeOnly>
{
    /// <inheritdoc/>
    public static TimeOnly Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && JsonDateText.TryReadTime(JsonRead.Text(ref reader), needsOffset: true, out var value) ? value : throw Malformed(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, TimeOnly value)
    {
        Span<byte> text = stackalloc byte["HH:mm:ss.fffffffZ".Length];
        value.TryFormat(text, out var length, "HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);
        writer.WriteStringValue(text[..length]);
    }

    internal static JsonException Malformed(ref Utf8JsonReader reader) =>
        JsonError.Malformed(ref reader, "a time in UTC such as 08:30:06Z, without a leap second (the option times: text takes any offset)");
}
