namespace SyncGen.Runtime.Json;

using System;
using System.Text.Json;

/// <summary>The codec of URIs, absolute or relative. They are written as they were read, not as <see cref="Uri"/> normalizes them.</summary>
public readonly struct JsonUri : IJsonScalarCodec<Uri>
{
    /// <inheritdoc/>
    public static Uri Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && Uri.TryCreate(reader.GetString(), UriKind.RelativeOrAbsolute, out var value)
            ? value
            : throw JsonError.Malformed(ref reader, "a URI");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, Uri value) => writer.WriteStringValue(value.OriginalString);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, Uri value) => writer.WriteString(name, value.OriginalString);
}
