namespace SyncGen.Runtime.Json;

using System;
using System.Text.Json;

/// <summary>The codec of durations: P3DT4H30M, P2W. Years and months are an error, for they have no fixed length, and so is what is negative.</summary>
public readonly struct JsonTimeSpan : IJsonCodec<TimeSpan>
{
    /// <inheritdoc/>
    public static TimeSpan Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && JsonDurationText.TryRead(JsonRead.Text(ref reader), out var value)
            ? value
            : throw JsonError.Malformed(ref reader, "a duration of weeks, or of days, hours, minutes and seconds, such as P3DT4H30M (the option times: text takes years and months)");

    /// <inheritdoc/>
    /// <exception cref="ArgumentOutOfRangeException">The duration is negative, which JSON has no form for.</exception>
    public static void Write(Utf8JsonWriter writer, TimeSpan value) => writer.WriteStringValue(JsonDurationText.Of(value));
}
