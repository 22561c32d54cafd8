namespace SyncGen.Runtime.Json;

using System;
using System.Text.Json;

/// <summary>The codec of UUIDs.</summary>
public readonly struct JsonGuid : IJsonScalarCodec<Guid>
{
    /// <inheritdoc/>
    public static Guid Read(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var value)
        ? value
        : throw JsonError.Malformed(ref reader, "a UUID");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, Guid value) => writer.WriteString(name, value);
}
