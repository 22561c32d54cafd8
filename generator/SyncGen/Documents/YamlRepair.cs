namespace SyncGen.Documents;

/// <summary>A text that YamlDotNet refuses for a reason of its own, made readable without a change of what it says.</summary>
/// <param name="Text">The text to parse instead; each line stays a line.</param>
/// <param name="Indented">The lines that have more leading spaces than in the contract, and how many.</param>
/// <param name="Irregularity">What the repair forgives that YAML 1.2 does not allow, or null.</param>
internal sealed record YamlRepair(string Text, ImmutableDictionary<int, int> Indented, YamlIrregularity? Irregularity)
{
    public YamlRepair(string text)
        : this(text, ImmutableDictionary<int, int>.Empty, null)
    {
    }

    /// <summary>The first repair that applies to a failure; null when the text is no YAML.</summary>
    public static YamlRepair? Find(YamlFailure failure) =>
        YamlBlankLines.Repair(failure)
        ?? YamlTabLines.Repair(failure)
        ?? YamlFlowKeys.Repair(failure)
        ?? YamlQuotedLines.Repair(failure);
}

/// <summary>What YAML 1.2 does not allow and is read all the same.</summary>
/// <param name="Rule">The diagnostic.</param>
/// <param name="Line">The line, from 1.</param>
/// <param name="Column">The column, from 1.</param>
internal sealed record YamlIrregularity(Diagnostics.Rule Rule, int Line, int Column);

/// <summary>Where YamlDotNet gave up.</summary>
/// <param name="Text">The text that it read.</param>
/// <param name="Line">The line that it blames, from 1.</param>
/// <param name="Column">The column that it blames, from 1.</param>
/// <param name="ReachedLine">The line up to which it read.</param>
/// <param name="IsInFlowMapping">Whether the innermost open collection is a mapping in braces.</param>
internal sealed record YamlFailure(string Text, int Line, int Column, int ReachedLine, bool IsInFlowMapping)
{
    /// <summary>The index of the first character of a line; the end of the text for lines after the last.</summary>
    public int StartOf(int line)
    {
        var start = 0;
        for (; line > 1; line--)
        {
            var end = Text.IndexOf('\n', start);
            if (end < 0)
                return Text.Length;
            start = end + 1;
        }

        return start;
    }

    /// <summary>A line with its line end.</summary>
    public ReadOnlySpan<char> LineAt(int start) =>
        Text.IndexOf('\n', start) is var end && end < 0 ? Text.AsSpan(start) : Text.AsSpan(start, end + 1 - start);
}
