namespace SyncGen.Runtime.Json;

using System.Text.Json;

/// <summary>The codec of bytes as Base64.</summary>
public readonly struct JsonBase64 : IJsonScalarCodec<byte[]>
{
    /// <inheritdoc/>
    public static byte[] Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.TryGetBytesFromBase64(out var value)
            ? value
            : throw JsonError.Malformed(ref reader, "Base64");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, byte[] value) => writer.WriteBase64StringValue(value);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, byte[] value) => writer.WriteBase64String(name, value);
}
