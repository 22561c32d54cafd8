namespace SyncGen.Runtime.Json;

using System;
using System.Globalization;
using System.Numerics;
using System.Text;

/// <summary>Numbers by their JSON text, however large or exact.</summary>
internal static class JsonNumberText
{
    /// <summary>A decimal holds as many digits exactly.</summary>
    private const int DecimalDigits = 28;

    /// <summary>Numbers of more digits are not divided.</summary>
    private const int MostDigits = 1000;

    /// <summary>Below zero, zero or above zero as the first is less than, equal to or greater than the second.</summary>
    public static int Compare(ReadOnlySpan<byte> first, ReadOnlySpan<byte> second)
    {
        if (TryDecimal(first, out var small) && TryDecimal(second, out var other))
            return small.CompareTo(other);
        var (left, right) = (Parse(first), Parse(second));
        if (left.Sign != right.Sign)
            return left.Sign.CompareTo(right.Sign);
        var order = left.Exponent != right.Exponent ? left.Exponent.CompareTo(right.Exponent) : string.CompareOrdinal(left.Digits, right.Digits);
        return left.Sign * order;
    }

    /// <summary>Whether a number has no fraction.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> text)
    {
        if (text.IndexOfAny((byte)'.', (byte)'e', (byte)'E') < 0)
            return true;
        var number = Parse(text);
        return number.Digits.Length == 0 || number.Exponent >= number.Digits.Length;
    }

    /// <summary>Whether a number is a multiple of another; null where both are too far apart to say so.</summary>
    public static bool? IsMultiple(ReadOnlySpan<byte> text, ReadOnlySpan<byte> divisor)
    {
        if (TryDecimal(text, out var small) && TryDecimal(divisor, out var factor))
            return small % factor == 0;
        var (number, other) = (Parse(text), Parse(divisor));
        if (number.Digits.Length == 0)
            return true;
        var (scale, otherScale) = (number.Exponent - number.Digits.Length, other.Exponent - other.Digits.Length);
        var least = Math.Min(scale, otherScale);
        if (number.Digits.Length + scale - least > MostDigits || other.Digits.Length + otherScale - least > MostDigits)
            return null;
        return (Whole(number.Digits, scale - least) % Whole(other.Digits, otherScale - least)).IsZero;
    }

    /// <summary>A number that equal numbers have in common.</summary>
    public static int HashOf(ReadOnlySpan<byte> text)
    {
        var number = Parse(text);
        return HashCode.Combine(number.Sign, number.Digits, number.Exponent);
    }

    private static BigInteger Whole(string digits, long zeros) => BigInteger.Parse(digits, CultureInfo.InvariantCulture) * BigInteger.Pow(10, (int)zeros);

    private static bool TryDecimal(ReadOnlySpan<byte> text, out decimal number)
    {
        number = 0;
        return text.Length <= DecimalDigits
            && text.IndexOfAny((byte)'e', (byte)'E') < 0
            && decimal.TryParse(text, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
    }

    /// <summary>The number as <c>0.DIGITS</c> times ten to the exponent, without zeros at either end.</summary>
    private static (int Sign, string Digits, long Exponent) Parse(ReadOnlySpan<byte> utf8Text)
    {
        var text = Encoding.ASCII.GetString(utf8Text);
        var mark = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = (mark < 0 ? text : text[..mark]).TrimStart('-');
        var exponent = 0L;
        if (mark >= 0 && !long.TryParse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            exponent = text[mark + 1] == '-' ? long.MinValue : long.MaxValue;
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var digits = point < 0 ? mantissa : string.Concat(mantissa.AsSpan(0, point), mantissa.AsSpan(point + 1));
        var trimmed = digits.TrimStart('0');
        exponent = Math.Clamp(exponent, long.MinValue / 2, long.MaxValue / 2) + (point < 0 ? mantissa.Length : point) - (digits.Length - trimmed.Length);
        trimmed = trimmed.TrimEnd('0');
        return trimmed.Length == 0 ? (0, "", 0) : (text[0] == '-' ? -1 : 1, trimmed, exponent);
    }
}
