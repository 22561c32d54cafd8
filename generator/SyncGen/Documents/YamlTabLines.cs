namespace SyncGen.Documents;

/// <summary>
/// Works around YamlDotNet's taking the tab of an otherwise empty line, or of a line with nothing but a comment, for indentation. YAML 1.2
/// (6.4, 6.7) has such lines mean nothing; with spaces for tabs they are read.
/// </summary>
internal static class YamlTabLines
{
    public static YamlRepair? Repair(YamlFailure failure)
    {
        // What the scanner read last is to blame: lines of tabs before it may be text of a block scalar.
        for (var line = failure.ReachedLine; line >= failure.Line; line--)
        {
            var start = failure.StartOf(line);
            var text = failure.LineAt(start);
            var indentation = text.IndexOfAnyExcept(' ', '\t') is var end && end < 0 ? text : text[..end];
            var isComment = text[indentation.Length..].TrimEnd("\r\n") is [] or ['#', ..];
            if (isComment && indentation.Contains('\t') && !YamlBlankLines.FollowsHeader(failure.Text, start))
                return new YamlRepair(string.Concat(failure.Text.AsSpan(0, start), new string(' ', indentation.Length), failure.Text.AsSpan(start + indentation.Length)));
        }

        return null;
    }
}
