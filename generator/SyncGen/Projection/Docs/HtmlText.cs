using System.Net;
using System.Text.RegularExpressions;

namespace SyncGen.Projection;

/// <summary>
/// HTML in a contract's Markdown: links, code, paragraphs and lists become Markdown, tags that only change the look go. What is no HTML,
/// such as <c>&lt;id&gt;</c>, and what stands in code is left alone.
/// </summary>
internal static partial class HtmlText
{
    public static string ToMarkdown(string markdown)
    {
        if (markdown.AsSpan().IndexOfAny('<', '&') < 0)
            return markdown;
        var bullet = "* ";
        return Part().Replace(markdown, Translate);

        string Translate(Match match)
        {
            if (match.Groups["entity"].Success)
                return WebUtility.HtmlDecode(match.Value).Replace('\u00A0', ' ');
            if (match.Groups["url"] is { Success: true } url)
                return $"[{ToMarkdown(match.Groups["text"].Value)}]({WebUtility.HtmlDecode(url.Value).Replace("(", "%28", StringComparison.Ordinal).Replace(")", "%29", StringComparison.Ordinal)})";
            if (match.Groups["mono"] is { Success: true } mono)
                return $"`{WebUtility.HtmlDecode(mono.Value)}`";
            if (match.Groups["block"] is { Success: true } block)
                return $"\n```\n{WebUtility.HtmlDecode(Tag().Replace(block.Value, "")).Trim('\r', '\n')}\n```\n";
            if (match.Groups["item"].Success)
                return "\n" + bullet;
            if (match.Groups["name"] is not { Success: true } name)
                return match.Groups["ignored"].Success ? "" : match.Value;
            var tag = name.Value.ToLowerInvariant();
            if (tag is "ol" or "ul")
                bullet = tag == "ol" ? "1. " : "* ";
            return tag switch
            {
                "p" or "br" or "hr" or "div" or "ul" or "ol" or "dl" or "dt" or "dd" or "table" or "tr" or "blockquote" => "\n\n",
                "h1" or "h2" or "h3" or "h4" or "h5" or "h6" => "\n\n",
                "td" or "th" => " ",
                "a" or "b" or "strong" or "i" or "em" or "u" or "span" or "font" or "small" or "sub" or "sup" or "center" => "",
                "code" or "tt" or "kbd" or "samp" or "pre" or "tbody" or "thead" or "img" => "",
                _ => match.Value,
            };
        }
    }

    // A search for the end of an element gives up where another of its kind begins, and never goes back: the time is linear, whatever the text.
    [GeneratedRegex(
        MarkdownText.CodeSpan + """
        |(?<entity>&(?:[a-z][a-z0-9]{1,30}|\#[0-9]{1,7}|\#x[0-9a-f]{1,6});)
        |(?<ignored><!--(?>(?:[^<-]|-(?!->)|<(?!!--))*)-->|(?:</p\s*>\s*)?</li\s*>\s*)
        |<a\s[^<>]{0,200}?href\s*=\s*(?:"(?<url>[^"<>\s]{1,2000})"|'(?<url>[^'<>\s]{1,2000})')[^<>]{0,200}>(?<text>(?>(?:[^\[\]<]|<(?!/?a[\s>]))+))</a\s*>
        |<(?<element>code|tt|kbd|samp)>(?<mono>[^<>`]+)</\k<element>>
        |<pre(?:\s[^<>]{0,200})?>(?<block>(?>(?:[^`<]|<(?!/?pre[\s>]))+))</pre\s*>
        |(?<item><li(?:\s[^<>]{0,200})?>\s*(?:<p(?:\s[^<>]{0,200})?>\s*)?)
        |</?(?<name>[a-z][a-z0-9]{0,9})(?:\s[^<>]{0,200})?/?>
        """,
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.IgnorePatternWhitespace | RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: -1)]
    private static partial Regex Part();

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tag();
}
