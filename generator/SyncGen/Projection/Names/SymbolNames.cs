using System.Globalization;
using System.Text;

namespace SyncGen.Projection;

/// <summary>Words for texts that hold no letter and no digit, such as the enum values <c>*</c> and <c>&gt;=</c>.</summary>
internal static class SymbolNames
{
    /// <summary>Names of the symbols in order; "Empty" for the empty text.</summary>
    public static string Of(string text)
    {
        if (text.Length == 0)
            return "Empty";
        var name = new StringBuilder();
        foreach (var rune in text.EnumerateRunes())
            name.Append(Of(rune));
        return name.ToString();
    }

    /// <summary>A sign before a word tells <c>-created</c> from <c>created</c>.</summary>
    public static string? OfSign(string text) => text switch
    {
        ['-', var next, ..] when char.IsLetterOrDigit(next) => "Minus",
        ['+', var next, ..] when char.IsLetterOrDigit(next) => "Plus",
        _ => null,
    };

    private static string Of(Rune rune) => rune.Value switch
    {
        ' ' => "Space",
        '!' => "Exclamation",
        '"' => "Quote",
        '#' => "Hash",
        '$' => "Dollar",
        '%' => "Percent",
        '&' => "Ampersand",
        '\'' => "Apostrophe",
        '(' => "OpenParenthesis",
        ')' => "CloseParenthesis",
        '*' => "Asterisk",
        '+' => "Plus",
        ',' => "Comma",
        '-' => "Minus",
        '.' => "Dot",
        '/' => "Slash",
        ':' => "Colon",
        ';' => "Semicolon",
        '<' => "Less",
        '=' => "Equal",
        '>' => "Greater",
        '?' => "Question",
        '@' => "At",
        '[' => "OpenBracket",
        '\\' => "Backslash",
        ']' => "CloseBracket",
        '^' => "Caret",
        '_' => "Underscore",
        '`' => "Backtick",
        '{' => "OpenBrace",
        '|' => "Pipe",
        '}' => "CloseBrace",
        '~' => "Tilde",
        var value => "U" + value.ToString("X4", CultureInfo.InvariantCulture),
    };
}
