using System.Globalization;
using System.Text;

namespace SyncGen.Projection;

/// <summary>
/// Translates classes with characters beyond 16 bits, which are two characters to .NET: <c>[a🐲-🐳]</c> becomes <c>(?:[a]|\uD83D[\uDC32-\uDC33])</c>.
/// </summary>
internal static class AstralClass
{
    private const int LastOfPlane0 = 0xFFFF;
    private const int FirstBeyond = 0x10000;
    private const int Last = 0x10FFFF;

    /// <summary>The class in .NET's words, with the place of its closing bracket; null where it has no character beyond 16 bits.</summary>
    /// <param name="start">The place of the opening bracket.</param>
    public static (string Text, int End)? Translate(string pattern, int start)
    {
        var index = start + 1;
        var isNegated = index < pattern.Length && pattern[index] == '^';
        if (isNegated)
            index++;
        var plain = new StringBuilder();
        var ranges = new List<(int First, int Last)>();
        while (index < pattern.Length && pattern[index] != ']')
        {
            if (CodeAt(pattern, ref index) is not { } first)
            {
                // A class within the class.
                PatternText.AppendEscape(plain, pattern, ref index, isInClass: true);
                index++;
                continue;
            }

            var last = first;
            if (index + 1 < pattern.Length && pattern[index] == '-' && pattern[index + 1] != ']')
            {
                var behind = index + 1;
                if (CodeAt(pattern, ref behind) is { } end)
                    (last, index) = (end, behind);
            }

            if (last < first)
                return null;
            ranges.Add((first, last));
        }

        if (index >= pattern.Length || ranges.TrueForAll(range => range.Last < FirstBeyond))
            return null;
        foreach (var (first, last) in ranges.Where(range => range.First <= LastOfPlane0))
            AppendPlain(plain, first, Math.Min(last, LastOfPlane0));
        var beyond = ranges.Where(range => range.Last >= FirstBeyond).Select(range => (First: Math.Max(range.First, FirstBeyond), range.Last)).Order().ToList();
        var parts = (isNegated ? Others(beyond) : beyond).SelectMany(range => PairsOf(range.First, range.Last)).ToList();
        if (isNegated)
            parts.Insert(0, $@"[^{plain}\uD800-\uDFFF]");
        else if (plain.Length > 0)
            parts.Insert(0, $"[{plain}]");
        return (parts.Count == 0 ? "(?!)" : $"(?:{string.Join('|', parts)})", index);
    }

    /// <summary>The character at a place, which moves behind it; null for a class such as \d.</summary>
    private static int? CodeAt(string pattern, ref int index)
    {
        if (pattern[index] != '\\' || index + 1 == pattern.Length)
        {
            var code = char.IsHighSurrogate(pattern[index]) && index + 1 < pattern.Length && char.IsLowSurrogate(pattern[index + 1]) ? char.ConvertToUtf32(pattern, index) : pattern[index];
            index += code > LastOfPlane0 ? 2 : 1;
            return code;
        }

        var rest = pattern.AsSpan(index);
        if (rest.StartsWith(@"\u{") && rest.IndexOf('}') is > 0 and var close && TryHex(rest[3..close], out var named) && named <= Last)
        {
            index += close + 1;
            return named;
        }

        if (rest.StartsWith(@"\u") && rest.Length >= 6 && TryHex(rest[2..6], out var unit))
        {
            index += 6;
            if (!char.IsHighSurrogate((char)unit) || rest.Length < 12 || !rest[6..].StartsWith(@"\u") || !TryHex(rest[8..12], out var low) || !char.IsLowSurrogate((char)low))
                return unit;
            index += 6;
            return char.ConvertToUtf32((char)unit, (char)low);
        }

        if (rest[1] is 'd' or 'D' or 'w' or 'W' or 's' or 'S' or 'p' or 'P' or 'x' or 'c' or 'u' or (>= '0' and <= '9'))
            return null;
        index += 2;
        return rest[1] switch
        {
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'f' => '\f',
            'v' => '\v',
            'b' => '\b',
            var other => other,
        };
    }

    private static bool TryHex(ReadOnlySpan<char> digits, out int code) => int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out code) && code >= 0;

    /// <summary>Halves of pairs are no characters.</summary>
    private static void AppendPlain(StringBuilder plain, int first, int last)
    {
        foreach (var (from, to) in ((int, int)[])[(first, Math.Min(last, 0xD7FF)), (Math.Max(first, 0xE000), last)])
        {
            if (from <= to)
                plain.Append(Unit(from)).Append(from == to ? "" : "-" + Unit(to));
        }
    }

    private static IEnumerable<(int First, int Last)> Others(IEnumerable<(int First, int Last)> ranges)
    {
        var next = FirstBeyond;
        foreach (var (first, last) in ranges)
        {
            if (next < first)
                yield return (next, first - 1);
            next = Math.Max(next, last + 1);
        }

        if (next <= Last)
            yield return (next, Last);
    }

    /// <summary>Ranges of first halves, each with the range of second halves that follow.</summary>
    private static IEnumerable<string> PairsOf(int first, int last)
    {
        while (first <= last)
        {
            var (high, low) = HalvesOf(first);
            var (lastHigh, lastLow) = HalvesOf(last);
            // As many whole blocks as there are, else what is left of one.
            var end = high == lastHigh ? (High: high, Low: lastLow)
                : low == 0xDC00 ? (High: lastLow == 0xDFFF ? lastHigh : lastHigh - 1, Low: 0xDFFF)
                : (High: high, Low: 0xDFFF);
            yield return RangeOf(high, end.High) + RangeOf(low, end.Low);
            first = char.ConvertToUtf32((char)end.High, (char)end.Low) + 1;
        }
    }

    private static (int High, int Low) HalvesOf(int code) => (0xD800 + ((code - FirstBeyond) >> 10), 0xDC00 + ((code - FirstBeyond) & 0x3FF));

    private static string RangeOf(int first, int last) => first == last ? Unit(first) : $"[{Unit(first)}-{Unit(last)}]";

    private static string Unit(int code) => char.IsAsciiLetterOrDigit((char)code) ? ((char)code).ToString() : string.Create(CultureInfo.InvariantCulture, $@"\u{code:X4}");
}
