using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace SyncGen.Documents;

/// <summary>
/// Finds tabs that stand where YAML 1.2 (6.1) asks for spaces. YamlDotNet lets them pass in braces and brackets, in texts over several lines
/// and before what begins after a dash.
/// </summary>
internal sealed class YamlTabs
{
    /// <summary>The lines of the text; none when it has no tab.</summary>
    private readonly string[] _lines;

    public YamlTabs(string text) => _lines = text.Contains('\t', StringComparison.Ordinal) ? text.Split('\n') : [];

    /// <summary>The line and column of a tab that indents what an event reads, or null.</summary>
    /// <param name="indentation">How many spaces must stand before each line.</param>
    public (int Line, int Column)? Find(ParsingEvent parsed, int indentation)
    {
        if (_lines.Length == 0)
            return null;
        var (first, last) = ((int)parsed.Start.Line, (int)parsed.Start.Line);
        switch (parsed)
        {
            case MappingStart { Style: MappingStyle.Block } or SequenceStart { Style: SequenceStyle.Block }:
                return InFrontOf(first, (int)parsed.Start.Column);
            case Scalar { Style: ScalarStyle.Plain or ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted }:
                last = (int)parsed.End.Line;
                break;
            case MappingEnd or SequenceEnd when parsed.Start.Line == parsed.End.Line && parsed.Start.Column == parsed.End.Column:
                // The end of a block is no text.
                return null;
            case not (NodeEvent or MappingEnd or SequenceEnd):
                return null;
        }

        for (var line = first; line <= last && line <= _lines.Length; line++)
        {
            var text = _lines[line - 1].AsSpan();
            var spaces = text.IndexOfAnyExcept(' ');
            var isFirst = line > first || text.IndexOfAnyExcept(' ', '\t') + 1 == parsed.Start.Column;
            if (isFirst && spaces >= 0 && spaces < indentation && text[spaces] == '\t' && !text.IsWhiteSpace())
                return (line, spaces + 1);
        }

        return null;
    }

    private (int Line, int Column)? InFrontOf(int line, int column)
    {
        if (line > _lines.Length || column > _lines[line - 1].Length)
            return null;
        var tab = _lines[line - 1].AsSpan(0, column - 1).IndexOf('\t');
        return tab < 0 ? null : (line, tab + 1);
    }
}
