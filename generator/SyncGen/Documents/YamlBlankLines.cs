namespace SyncGen.Documents;

/// <summary>
/// Works around https://github.com/aaubry/YamlDotNet/issues/523: lines of spaces between the header of a block scalar and its first line
/// of text are refused, although they mean nothing. Emptied, they are read.
/// </summary>
internal static class YamlBlankLines
{
    /// <summary>Empties the lines of spaces between a block scalar's header and the line where parsing failed.</summary>
    /// <returns>Null when there are none, so that they cannot be the cause.</returns>
    public static YamlRepair? Repair(YamlFailure failure)
    {
        var text = failure.Text;
        var end = failure.StartOf(failure.Line);
        var (blanks, blankLine, deepest) = (end, failure.Line, 0);
        for (var start = StartOfLineBefore(text, blanks); start < blanks && IsBlank(text.AsSpan(start, blanks - start)); start = StartOfLineBefore(text, blanks))
        {
            deepest = Math.Max(deepest, text.AsSpan(start, blanks - start).TrimEnd("\r\n").Length);
            blanks = start;
            blankLine--;
        }

        var header = StartOfLineBefore(text, blanks);
        if (deepest == 0 || !IsHeader(text.AsSpan(header, blanks - header)))
            return null;
        var emptied = string.Concat(text.AsSpan(0, blanks), text[blanks..end].Replace(" ", "", StringComparison.Ordinal), text.AsSpan(end));
        var next = failure.LineAt(end);
        var indentation = next.IsEmpty ? deepest : Math.Max(0, next.IndexOfAnyExcept(' '));
        // YAML 1.2 (8.1.1.1): the first line of text decides how far the scalar is indented, and no blank line before it goes further.
        return new YamlRepair(emptied) with
        {
            Irregularity = deepest > indentation ? new YamlIrregularity(DocumentRules.BlankLineTooDeep, blankLine, 1) : null,
        };
    }

    /// <summary>Whether the line before a position begins a block scalar.</summary>
    public static bool FollowsHeader(string text, int position) =>
        StartOfLineBefore(text, position) is var start && IsHeader(text.AsSpan(start, position - start));

    private static int StartOfLineBefore(string text, int position) =>
        position < 2 ? 0 : text.LastIndexOf('\n', position - 2) + 1;

    private static bool IsBlank(ReadOnlySpan<char> line) => line.Trim(" \r\n").IsEmpty;

    /// <summary>Ends in <c>|</c> or <c>&gt;</c>, perhaps with a sign and a comment. With a number the spaces would be text.</summary>
    private static bool IsHeader(ReadOnlySpan<char> line)
    {
        var comment = line.IndexOf(" #");
        var header = (comment < 0 ? line : line[..comment]).TrimEnd(" \t\r\n");
        return header is [.., '|' or '>'] or [.., '|' or '>', '+' or '-'];
    }
}
