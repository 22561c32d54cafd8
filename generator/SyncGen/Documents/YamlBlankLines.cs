namespace SyncGen.Documents;

/// <summary>
/// Works around https://github.com/aaubry/YamlDotNet/issues/523: lines of spaces between the header of a block scalar and its first line
/// of text are refused, although they mean nothing. Emptied, they are read.
/// </summary>
internal static class YamlBlankLines
{
    /// <summary>Empties the lines of spaces between a block scalar's header and the line where parsing failed.</summary>
    /// <returns>Null when there are none, so that they cannot be the cause.</returns>
    public static string? Empty(string text, long failedLine)
    {
        var end = StartOfLine(text, failedLine);
        var blanks = end;
        for (var start = StartOfLineBefore(text, blanks); start < blanks && IsBlank(text.AsSpan(start, blanks - start)); start = StartOfLineBefore(text, blanks))
            blanks = start;
        var hasSpaces = text.AsSpan(blanks, end - blanks).Contains(' ');
        var header = StartOfLineBefore(text, blanks);
        return hasSpaces && IsHeader(text.AsSpan(header, blanks - header))
            ? string.Concat(text.AsSpan(0, blanks), text[blanks..end].Replace(" ", "", StringComparison.Ordinal), text.AsSpan(end))
            : null;
    }

    private static int StartOfLine(string text, long line)
    {
        var start = 0;
        for (; line > 1; line--)
        {
            var lineEnd = text.IndexOf('\n', start);
            if (lineEnd < 0)
                return text.Length;
            start = lineEnd + 1;
        }

        return start;
    }

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
