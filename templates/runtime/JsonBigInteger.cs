namespace SyncGen.Runtime.Json;

using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

/// <summary>The codec of whole numbers of up to 1000 digits.</summary>
public readonly struct JsonBigInteger : IJsonCodec<BigInteger>
{
    /// <inheritdoc/>
    public static BigInteger Read(ref Utf8JsonReader reader) => JsonInteger.Read<BigInteger>(ref reader);

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, BigInteger value) =>
        writer.WriteRawValue(Encoding.ASCII.GetBytes(value.ToString(CultureInfo.InvariantCulture)), skipInputValidation: true);
}
