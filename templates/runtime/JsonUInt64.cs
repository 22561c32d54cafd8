namespace SyncGen.Runtime.Json;

using System.Runtime.CompilerServices;
using System.Text.Json;

/// <summary>The codec of whole numbers of 64 bits without a sign. A whole number may be written with a fraction or an exponent: 1.0, 1e3.</summary>
public readonly struct JsonUInt64 : IJsonScalarCodec<ulong>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out var value) ? value : JsonInteger.Read<ulong>(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, ulong value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, ulong value) => writer.WriteNumber(name, value);
}
