using System.Text.Json;
using Example.Runtime.Json;

namespace Shop.Json;

/// <summary>Reads and writes a list of width and height.</summary>
public readonly struct SizeCodec : IJsonCodec<Size>
{
    /// <inheritdoc/>
    public static Size Read(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        return document.RootElement is { ValueKind: JsonValueKind.Array } value && value.GetArrayLength() == 2
            ? new Size(value[0].GetInt32(), value[1].GetInt32())
            : throw new JsonException("The value is no size.");
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, Size value)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Width);
        writer.WriteNumberValue(value.Height);
        writer.WriteEndArray();
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, Size value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }
}
