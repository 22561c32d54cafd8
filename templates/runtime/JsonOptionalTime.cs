namespace SyncGen.Runtime.Json;

using System.Text.Json;

/// <summary>The codec of a time that may be absent: an empty text reads as absent.</summary>
/// <typeparam name="T">The type of the time.</typeparam>
/// <typeparam name="TCodec">The codec of a time that is there.</typeparam>
public readonly struct JsonOptionalTime<T, TCodec> : IJsonCodec<T?>
    where T : struct
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static T? Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && JsonRead.Text(ref reader).IsEmpty ? null : TCodec.Read(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, T? value) => JsonNullableValue<T, TCodec>.Write(writer, value);
}
