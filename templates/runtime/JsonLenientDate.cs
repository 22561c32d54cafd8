namespace SyncGen.Runtime.Json;

using System;
using System.Text.Json;

/// <summary>The codec of dates that may be written with a time, of which the date is read as it stands there.</summary>
public readonly struct JsonLenientDate : IJsonCodec<DateOnly>
{
    /// <inheritdoc/>
    public static DateOnly Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType == JsonTokenType.String)
        {
            var text = JsonRead.Text(ref reader);
            if (JsonDateText.TryReadDate(text, out var date))
                return date;
            if (JsonDateText.TryReadLenientDateTime(text, out _) && JsonDateText.TryReadDate(text[..JsonDateText.DateLength], out date))
                return date;
        }

        throw JsonError.Malformed(ref reader, "a date such as 2014-11-21");
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, DateOnly value) => JsonDateOnly.Write(writer, value);
}
