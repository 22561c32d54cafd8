using System.Buffers;
using System.Text;
using System.Text.RegularExpressions;

namespace SyncGen.Projection;

/// <summary>A block of a contract's Markdown: as much of the language as descriptions use.</summary>
internal abstract partial record MarkdownBlock
{
    /// <summary>Characters that make no block and end no line.</summary>
    private static readonly SearchValues<char> Plain =
        SearchValues.Create(" \"$%'(),./:;?@ABCDEFGHIJKLMNOPQRSTUVWXYZ[\\]^`abcdefghijklmnopqrstuvwxyz{}");

    private MarkdownBlock()
    {
    }

    public sealed record Paragraph(string Text) : MarkdownBlock;

    public sealed record List(bool IsNumbered, ImmutableArray<string> Items) : MarkdownBlock;

    /// <summary>Lines that stay as they are: fenced code and tables.</summary>
    public sealed record Code(ImmutableArray<string> Lines) : MarkdownBlock;

    /// <summary>The blocks of a text. Every line belongs to exactly one; markup that is not understood is text.</summary>
    public static ImmutableArray<MarkdownBlock> Parse(string markdown)
    {
        // Most descriptions are a sentence or two.
        if (markdown.AsSpan().IndexOfAnyExcept(Plain) < 0)
            return string.IsNullOrWhiteSpace(markdown) ? [] : [new Paragraph(markdown)];
        var blocks = ImmutableArray.CreateBuilder<MarkdownBlock>();
        var lines = LineEnd().Split(HtmlText.ToMarkdown(markdown));
        for (var index = 0; index < lines.Length;)
        {
            var line = lines[index];
            if (string.IsNullOrWhiteSpace(line) || Rule().IsMatch(line))
                index++;
            else if (Fence().IsMatch(line))
                blocks.Add(ReadFence(lines, ref index));
            else if (IsTableRow(line))
                blocks.Add(ReadTable(lines, ref index));
            else if (ListItem().IsMatch(line))
                blocks.Add(ReadList(lines, ref index));
            else
                blocks.Add(ReadParagraph(lines, ref index));
        }

        return blocks.DrainToImmutable();
    }

    private static Code ReadFence(string[] lines, ref int index)
    {
        var code = ImmutableArray.CreateBuilder<string>();
        for (index++; index < lines.Length && !Fence().IsMatch(lines[index]); index++)
            code.Add(lines[index].TrimEnd());
        index++;
        return new Code(code.DrainToImmutable());
    }

    private static Code ReadTable(string[] lines, ref int index)
    {
        var rows = ImmutableArray.CreateBuilder<string>();
        for (; index < lines.Length && IsTableRow(lines[index]); index++)
            rows.Add(lines[index].Trim());
        return new Code(rows.DrainToImmutable());
    }

    private static List ReadList(string[] lines, ref int index)
    {
        var isNumbered = char.IsDigit(lines[index].TrimStart()[0]);
        var entries = ImmutableArray.CreateBuilder<string>();
        while (index < lines.Length && ListItem().Match(lines[index]) is { Success: true } match)
        {
            index++;
            entries.Add(ReadText(match.Groups["text"].Value, lines, ref index, IsContinuation));
            // One blank line between items keeps the list together.
            if (index + 1 < lines.Length && string.IsNullOrWhiteSpace(lines[index]) && ListItem().IsMatch(lines[index + 1]))
                index++;
        }

        return new List(isNumbered, entries.DrainToImmutable());
    }

    private static Paragraph ReadParagraph(string[] lines, ref int index)
    {
        var first = lines[index++];
        if (Heading().Match(first) is { Success: true } heading)
            return new Paragraph(heading.Groups["text"].Value);
        return new Paragraph(ReadText(first.Trim(), lines, ref index, line => IsContinuation(line) && !Heading().IsMatch(line)));
    }

    private static string ReadText(string first, string[] lines, ref int index, Predicate<string> isContinuation)
    {
        var text = new StringBuilder(first);
        for (; index < lines.Length && isContinuation(lines[index]); index++)
            text.Append('\n').Append(lines[index].AsSpan().Trim());
        return text.ToString();
    }

    private static bool IsContinuation(string line) =>
        !string.IsNullOrWhiteSpace(line) && !ListItem().IsMatch(line) && !Fence().IsMatch(line) && !IsTableRow(line) && !Rule().IsMatch(line);

    private static bool IsTableRow(string line) => line.AsSpan().TrimStart().StartsWith('|');

    // Everything that ends a line comment in C#, so that none of it reaches one.
    [GeneratedRegex(@"\r\n|[\n\r\v\f\u0085\u2028\u2029]")]
    private static partial Regex LineEnd();

    [GeneratedRegex(@"^\s*(```|~~~)")]
    private static partial Regex Fence();

    [GeneratedRegex(@"^\s*(?:[-*+]|\d{1,9}[.)])\s+(?<text>\S.*)$")]
    private static partial Regex ListItem();

    [GeneratedRegex(@"^\s{0,3}#{1,6}\s+(?<text>.*?)[\s#]*$")]
    private static partial Regex Heading();

    [GeneratedRegex(@"^\s{0,3}([-=*_])(\s*\1){2,}\s*$")]
    private static partial Regex Rule();
}
