using System.Globalization;
using System.Numerics;

namespace SyncGen.Documents;

/// <summary>What a plain (unquoted) YAML scalar is by the core schema of YAML 1.2: <c>no</c> and <c>2001-01-01</c> are text.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Text">The value as JSON writes it.</param>
/// <param name="HasJsonForm">False for the numbers that JSON lacks: not-a-number and infinity.</param>
internal readonly record struct YamlScalar(ScalarKind Kind, string Text, bool HasJsonForm = true)
{
    /// <summary>Longer digits in base 8 or 16 are text: nobody means a number by them, and converting takes quadratic time.</summary>
    private const int LongestRadixNumber = 66;

    public static YamlScalar OfPlain(string text) => text switch
    {
        "" or "~" or "null" or "Null" or "NULL" => new(ScalarKind.Null, "null"),
        "true" or "True" or "TRUE" => new(ScalarKind.Boolean, "true"),
        "false" or "False" or "FALSE" => new(ScalarKind.Boolean, "false"),
        ".nan" or ".NaN" or ".NAN" => new(ScalarKind.Number, text, HasJsonForm: false),
        _ => OfNumberOrText(text),
    };

    private static YamlScalar OfNumberOrText(string text)
    {
        if (!char.IsAsciiDigit(text[0]) && text[0] is not ('-' or '+' or '.'))
            return new(ScalarKind.String, text);
        if (text is ['-' or '+', ..] ? text[1..] is ".inf" or ".Inf" or ".INF" : text is ".inf" or ".Inf" or ".INF")
            return new(ScalarKind.Number, text, HasJsonForm: false);
        return (RadixNumber(text) ?? DecimalNumber(text)) is { } number
            ? new(ScalarKind.Number, number)
            : new(ScalarKind.String, text);
    }

    private static string? RadixNumber(string text)
    {
        if (text.Length is < 3 or > LongestRadixNumber)
            return null;
        var digits = text.AsSpan(2);
        if (text.StartsWith("0x", StringComparison.Ordinal) && !digits.ContainsAnyExcept(HexadecimalDigits))
            return BigInteger.Parse($"0{digits}", NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture);
        if (!text.StartsWith("0o", StringComparison.Ordinal) || digits.ContainsAnyExceptInRange('0', '7'))
            return null;
        var value = BigInteger.Zero;
        foreach (var digit in digits)
            value = (value * 8) + (digit - '0');
        return value.ToString(CultureInfo.InvariantCulture);
    }

    private static readonly System.Buffers.SearchValues<char> HexadecimalDigits =
        System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    /// <summary>The number as JSON writes it (no plus sign, no leading zeros, digits around the point), or null for text.</summary>
    private static string? DecimalNumber(string text)
    {
        var position = text[0] is '-' or '+' ? 1 : 0;
        var whole = Digits(text, ref position);
        var fraction = ReadOnlySpan<char>.Empty;
        if (position < text.Length && text[position] == '.')
        {
            position++;
            fraction = Digits(text, ref position);
        }

        if (whole.IsEmpty && fraction.IsEmpty)
            return null;
        var mantissaEnd = position;
        if (position < text.Length && text[position] is 'e' or 'E')
        {
            position++;
            if (position < text.Length && text[position] is '-' or '+')
                position++;
            if (Digits(text, ref position).IsEmpty)
                return null;
        }

        if (position < text.Length)
            return null;
        var sign = text[0] == '-' ? "-" : "";
        var significant = whole.TrimStart('0');
        return $"{sign}{(significant.IsEmpty ? "0" : significant)}{(fraction.IsEmpty ? "" : ".")}{fraction}{text.AsSpan(mantissaEnd)}";
    }

    private static ReadOnlySpan<char> Digits(string text, scoped ref int position)
    {
        var start = position;
        while (position < text.Length && char.IsAsciiDigit(text[position]))
            position++;
        return text.AsSpan(start, position - start);
    }
}
