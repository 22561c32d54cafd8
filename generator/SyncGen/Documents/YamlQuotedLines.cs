namespace SyncGen.Documents;

/// <summary>
/// Reads a quoted text whose further lines are not indented deeper than what it stands in, as other readers of YAML do, with a warning:
/// the spaces at the start of such a line are no part of the text, so more of them change nothing.
/// </summary>
internal static class YamlQuotedLines
{
    public static YamlRepair? Repair(YamlFailure failure)
    {
        var line = failure.Line;
        var start = failure.StartOf(line);
        var first = failure.LineAt(start);
        var column = failure.Column - 1;
        if (column >= first.Length || first[column] is not ('"' or '\'') || EndOf(failure.Text, start + column) is not { } end)
            return null;
        var text = new System.Text.StringBuilder(failure.Text, 0, start + first.Length, failure.Text.Length + 256);
        var indented = ImmutableDictionary.CreateBuilder<int, int>();
        for (start += first.Length, line++; start <= end; line++)
        {
            var continued = failure.LineAt(start);
            // A document ends even in quotes.
            if (continued.StartsWith("---") || continued.StartsWith("..."))
                return null;
            if (!continued.IsWhiteSpace() && Indentation(continued) <= column)
            {
                indented.Add(line, column + 1);
                text.Append(' ', column + 1);
            }

            text.Append(continued);
            start += continued.Length;
        }

        if (indented.Count == 0)
            return null;
        var place = new YamlIrregularity(DocumentRules.TextNotIndented, indented.Keys.Min(), 1);
        return new YamlRepair(text.Append(failure.Text, start, failure.Text.Length - start).ToString(), indented.ToImmutable(), place);
    }

    private static int Indentation(ReadOnlySpan<char> line) => line.IndexOfAnyExcept(' ');

    /// <summary>The index of the closing quote; null when there is none.</summary>
    private static int? EndOf(string text, int open)
    {
        for (var index = open + 1; index < text.Length; index++)
        {
            if (text[open] == '"' && text[index] == '\\')
                index++;
            else if (text[index] == text[open] && text[open] == '\'' && index + 1 < text.Length && text[index + 1] == '\'')
                index++;
            else if (text[index] == text[open])
                return index;
        }

        return null;
    }
}
