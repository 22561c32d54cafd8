using System.Globalization;
using System.Text;

namespace SyncGen.Diagnostics;

/// <summary>
/// Text of a contract made safe to print: one line, of bounded length, without terminal escapes, characters that are not seen or turn
/// the direction of text, or the commands that build servers look for in a log.
/// </summary>
internal static class DiagnosticText
{
    private const int LongestShown = 200;

    public static string Clean(string text)
    {
        var shown = new StringBuilder(Math.Min(text.Length, LongestShown + 1));
        var previous = '\0';
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length >= LongestShown)
                return shown.Append('…').ToString();
            if (IsUnsafe(rune) || (previous == '#' && rune.Value == '#'))
                shown.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
            else
                shown.Append(rune.ToString());
            previous = rune.Value == '#' ? '#' : '\0';
        }

        return shown.ToString();
    }

    public static bool IsUnsafe(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;
}
