namespace SyncGen.Runtime.Json;

using System;
using System.Text.Json;

/// <summary>The codec of times of day that need no offset.</summary>
public readonly struct JsonLenientTime : IJsonCodec<TimeOnly>
{
    /// <inheritdoc/>
    public static TimeOnly Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && JsonDateText.TryReadTime(JsonRead.Text(ref reader), needsOffset: false, out var value) ? value : throw JsonTimeOnly.Malformed(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, TimeOnly value) => JsonTimeOnly.Write(writer, value);
}
