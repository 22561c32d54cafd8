using System.Text.Json;
using Example.Runtime.Json;

namespace Shop.Json;

/// <summary>Reads and writes the name of a color.</summary>
public readonly struct ColorCodec : IJsonCodec<Color>
{
    /// <inheritdoc/>
    public static Color Read(ref Utf8JsonReader reader)
    {
        return reader.TokenType == JsonTokenType.String && reader.GetString() is "black" or "white"
            ? reader.ValueTextEquals("black"u8) ? Color.Black : Color.White
            : throw new JsonException("The value is no color.");
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, Color value)
    {
        writer.WriteStringValue(value == Color.Black ? "black"u8 : "white"u8);
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, Color value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }
}
