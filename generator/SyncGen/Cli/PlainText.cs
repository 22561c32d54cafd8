using System.Globalization;
using System.Text;

namespace SyncGen.Cli;

/// <summary>Makes text of strangers safe to print: a contract may hold escape sequences and characters that reorder a line.</summary>
internal static class PlainText
{
    /// <summary>The text with unsafe characters as <c>\u001B</c>.</summary>
    public static string Of(string text)
    {
        if (!text.Any(IsUnsafe))
            return text;
        var safe = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (IsUnsafe(character))
                safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            else
                safe.Append(character);
        }

        return safe.ToString();
    }

    public static bool IsUnsafe(char character) =>
        (char.IsControl(character) && character != '\t')
        || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
