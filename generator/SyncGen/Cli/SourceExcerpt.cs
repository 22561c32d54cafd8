using System.Globalization;
using System.Text;
using SyncGen.Diagnostics;

namespace SyncGen.Cli;

/// <summary>The line that a diagnostic is about, with a caret below the place.</summary>
internal static class SourceExcerpt
{
    /// <summary>What is shown of a long line (a contract may be one line) around the place.</summary>
    private const int Width = 100;

    /// <summary>Two lines, or nothing when the text does not have the line.</summary>
    public static ImmutableArray<string> Of(SourceSpan span)
    {
        if (LineOf(span.File.Text, span.Line) is not { } line || span.Column > line.Length + 1)
            return [];
        var start = Math.Max(0, Math.Min(span.Column - 1 - (Width / 2), line.Length - Width));
        var shown = line.Substring(start, Math.Min(Width, line.Length - start));
        var column = span.Column - 1 - start;
        var length = Math.Clamp(span.Length, 1, Math.Max(1, shown.Length - column));
        var number = span.Line.ToString(CultureInfo.InvariantCulture);
        return
        [
            $"  {number} | {string.Concat(shown.EnumerateRunes().Select(Visible))}",
            $"  {new string(' ', number.Length)} | {new string(' ', shown[..column].EnumerateRunes().Count())}^{new string('~', length - 1)}",
        ];
    }

    /// <summary>One column for each, so that the caret stands below its place.</summary>
    private static Rune Visible(Rune rune) => rune.Value == '\t' ? new Rune(' ') : PlainText.IsUnsafe(rune) ? new Rune('\u00B7') : rune;

    private static string? LineOf(string text, int line)
    {
        var start = 0;
        for (var current = 1; current < line; current++)
        {
            start = text.IndexOf('\n', start) + 1;
            if (start == 0)
                return null;
        }

        var end = text.IndexOf('\n', start);
        return text[start..(end < 0 ? text.Length : end)].TrimEnd('\r');
    }
}
