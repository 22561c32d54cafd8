using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SyncGen.Projection;

/// <summary>Encoder for running text: inline Markdown to the XML of a documentation comment.</summary>
internal static partial class MarkdownText
{
    /// <summary>A code span, which begins where a run of backticks does: a search from within a run would make long runs quadratic.</summary>
    public const string CodeSpan = @"(?<!`)(?<ticks>`+)(?<code>[^`](?:.*?[^`])?)\k<ticks>(?!`)";

    /// <summary>Characters that XML, C# and a reader take as they are.</summary>
    private static readonly SearchValues<char> Harmless =
        SearchValues.Create(" !\"#$%'()*+,-./0123456789:;=?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^_`abcdefghijklmnopqrstuvwxyz{|}~");

    /// <summary>Code spans become <c>c</c>, links <c>see</c>; marks of emphasis go; all else is encoded text on one line.</summary>
    public static string ToXml(string markdown)
    {
        if (markdown.AsSpan().IndexOfAny(['`', '*', '[', '_']) < 0)
            return Collapse(Encode(markdown));
        var xml = new StringBuilder(markdown.Length + 16);
        var start = 0;
        foreach (Match match in Inline().Matches(markdown))
        {
            xml.Append(Encode(markdown[start..match.Index]));
            xml.Append(ToXml(match));
            start = match.Index + match.Length;
        }

        xml.Append(Encode(markdown[start..]));
        return Collapse(xml.ToString());
    }

    /// <summary>Plain text as XML between tags: encoded, and without characters that XML refuses or that an editor hides.</summary>
    public static string Encode(string text)
    {
        if (text.AsSpan().IndexOfAnyExcept(Harmless) < 0)
            return text;
        var xml = new StringBuilder(text.Length + 8);
        foreach (var rune in text.EnumerateRunes())
            Append(xml, rune);
        return xml.ToString();
    }

    /// <summary>A text of the contract as a diagnostic shows it: hidden characters by their number, at a length that fits a line.</summary>
    public static string Visible(string text)
    {
        var visible = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Take(80))
            visible.Append(IsHidden(rune) ? $"[U+{rune.Value:X4}]" : rune.ToString());
        return visible.ToString();
    }

    private static string ToXml(Match match)
    {
        if (match.Groups["code"] is { Success: true } code)
            return $"<c>{Encode(code.Value.Trim())}</c>";
        if (match.Groups["emphasis"] is { Success: true } emphasis)
            return ToXml(emphasis.Value);
        var text = match.Groups["text"].Value;
        // The text of a link may hold code of its own, but no further link.
        var inner = text.Contains('[', StringComparison.Ordinal) ? Encode(text) : ToXml(text);
        var url = match.Groups["url"].Value;
        return IsWeb(url) && inner.Length > 0 ? $"<see href=\"{Encode(url).Replace("\"", "&quot;", StringComparison.Ordinal)}\">{inner}</see>" : inner;
    }

    private static bool IsWeb(string url) =>
        Uri.TryCreate(url, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);

    private static string Collapse(string xml) =>
        (xml.Contains("  ", StringComparison.Ordinal) ? WhiteSpace().Replace(xml, " ") : xml).Trim(' ');

    private static void Append(StringBuilder xml, Rune rune)
    {
        switch (rune.Value)
        {
            case '&':
                xml.Append("&amp;");
                break;
            case '<':
                xml.Append("&lt;");
                break;
            case '>':
                xml.Append("&gt;");
                break;
            // What ends a line in C# is white space here; a soft hyphen or a byte order mark says nothing.
            case '\t' or '\n' or '\v' or '\f' or '\r' or 0x85 or 0x2028 or 0x2029:
                xml.Append(' ');
                break;
            // A joiner only draws emoji together.
            case 0xAD or 0x200D or 0xFEFF:
                break;
            default:
                if (IsHidden(rune))
                    xml.Append(CultureInfo.InvariantCulture, $"[U+{rune.Value:X4}]");
                else
                    xml.Append(rune.ToString());
                break;
        }
    }

    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.PrivateUse
        || (rune.Value & 0xFFFE) == 0xFFFE
        || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    [GeneratedRegex(
        CodeSpan + """
        |\*\*(?<emphasis>[^*\s](?:[^*]*[^*\s])?)\*\*
        |(?<![\w*])\*(?<emphasis>\w(?:[^*]*[\w.,:;!?)])?)\*(?![\w*])
        |(?<!\w)_(?<emphasis>[^_\s](?:[^_]*[^_\s])?)_(?!\w)
        |\[(?<text>[^\]\[]*)\]\((?<url>[^()\s]*)(?:\s+"[^"]*")?\)
        """,
        RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace,
        matchTimeoutMilliseconds: -1)]
    private static partial Regex Inline();

    [GeneratedRegex(" {2,}")]
    private static partial Regex WhiteSpace();
}
