namespace SyncGen.Runtime.Json;

using System;
using System.Text.Json;

/// <summary>The codec of UUIDs.</summary>
public readonly struct JsonGuid : IJsonCodec<Guid>
{
    /// <inheritdoc/>
    public static Guid Read(ref Utf8JsonReader reader) => reader.TokenType == JsonTokenType.String && reader.TryGetGuid(out var value)
        ? value
        : throw JsonError.Malformed(ref reader, "a UUID");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, Guid value) => writer.WriteStringValue(value);

    /// <summary>Writes a property of an object.</summary>
    /// <param name="writer">Where to write it.</param>
    /// <param name="name">The name of the property.</param>
    /// <param name="value">Its value.</param>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, Guid value) => writer.WriteString(name, value);
}
