using System.Globalization;
using System.Text.Json;
using Example.Runtime.Json;

namespace Shop.Json;

/// <summary>Writes the number of a pet as <c>p-1</c>.</summary>
public readonly struct PetIdCodec : IJsonCodec<PetId>
{
    /// <inheritdoc/>
    public static PetId Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.String && reader.GetString() is ['p', '-', .. var digits] && int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? new PetId(number)
            : throw new JsonException("The value is no id of a pet.");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, PetId value) => writer.WriteStringValue(string.Create(CultureInfo.InvariantCulture, $"p-{value.Number}"));
}
