using System.Buffers;
using System.Globalization;
using System.Numerics;
using System.Text.Json;

namespace SyncGen.Runtime.Json;

/// <summary>Reads whole numbers that are written with a fraction or an exponent, exactly.</summary>
public static class JsonInteger
{
    private const int MaxDigits = 1000;

    /// <summary>Reads a whole number in whatever way JSON writes it.</summary>
    /// <typeparam name="T">The type of the number.</typeparam>
    /// <param name="reader">The reader, on the value.</param>
    /// <returns>The number.</returns>
    /// <exception cref="JsonException">It is no number, not whole or out of range.</exception>
    public static T Read<T>(ref Utf8JsonReader reader)
        where T : IBinaryInteger<T>
    {
        if (reader.TokenType != JsonTokenType.Number)
            throw JsonError.Expected(ref reader, "a whole number");
        ReadOnlySpan<byte> text = reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;
        if (text.IndexOfAny((byte)'.', (byte)'e', (byte)'E') >= 0)
            text = PlainDigits(text);
        return T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw OutOfRange<T>();
    }

    /// <summary>The same number without fraction and exponent: "-12.50e2" is "-1250".</summary>
    private static byte[] PlainDigits(ReadOnlySpan<byte> text)
    {
        var isNegative = text[0] == '-';
        var exponentAt = text.IndexOfAny((byte)'e', (byte)'E');
        var mantissa = (exponentAt < 0 ? text : text[..exponentAt])[(isNegative ? 1 : 0)..];
        var pointAt = mantissa.IndexOf((byte)'.');
        byte[] digits = pointAt < 0 ? mantissa.ToArray() : [.. mantissa[..pointAt], .. mantissa[(pointAt + 1)..]];
        var significant = digits.AsSpan().TrimStart((byte)'0');
        if (significant.IsEmpty)
            return "0"u8.ToArray();

        var trailingZeros = significant.Length - significant.TrimEnd((byte)'0').Length;
        // The value is the trimmed digits times ten to this power.
        var power = trailingZeros + (exponentAt < 0 ? 0 : Exponent(text[(exponentAt + 1)..])) - (pointAt < 0 ? 0 : mantissa.Length - pointAt - 1);
        significant = significant[..^trailingZeros];
        if (power < 0)
            throw new JsonException("The number is not whole.");
        if (power + significant.Length > MaxDigits)
            throw TooLong();
        return [.. isNegative ? "-"u8 : [], .. significant, .. Enumerable.Repeat((byte)'0', (int)power)];
    }

    private static long Exponent(ReadOnlySpan<byte> text)
    {
        if (int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var exponent))
            return exponent;
        return text[0] == '-' ? int.MinValue : int.MaxValue;
    }

    private static JsonException OutOfRange<T>()
        where T : IBinaryInteger<T>
    {
        var bits = T.Zero.GetByteCount() * 8;
        return typeof(T) == typeof(BigInteger) ? TooLong() : JsonError.OutOfRange(
            (T.IsNegative(T.Zero - T.One) ? -BigInteger.Pow(2, bits - 1) : BigInteger.Zero).ToString(CultureInfo.InvariantCulture),
            (BigInteger.Pow(2, T.IsNegative(T.Zero - T.One) ? bits - 1 : bits) - 1).ToString(CultureInfo.InvariantCulture));
    }

    private static JsonException TooLong() => new($"The number is out of range: it may have {MaxDigits} digits.");
}
