using System.Buffers.Text;
using System.Text.Json;

namespace SyncGen.Runtime.Json;

/// <summary>The codec of bytes as Base64 for URLs, which is written without padding and read with or without it.</summary>
public readonly struct JsonBase64Url : IJsonCodec<byte[]>
{
    /// <inheritdoc/>
    public static byte[] Read(ref Utf8JsonReader reader)
    {
        if (reader.TokenType != JsonTokenType.String)
            throw JsonError.Malformed(ref reader, "Base64 for URLs");
        var text = JsonRead.Text(ref reader);
        return Base64Url.IsValid(text) ? Base64Url.DecodeFromUtf8(text) : throw JsonError.Malformed(ref reader, "Base64 for URLs");
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, byte[] value) => writer.WriteStringValue(Base64Url.EncodeToUtf8(value));

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, byte[] value) =>
        writer.WriteString(name, Base64Url.EncodeToUtf8(value));
}
