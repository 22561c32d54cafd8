namespace SyncGen.Runtime.Json;

using System.Runtime.CompilerServices;
using System.Text.Json;

/// <summary>The codec of numbers in double precision. A number beyond its range is an error, not infinity.</summary>
public readonly struct JsonDouble : IJsonScalarCodec<double>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetDouble(out var value) && double.IsFinite(value)
            ? value
            : throw JsonError.NotANumber(ref reader, "-1.7976931348623157E+308", "1.7976931348623157E+308");

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, double value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, double value) => writer.WriteNumber(name, value);
}
