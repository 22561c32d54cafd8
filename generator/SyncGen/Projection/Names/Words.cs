using System.Globalization;
using System.Text;

namespace SyncGen.Projection;

/// <summary>Splits a text at everything that cannot stand in an identifier.</summary>
internal static class Words
{
    /// <summary>The words in order, none empty, each beginning with a letter or digit.</summary>
    public static ImmutableArray<string> Of(string text)
    {
        // Most names are one word of ASCII.
        if (text.Length > 0 && text.All(char.IsAsciiLetterOrDigit))
            return [text];
        var words = ImmutableArray.CreateBuilder<string>();
        var word = new StringBuilder();
        for (var index = 0; index < text.Length; index++)
        {
            var character = text[index];
            // A mark alone, without the letter it belongs to, begins no word; an apostrophe inside a word ends none.
            if (Identifier.IsPart(character) && (word.Length > 0 || !IsMark(character)))
                word.Append(character);
            else if (!IsInsideWord(text, index))
                Flush();
        }

        Flush();
        return words.DrainToImmutable();

        void Flush()
        {
            if (word.Length > 0)
                words.Add(word.ToString());
            word.Clear();
        }
    }

    private static bool IsMark(char character) =>
        char.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static bool IsInsideWord(string text, int index) =>
        char.GetUnicodeCategory(text[index]) == UnicodeCategory.Format
        || (text[index] is '\'' or '’' && index > 0 && index + 1 < text.Length && char.IsLetter(text[index - 1]) && char.IsLower(text[index + 1]));
}
