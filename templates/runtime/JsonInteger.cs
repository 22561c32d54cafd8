namespace SyncGen.Runtime.Json;

using System;
using System.Buffers;
using System.Globalization;
using System.Linq;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Text.Json;

/// <summary>Reads whole numbers that are written with a fraction or an exponent, exactly.</summary>
public static class JsonInteger
{
    private const int MaxDigits = 1000;

    // Any number of so many digits is a long.
    private const int MaxFastDigits = 18;

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
        var text = TextOf(ref reader);
        if (text.IndexOfAny((byte)'.', (byte)'e', (byte)'E') >= 0)
            text = PlainDigits(text);
        if (text.Length > MaxDigits)
            throw TooLong();
        return T.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : throw OutOfRange<T>();
    }

    /// <summary>Reads a number of a few digits and nothing else, which most are; the reader has checked the digits.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static bool TryReadDigits(ref Utf8JsonReader reader, out long value)
    {
        value = 0;
        if (reader.TokenType != JsonTokenType.Number || reader.HasValueSequence)
            return false;
        var digits = reader.ValueSpan;
        if (digits.Length > MaxFastDigits)
            return false;
        foreach (var character in digits)
        {
            var digit = (uint)character - '0';
            if (digit > 9)
                return false;
            value = (value * 10) + digit;
        }

        return true;
    }

    /// <summary>Whether the number that the reader stands on is whole.</summary>
    internal static bool IsWhole(ref Utf8JsonReader reader)
    {
        Split(TextOf(ref reader), out var significant, out var power);
        return significant.Length == 0 || power >= 0;
    }

    private static ReadOnlySpan<byte> TextOf(ref Utf8JsonReader reader) =>
        reader.HasValueSequence ? reader.ValueSequence.ToArray() : reader.ValueSpan;

    /// <summary>The same number without fraction and exponent: "-12.50e2" is "-1250".</summary>
    private static byte[] PlainDigits(ReadOnlySpan<byte> text)
    {
        Split(text, out var significant, out var power);
        if (significant.Length == 0)
            return "0"u8.ToArray();
        if (power < 0)
            throw new JsonException("The number is not whole.");
        if (power + significant.Length > MaxDigits)
            throw TooLong();
        var sign = text[..(text[0] == '-' ? 1 : 0)];
        return [.. sign, .. significant, .. Enumerable.Repeat((byte)'0', (int)power)];
    }

    /// <summary>Takes a number apart: it is the significant digits, none for zero, times ten to a power.</summary>
    private static void Split(ReadOnlySpan<byte> text, out ReadOnlySpan<byte> significant, out long power)
    {
        var exponentAt = text.IndexOfAny((byte)'e', (byte)'E');
        var mantissa = (exponentAt < 0 ? text : text[..exponentAt]).TrimStart((byte)'-');
        var pointAt = mantissa.IndexOf((byte)'.');
        var decimals = pointAt < 0 ? 0 : mantissa.Length - pointAt - 1;
        var digits = pointAt < 0 ? mantissa : (byte[])[.. mantissa[..pointAt], .. mantissa[(pointAt + 1)..]];
        digits = digits.TrimStart((byte)'0');
        significant = digits.TrimEnd((byte)'0');
        power = digits.Length - significant.Length - decimals + (exponentAt < 0 ? 0 : Exponent(text[(exponentAt + 1)..]));
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
