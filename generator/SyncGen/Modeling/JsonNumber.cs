using System.Globalization;
using System.Text.RegularExpressions;

namespace SyncGen.Modeling;

/// <summary>A number by its JSON text, compared exactly however large it is.</summary>
internal static partial class JsonNumber
{
    /// <summary>Whether a text is a number as JSON writes it.</summary>
    public static bool IsNumber(string text) => JsonNumberPattern().IsMatch(text);

    /// <summary>Whether the value has no fraction: <c>1.50e1</c> has none.</summary>
    public static bool IsWhole(string text) => Parse(text) is { } number && (number.Digits.Length == 0 || number.Exponent >= number.Digits.Length);

    /// <summary>A whole number without fraction and exponent: <c>20</c> for <c>2.0e1</c>; null for any other text and for numbers of more digits than anybody writes.</summary>
    public static string? WholeText(string text)
    {
        const int longest = 64;
        if (!IsWhole(text) || Parse(text) is not { } number || number.Exponent > longest)
            return null;
        return number.Digits.Length == 0 ? "0" : (number.IsNegative ? "-" : "") + number.Digits.PadRight((int)number.Exponent, '0');
    }

    /// <summary>Whether the value is a whole number of 64 bits.</summary>
    public static bool IsInt64(string text) => WholeText(text) is { } whole && long.TryParse(whole, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out _);

    public static bool IsNegative(string text) => Parse(text) is { IsNegative: true, Digits.Length: > 0 };

    public static bool IsZero(string text) => Parse(text) is { Digits.Length: 0 };

    /// <summary>The value as an int; beyond its range the nearest int; null when it is no whole number.</summary>
    public static int? ToInt32(string text) =>
        !IsWhole(text) ? null
        : Compare(text, "2147483647") >= 0 ? int.MaxValue
        : Compare(text, "-2147483648") <= 0 ? int.MinValue
        : (int)decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Below zero, zero or above zero as the first is less than, equal to or greater than the second.</summary>
    public static int Compare(string first, string second)
    {
        if (Parse(first) is not { } left || Parse(second) is not { } right)
            return 0;
        var leftSign = left.Digits.Length == 0 ? 0 : left.IsNegative ? -1 : 1;
        var rightSign = right.Digits.Length == 0 ? 0 : right.IsNegative ? -1 : 1;
        if (leftSign != rightSign)
            return leftSign.CompareTo(rightSign);
        var magnitude = left.Exponent != right.Exponent
            ? left.Exponent.CompareTo(right.Exponent)
            : string.CompareOrdinal(left.Digits, right.Digits);
        return leftSign * magnitude;
    }

    /// <summary>The number as <c>0.DIGITS</c> times ten to the exponent, without zeros at either end; null when the text is no number.</summary>
    private static (bool IsNegative, string Digits, long Exponent)? Parse(string text)
    {
        var mark = text.AsSpan().IndexOfAny('e', 'E');
        var mantissa = mark < 0 ? text : text[..mark];
        var exponent = 0L;
        if (mark >= 0 && !long.TryParse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out exponent))
            exponent = text[mark + 1] == '-' ? long.MinValue / 2 : long.MaxValue / 2;
        var isNegative = mantissa.StartsWith('-');
        mantissa = mantissa.TrimStart('-', '+');
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa : mantissa[..point];
        var digits = whole + (point < 0 ? "" : mantissa[(point + 1)..]);
        if (digits.Length == 0 || !digits.All(char.IsAsciiDigit))
            return null;
        var trimmed = digits.TrimStart('0');
        exponent = Math.Clamp(exponent, long.MinValue / 2, long.MaxValue / 2) + whole.Length - (digits.Length - trimmed.Length);
        trimmed = trimmed.TrimEnd('0');
        return (isNegative, trimmed, trimmed.Length == 0 ? 0 : exponent);
    }

    [GeneratedRegex(@"\A-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][+-]?[0-9]+)?\z", RegexOptions.CultureInvariant)]
    private static partial Regex JsonNumberPattern();
}
