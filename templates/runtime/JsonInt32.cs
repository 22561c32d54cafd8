namespace SyncGen.Runtime.Json;

using System.Runtime.CompilerServices;
using System.Text.Json;

/// <summary>The codec of whole numbers of 32 bits. A whole number may be written with a fraction or an exponent: 1.0, 1e3.</summary>
public readonly struct JsonInt32 : IJsonScalarCodec<int>
{
    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Read(ref Utf8JsonReader reader) =>
        JsonInteger.TryReadDigits(ref reader, out var value) && value <= int.MaxValue ? (int)value : JsonInteger.Read<int>(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, int value) => writer.WriteNumberValue(value);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, JsonEncodedText name, int value) => writer.WriteNumber(name, value);
}
