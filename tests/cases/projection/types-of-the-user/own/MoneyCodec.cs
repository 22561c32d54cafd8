using System.Text.Json;
using Example.Runtime.Json;

namespace Shop.Json;

/// <summary>Reads and writes an object of amount and currency.</summary>
public readonly struct MoneyCodec : IJsonCodec<Money>
{
    /// <inheritdoc/>
    public static Money Read(ref Utf8JsonReader reader)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var value = document.RootElement;
        return value.ValueKind == JsonValueKind.Object && value.TryGetProperty("amount", out var amount) && amount.TryGetInt64(out var number) && value.TryGetProperty("currency", out var currency)
            ? new Money(number, currency.GetProperty("code").GetString()!)
            : throw new JsonException("The value is no amount of money.");
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, Money value)
    {
        writer.WriteStartObject();
        writer.WriteNumber("amount", value.Amount);
        writer.WriteStartObject("currency");
        writer.WriteString("code", value.Currency);
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, Money value)
    {
        writer.WritePropertyName(name);
        Write(writer, value);
    }
}
