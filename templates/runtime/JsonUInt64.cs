namespace SyncGen.Runtime.Json;

using System.Runtime.CompilerServices;
using System.Text.Json;

/// <summary>The codec of whole numbers of 64 bits without a sign. A whole number may be written with a fraction or an exponent: 1.0, 1e3.</summary>
public readonly struct JsonUInt64 : IJsonCodec<ulong>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static ulong Read(ref Utf8JsonReader reader) =>
        reader.TokenType == JsonTokenType.Number && reader.TryGetUInt64(out var value) ? value : JsonInteger.Read<ulong>(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, ulong value) => writer.WriteNumberValue(value);

    /// <summary>Writes a property of an object.</summary>
    /// <param name="writer">Where to write it.</param>
    /// <param name="name">The name of the property.</param>
    /// <param name="value">Its value.</param>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, ulong value) => writer.WriteNumber(name, value);
}
