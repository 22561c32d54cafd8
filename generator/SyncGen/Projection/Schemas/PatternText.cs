using System.Text;
using System.Text.RegularExpressions;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Translates patterns of ECMA 262 to .NET's, where they say the same in other words.</summary>
internal static class PatternText
{
    /// <summary>The pattern and its options as C#, or null when .NET cannot express it.</summary>
    public static (string Pattern, bool IsLinear)? Translate(string pattern)
    {
        if (pattern.Length > SpecificationChecker.LongestPattern)
            return null;
        if (ToDotNet(pattern) is not { } translated)
            return null;
        if (IsAccepted(translated, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant))
            return (translated, true);
        return IsAccepted(translated, RegexOptions.CultureInvariant) ? (translated, false) : null;
    }

    private static bool IsAccepted(string pattern, RegexOptions options)
    {
        try
        {
            _ = new Regex(pattern, options, TimeSpan.FromSeconds(1));
            return true;
        }
        catch (Exception exception) when (exception is ArgumentException or NotSupportedException)
        {
            return false;
        }
    }

    /// <summary>The pattern in .NET's words; null where a class has half of a character beyond 16 bits.</summary>
    private static string? ToDotNet(string pattern)
    {
        var text = new StringBuilder(pattern.Length + 16);
        var isInClass = false;
        for (var index = 0; index < pattern.Length; index++)
        {
            var character = pattern[index];
            if (character == '\\' && index + 1 < pattern.Length)
                AppendEscape(text, pattern, ref index, isInClass);
            else if (!isInClass && character == '[' && AstralClass.Translate(pattern, index) is { } astral)
                (index, _) = (astral.End, text.Append(astral.Text));
            else if (isInClass && char.IsSurrogate(character))
                return null;
            else if (isInClass)
                AppendInClass(text, character, ref isInClass);
            else if (char.IsHighSurrogate(character) && index + 2 < pattern.Length && pattern[index + 2] is '*' or '+' or '?' or '{')
                // To .NET it is two characters, of which a quantifier would take the second one.
                text.Append("(?:").Append(character).Append(pattern[++index]).Append(')');
            else if (character == '[')
                AppendClassStart(text, pattern, ref index, ref isInClass);
            else
                // In .NET $ also stands before a final line end.
                text.Append(character == '$' ? @"\z" : character);
        }

        return text.ToString();
    }

    /// <summary>Appends what the backslash at a place begins, and moves to its last character.</summary>
    public static void AppendEscape(StringBuilder text, string pattern, ref int index, bool isInClass)
    {
        var escaped = pattern[++index];
        switch (escaped)
        {
            // .NET's digits, word characters and boundaries know all of Unicode.
            case 'd':
                text.Append(isInClass ? "0-9" : "[0-9]");
                break;
            case 'D' when !isInClass:
                text.Append("[^0-9]");
                break;
            case 'w':
                text.Append(isInClass ? "a-zA-Z0-9_" : "[a-zA-Z0-9_]");
                break;
            case 'W' when !isInClass:
                text.Append("[^a-zA-Z0-9_]");
                break;
            // To .NET the byte order mark is no white space, and U+0085 is.
            case 's':
                text.Append(isInClass ? @"\s\uFEFF" : @"[\s\uFEFF-[\u0085]]");
                break;
            case 'S' when !isInClass:
                text.Append(@"[\S\u0085-[\uFEFF]]");
                break;
            case 'p' or 'P' when index + 1 < pattern.Length && pattern[index + 1] == '{' && pattern.IndexOf('}', index) is > 0 and var close && CategoryOf(pattern[(index + 2)..close]) is { } category:
                text.Append('\\').Append(escaped).Append('{').Append(category).Append('}');
                index = close;
                break;
            case 'u' when index + 1 < pattern.Length && pattern[index + 1] == '{' && pattern.IndexOf('}', index) is > 0 and var end
                && int.TryParse(pattern.AsSpan(index + 2, end - index - 2), System.Globalization.NumberStyles.HexNumber, null, out var value) && value <= 0x10FFFF && value is < 0xD800 or > 0xDFFF:
                text.Append(Regex.Escape(char.ConvertFromUtf32(value)));
                index = end;
                break;
            case '/' or '_' or '-' or '\'' or '"' or ':' or ';' or ',' or '=' or '!' or '@' or '%' or '&' or '<' or '>' or '~' or '`':
                text.Append(isInClass && escaped == '-' ? @"\-" : escaped);
                break;
            default:
                text.Append('\\').Append(escaped);
                break;
        }
    }

    /// <summary>.NET's name of a general category that Unicode has a longer one for; null for other names.</summary>
    private static string? CategoryOf(string name) => name switch
    {
        "Letter" => "L",
        "Uppercase_Letter" => "Lu",
        "Lowercase_Letter" => "Ll",
        "Mark" => "M",
        "Number" => "N",
        "Decimal_Number" or "digit" => "Nd",
        "Punctuation" or "punct" => "P",
        "Symbol" => "S",
        "Separator" => "Z",
        _ => null,
    };

    private static void AppendInClass(StringBuilder text, char character, ref bool isInClass)
    {
        isInClass = character != ']';
        // Within a class .NET reads [ and a doubled - as a subtraction.
        text.Append(character == '[' ? @"\[" : character);
    }

    private static void AppendClassStart(StringBuilder text, string pattern, ref int index, ref bool isInClass)
    {
        if (pattern.AsSpan(index).StartsWith("[^]"))
        {
            text.Append(@"[\s\S]");
            index += 2;
        }
        else if (pattern.AsSpan(index).StartsWith("[]"))
        {
            text.Append("(?!)");
            index++;
        }
        else
        {
            text.Append('[');
            isInClass = true;
        }
    }
}
