namespace SyncGen.Runtime.Json;

using System;
using System.Text.Json;

/// <summary>
/// The codec of points in time that need not be written as RFC 3339 says: the offset may be <c>+0200</c> or <c>+02</c>, or absent, which is UTC.
/// </summary>
public readonly struct JsonLenientDateTime : IJsonCodec<DateTimeOffset>
{
    /// <inheritdoc/>
    public static DateTimeOffset Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && JsonDateText.TryReadLenientDateTime(JsonRead.Text(ref reader), out var value)
            ? value
            : throw JsonError.Malformed(ref reader, "a date and time such as 2014-11-21T10:30:00Z");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, DateTimeOffset value) => JsonDateTimeOffset.Write(writer, value);
}
