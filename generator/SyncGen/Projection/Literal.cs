using System.Globalization;
using System.Text;

namespace SyncGen.Projection;

/// <summary>Encoder for C# literals: the text between the quotes is plain, everything else is escaped.</summary>
internal static class Literal
{
    /// <summary>A string literal of exactly this value.</summary>
    public static string Text(string value)
    {
        if (value.All(char.IsAsciiLetterOrDigit))
            return $"\"{value}\"";
        var literal = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value)
            Append(literal, character);
        return literal.Append('"').ToString();
    }

    /// <summary>A collection expression of string literals: <c>["a", "b"]</c>.</summary>
    public static string Texts(IEnumerable<string> values) => $"[{string.Join(", ", values.Select(Text))}]";

    /// <summary>A UTF-8 literal: <c>"room_id"u8</c>. A lone surrogate has no UTF-8 form and is U+FFFD, as on the wire.</summary>
    public static string Utf8(string value)
    {
        if (!value.Any(char.IsSurrogate))
            return Text(value) + "u8";
        var text = new StringBuilder(value.Length);
        foreach (var rune in value.EnumerateRunes())
            text.Append(rune.ToString());
        return Text(text.ToString()) + "u8";
    }

    /// <summary>A UTF-8 literal that keeps the lines of a long text, where nothing in it must be escaped.</summary>
    public static string Utf8Block(string value)
    {
        if (!value.All(character => character == '\n' || IsPlain(character)))
            return Utf8(value);
        var quotes = new string('"', Math.Max(3, LongestRun(value, '"') + 1));
        return $"{quotes}\n{value}\n{quotes}u8";
    }

    /// <summary>A character literal.</summary>
    public static string Character(char value)
    {
        if (value == '"')
            return "'\"'";
        if (value == '\'')
            return @"'\''";
        var literal = new StringBuilder().Append('\'');
        Append(literal, value);
        return literal.Append('\'').ToString();
    }

    public static string Boolean(bool value) => value ? "true" : "false";

    /// <summary>The length in UTF-8 bytes, which generated code compares first.</summary>
    public static int Utf8Length(string value) => Encoding.UTF8.GetByteCount(value);

    private static int LongestRun(string value, char character)
    {
        var (longest, run) = (0, 0);
        foreach (var current in value)
        {
            run = current == character ? run + 1 : 0;
            longest = Math.Max(longest, run);
        }

        return longest;
    }

    private static void Append(StringBuilder literal, char character)
    {
        switch (character)
        {
            case '"':
                literal.Append("\\\"");
                break;
            case '\\':
                literal.Append(@"\\");
                break;
            case '\n':
                literal.Append(@"\n");
                break;
            case '\r':
                literal.Append(@"\r");
                break;
            case '\t':
                literal.Append(@"\t");
                break;
            default:
                if (IsPlain(character))
                    literal.Append(character);
                else
                    literal.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
                break;
        }
    }

    /// <summary>Letters, digits, marks on a letter, punctuation, symbols and the blank: what a reader sees as it is.</summary>
    private static bool IsPlain(char character) => character == ' ' || char.GetUnicodeCategory(character) is not (
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate or UnicodeCategory.PrivateUse
        or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        or UnicodeCategory.SpaceSeparator);
}
