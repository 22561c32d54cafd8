using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SyncGen.Projection;

/// <summary>
/// Encoder for names: any text of a contract to a C# identifier. Pure: equal texts give equal identifiers, and what comes out consists of
/// letters, digits and underscores, without characters that C# or an editor hides.
/// </summary>
internal static class Identifier
{
    /// <summary>Longer names end in a hash of the whole, so that names which differ at the end stay apart.</summary>
    public const int MaximumLength = 100;

    private const int HashLength = 8;

    /// <summary><c>room_id</c>, <c>roomId</c> and <c>room-id</c> are <c>RoomId</c>; <c>ROOM_ID</c> too.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="prefix">Stands before a leading digit: <c>Value</c>, <c>Type</c>.</param>
    public static string PascalCase(string text, string prefix)
    {
        var words = Words.Of(text);
        if (words.Length == 0)
            return Shorten(SymbolNames.Of(text), text);
        var isUpper = !words.Any(word => word.Any(char.IsLower));
        var name = new StringBuilder();
        foreach (var word in words)
        {
            if (name.Length > 0 && char.IsDigit(name[^1]) && char.IsDigit(word[0]))
                name.Append('_');
            name.Append(char.ToUpperInvariant(word[0])).Append(isUpper ? word[1..].ToLowerInvariant() : word[1..]);
        }

        if (SymbolNames.OfSign(text) is { } sign)
            name.Insert(0, sign);
        if (!IsStart(name[0]))
            name.Insert(0, prefix);
        return Shorten(name.ToString(), text);
    }

    /// <summary>A name for a local or a parameter: <c>Room_ID</c> is <c>roomID</c>, <c>class</c> is <c>@class</c>.</summary>
    public static string CamelCase(string text, string prefix) => Local(PascalCase(text, prefix));

    /// <summary>The local or parameter that goes with a PascalCase name: <c>RoomId</c> to <c>roomId</c>, <c>URLPath</c> to <c>urlPath</c>.</summary>
    public static string Local(string pascalCase)
    {
        var upper = 0;
        while (upper < pascalCase.Length && char.IsUpper(pascalCase[upper]))
            upper++;
        // Of a run of capitals, the last one begins the next word.
        var lowered = upper <= 1 || upper == pascalCase.Length || !char.IsLetter(pascalCase[upper]) ? upper : upper - 1;
        return Escape(pascalCase[..lowered].ToLowerInvariant() + pascalCase[lowered..]);
    }

    /// <summary>A local or parameter for a PascalCase name that no other in the scope has. <c>@class</c> and <c>class</c> are one name.</summary>
    public static string LocalIn(NameTable scope, string pascalCase)
    {
        var name = Local(pascalCase).TrimStart('@');
        return Escape(scope.Add(pascalCase, pascalCase, name, name + "Value"));
    }

    private static string Escape(string name) => Keywords.Contains(name) ? "@" + name : name;

    /// <summary>The text with as little changed as C# allows: what cannot stand in a name is an underscore. Tells apart what PascalCase unites.</summary>
    public static string Verbatim(string text, string prefix)
    {
        var name = new StringBuilder(text.Length);
        foreach (var character in text)
            name.Append(IsPart(character) ? character : '_');
        if (name.Length == 0 || !(IsStart(name[0]) || name[0] == '_') || name.ToString().All(character => character == '_'))
            name.Insert(0, prefix);
        var shortened = Shorten(name.ToString(), text);
        return Keywords.Contains(shortened) ? shortened + "_" : shortened;
    }

    /// <summary>Eight hexadecimal digits that depend on the text alone.</summary>
    public static string Hash(string text) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..HashLength];

    /// <summary>Letters that may begin an identifier.</summary>
    public static bool IsStart(char character) => char.IsAscii(character) ? char.IsAsciiLetter(character) : char.IsLetter(character) || char.GetUnicodeCategory(character) == UnicodeCategory.LetterNumber;

    /// <summary>Characters that an identifier keeps; underscores and other connectors only separate words.</summary>
    public static bool IsPart(char character) =>
        char.IsAscii(character)
            ? char.IsAsciiLetterOrDigit(character)
            : IsStart(character)
                || char.GetUnicodeCategory(character)
                    is UnicodeCategory.DecimalDigitNumber or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Whether the text holds characters that are not seen but change what is read: bidi marks, zero-width and other format characters.</summary>
    public static bool HasHidden(string text) =>
        !System.Text.Ascii.IsValid(text) && text.EnumerateRunes().Any(rune => Rune.GetUnicodeCategory(rune) == UnicodeCategory.Format);

    private static string Shorten(string name, string text)
    {
        if (name.Length <= MaximumLength)
            return name;
        return $"{name[..(MaximumLength - HashLength - 1)]}_{Hash(text)}";
    }
}
