namespace SyncGen.Runtime.Json;

using System;
using System.Globalization;
using System.Text.Json;

/// <summary>
/// The codec of points in time as RFC 3339 writes them: 2014-11-21T10:30:00.250+01:00. The offset stays, and so does the fraction
/// up to 100 nanoseconds; it is written with 0, 3, 6 or 7 digits.
/// </summary>
public readonly struct JsonDateTimeOffset : IJsonScalarCodec<DateTimeOffset>
{
    private const int MaxLength = 33;

    /// <inheritdoc/>
    public static DateTimeOffset Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && JsonDateText.TryReadDateTime(JsonRead.Text(ref reader), out var value)
            ? value
            : throw JsonError.Malformed(ref reader, "a date and time with an offset from UTC, such as 2014-11-21T10:30:00Z");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        writer.WriteStringValue(text[..Format(value, text)]);
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, DateTimeOffset value)
    {
        Span<byte> text = stackalloc byte[MaxLength];
        writer.WriteString(name, text[..Format(value, text)]);
    }

    private static int Format(DateTimeOffset value, Span<byte> text)
    {
        var fraction = value.Ticks % TimeSpan.TicksPerSecond;
        var format = 0 switch
        {
            _ when fraction == 0 => "yyyy-MM-dd'T'HH:mm:ss",
            _ when fraction % TimeSpan.TicksPerMillisecond == 0 => "yyyy-MM-dd'T'HH:mm:ss.fff",
            _ when fraction % TimeSpan.TicksPerMicrosecond == 0 => "yyyy-MM-dd'T'HH:mm:ss.ffffff",
            _ => "yyyy-MM-dd'T'HH:mm:ss.fffffff",
        };
        value.TryFormat(text, out var length, format, CultureInfo.InvariantCulture);
        if (value.Offset == TimeSpan.Zero)
        {
            text[length] = (byte)'Z';
            return length + 1;
        }

        value.TryFormat(text[length..], out var offsetLength, "zzz", CultureInfo.InvariantCulture);
        return length + offsetLength;
    }
}
