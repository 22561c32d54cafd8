using System.Globalization;
using System.Text;
using SyncGen.Diagnostics;

namespace SyncGen.Cli;

/// <summary>Makes whole lines safe to print: paths, diffs, source excerpts. They keep their length and their tabs.</summary>
internal static class PlainText
{
    /// <summary>The text with unsafe characters as <c>\u{1B}</c>.</summary>
    public static string Of(string text)
    {
        if (!text.EnumerateRunes().Any(IsUnsafe))
            return text;
        var safe = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            if (IsUnsafe(rune))
                safe.Append(CultureInfo.InvariantCulture, $"\\u{{{rune.Value:X}}}");
            else
                safe.Append(rune.ToString());
        }

        return safe.ToString();
    }

    public static bool IsUnsafe(Rune rune) => rune.Value != '\t' && DiagnosticText.IsUnsafe(rune);
}
