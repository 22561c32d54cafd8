using System.Text;

namespace SyncGen.Projection;

/// <summary>
/// Encoder for documentation comments: Markdown to the lines that stand behind <c>///</c>. No line can end the comment, no text can end an
/// element, nothing is hidden from a reader.
/// </summary>
internal static class DocComment
{
    /// <summary>With indentation and slashes, lines stay around 120 columns.</summary>
    private const int Width = 112;

    /// <summary>A summary of the first paragraph and remarks of the rest.</summary>
    /// <param name="description">Markdown of the contract, or null.</param>
    /// <param name="fallback">Plain text for the summary when the contract says nothing.</param>
    /// <param name="origin">Where the declaration stands in the contract, for the remarks of a type or method; null elsewhere.</param>
    public static ImmutableArray<string> Of(string? description, string fallback, string? origin = null)
    {
        var blocks = MarkdownBlock.Parse(description ?? "");
        var lines = ImmutableArray.CreateBuilder<string>();
        var rest = blocks.AsSpan();
        if (blocks is [MarkdownBlock.Paragraph first, ..] && MarkdownText.ToXml(first.Text) is { Length: > 0 } summary)
        {
            AddElement(lines, "summary", summary);
            rest = rest[1..];
        }
        else
        {
            AddElement(lines, "summary", MarkdownText.ToXml(fallback));
        }

        var contract = origin is null ? "" : $"Contract: <c>{MarkdownText.Encode(origin)}</c>";
        AddRemarks(lines, rest, contract);
        return lines.DrainToImmutable();
    }

    /// <summary>The <c>param</c> element of a parameter.</summary>
    /// <param name="name">The C# name, with or without <c>@</c>.</param>
    public static ImmutableArray<string> Parameter(string name, string? description, string fallback) =>
        Element($"param name=\"{name.TrimStart('@')}\"", description, fallback);

    /// <summary>An element such as <c>returns</c> or <c>exception cref="..."</c> with all of the text in it.</summary>
    /// <param name="tag">Name and attributes of the element, already XML.</param>
    public static ImmutableArray<string> Element(string tag, string? description, string fallback)
    {
        var blocks = MarkdownBlock.Parse(description ?? "");
        var lines = ImmutableArray.CreateBuilder<string>();
        if (blocks.Length == 0)
            AddElement(lines, tag, MarkdownText.ToXml(fallback));
        else if (blocks is [MarkdownBlock.Paragraph only])
            AddElement(lines, tag, MarkdownText.ToXml(only.Text));
        else
            AddBlocks(lines, tag, blocks);
        return lines.DrainToImmutable();
    }

    private static void AddRemarks(ImmutableArray<string>.Builder lines, ReadOnlySpan<MarkdownBlock> blocks, string contract)
    {
        if (blocks.Length == 0 && contract.Length > 0)
        {
            // A pointer cannot be broken, and is longer than a line where it would be.
            lines.Add($"<remarks>{contract}</remarks>");
        }
        else if (blocks is [MarkdownBlock.Paragraph only] && contract.Length == 0)
        {
            AddElement(lines, "remarks", MarkdownText.ToXml(only.Text));
        }
        else if (blocks.Length > 0)
        {
            lines.Add("<remarks>");
            foreach (var block in blocks)
                AddBlock(lines, block);
            if (contract.Length > 0)
                lines.AddRange(Wrap($"<para>{contract}</para>"));
            lines.Add("</remarks>");
        }
    }

    private static void AddBlocks(ImmutableArray<string>.Builder lines, string tag, ImmutableArray<MarkdownBlock> blocks)
    {
        lines.Add($"<{tag}>");
        foreach (var block in blocks)
            AddBlock(lines, block);
        lines.Add($"</{NameOf(tag)}>");
    }

    private static void AddElement(ImmutableArray<string>.Builder lines, string tag, string xml)
    {
        var line = $"<{tag}>{xml}</{NameOf(tag)}>";
        lines.AddRange(line.Length <= Width ? [line] : Wrap(line));
    }

    private static void AddBlock(ImmutableArray<string>.Builder lines, MarkdownBlock block)
    {
        switch (block)
        {
            case MarkdownBlock.Paragraph paragraph when MarkdownText.ToXml(paragraph.Text) is { Length: > 0 } text:
                lines.AddRange(Wrap($"<para>{text}</para>"));
                break;
            case MarkdownBlock.List list:
                lines.Add($"<list type=\"{(list.IsNumbered ? "number" : "bullet")}\">");
                foreach (var text in list.Items)
                    lines.AddRange(Wrap($"<item><description>{MarkdownText.ToXml(text)}</description></item>"));
                lines.Add("</list>");
                break;
            case MarkdownBlock.Code code:
                lines.AddRange(Lines(["<code>", .. code.Lines.Select(MarkdownText.Encode), "</code>"]));
                break;
        }
    }

    /// <summary>Breaks at blanks outside of tags; a longer word stays whole.</summary>
    private static ImmutableArray<string> Wrap(string xml)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        var line = new StringBuilder();
        var start = 0;
        var isInTag = false;
        for (var index = 0; index <= xml.Length; index++)
        {
            var character = index < xml.Length ? xml[index] : ' ';
            isInTag = character == '<' || (isInTag && character != '>');
            if (character != ' ' || (isInTag && index < xml.Length))
                continue;
            if (line.Length > 0 && line.Length + 1 + index - start > Width)
            {
                lines.Add(line.ToString());
                line.Clear();
            }

            if (line.Length > 0)
                line.Append(' ');
            line.Append(xml, start, index - start);
            start = index + 1;
        }

        if (line.Length > 0)
            lines.Add(line.ToString());
        return lines.DrainToImmutable();
    }

    private static ImmutableArray<string> Lines(ImmutableArray<string> lines) => lines;

    private static string NameOf(string tag) => tag.Split(' ')[0];
}
