namespace SyncGen.Runtime.Json;

using System.Runtime.CompilerServices;
using System.Text.Json;

/// <summary>The codec of numbers in single precision. A number beyond its range is an error, not infinity.</summary>
public readonly struct JsonSingle : IJsonScalarCodec<float>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static float Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetSingle(out var value) && float.IsFinite(value)
            ? value
            : throw JsonError.NotANumber(ref reader, "-3.4028235E+38", "3.4028235E+38");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, float value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, float value) => writer.WriteNumber(name, value);
}
