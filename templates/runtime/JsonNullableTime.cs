namespace SyncGen.Runtime.Json;

using System.Text.Json;

/// <summary>The codec of a time that may be null: an empty text reads as null.</summary>
/// <typeparam name="T">The type of the time.</typeparam>
/// <typeparam name="TCodec">The codec of a time that is not null.</typeparam>
public readonly struct JsonNullableTime<T, TCodec> : IJsonCodec<T?>
    where T : struct
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static T? Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Null ? null : JsonOptionalTime<T, TCodec>.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T? value) => JsonNullableValue<T, TCodec>.Write(writer, value);
}
