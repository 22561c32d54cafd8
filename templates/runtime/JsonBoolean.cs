namespace SyncGen.Runtime.Json;

using System.Text.Json;

/// <summary>The codec of true and false.</summary>
public readonly struct JsonBoolean : IJsonScalarCodec<bool>
{
    /// <inheritdoc/>
    public static bool Read(ref Utf8JsonReader reader) => reader.TokenType switch
    {
        JsonTokenType.True => true,
        JsonTokenType.False => false,
        _ => throw JsonError.Expected(ref reader, "true or false"),
    };

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, bool value) => writer.WriteBooleanValue(value);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, bool value) => writer.WriteBoolean(name, value);
}
