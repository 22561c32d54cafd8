namespace SyncGen.Runtime.Json;

using System.Runtime.CompilerServices;
using System.Text.Json;

/// <summary>The codec of decimal numbers, which keep 28 digits.</summary>
public readonly struct JsonDecimal : IJsonScalarCodec<decimal>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static decimal Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDecimal(out var value)
            ? value
            : throw JsonError.NotANumber(ref reader, "-79228162514264337593543950335", "79228162514264337593543950335");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, decimal value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, decimal value) => writer.WriteNumber(name, value);
}
