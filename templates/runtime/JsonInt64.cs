namespace SyncGen.Runtime.Json;

using System.Runtime.CompilerServices;
using System.Text.Json;

/// <summary>The codec of whole numbers of 64 bits. A whole number may be written with a fraction or an exponent: 1.0, 1e3.</summary>
public readonly struct JsonInt64 : IJsonScalarCodec<long>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static long Read(ref Utf8JsonReader reader) =>
        JsonInteger.TryReadDigits(ref reader, out var value) ? value : JsonInteger.Read<long>(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, long value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, long value) => writer.WriteNumber(name, value);
}
