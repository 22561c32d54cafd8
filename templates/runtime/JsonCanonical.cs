namespace SyncGen.Runtime.Json;

using System;
using System.Buffers;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;

/// <summary>A form of JSON that is the same for equal values, however they are written.</summary>
internal static class JsonCanonical
{
    /// <summary>The canonical text of a value.</summary>
    /// <param name="utf8Json">The value's JSON.</param>
    public static string Of(ReadOnlyMemory<byte> utf8Json)
    {
        using var document = JsonDocument.Parse(utf8Json);
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, document.RootElement);
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, JsonElement value)
    {
        switch (value.ValueKind)
        {
            case JsonValueKind.Object:
                writer.WriteStartObject();
                foreach (var member in value.EnumerateObject().OrderBy(member => member.Name, StringComparer.Ordinal))
                {
                    writer.WritePropertyName(member.Name);
                    Write(writer, member.Value);
                }

                writer.WriteEndObject();
                break;
            case JsonValueKind.Array:
                writer.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case JsonValueKind.Number:
                writer.WriteRawValue(NumberOf(value), skipInputValidation: true);
                break;
            default:
                value.WriteTo(writer);
                break;
        }
    }

    /// <summary>1, 1.0 and 1e0 are the same number.</summary>
    private static string NumberOf(JsonElement value)
    {
        if (!value.TryGetDecimal(out var number) || (number == 0 && value.GetDouble() != 0))
            return value.TryGetDouble(out var large) && double.IsFinite(large) ? large.ToString("R", CultureInfo.InvariantCulture) : value.GetRawText();
        // A decimal keeps the zeros that it was written with; the division takes them off.
        return (number / 1.0000000000000000000000000000m).ToString(CultureInfo.InvariantCulture);
    }
}
