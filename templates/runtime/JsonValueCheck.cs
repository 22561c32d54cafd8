namespace SyncGen.Runtime.Json;

using System;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

/// <summary>Checks of a value's kind, of texts and of numbers. Those of texts let other values be, as do those of numbers.</summary>
public static class JsonValueCheck
{
    private const int MostOnStack = 256;

    /// <summary>The kinds of a value.</summary>
    /// <param name="kinds">The kinds.</param>
    /// <param name="wholeNumbers">Of numbers only those without a fraction.</param>
    public static JsonCheck Kinds(JsonKinds kinds, bool wholeNumbers = false) => new JsonPartCheck(
        (tree, node) => kinds.HasFlag(KindOf(tree.KindOf(node)))
            ? !wholeNumbers || tree.KindOf(node) != JsonTokenType.Number || JsonNumberText.IsWhole(tree.TextOf(node))
            : tree.Forgives != JsonLeniency.None && IsForgiven(tree, node, kinds) ? null : false,
        0,
        wholeNumbers && kinds == JsonKinds.Number ? "The value must be a whole number." : $"The value must be of the kind {kinds}.");

    /// <summary>The length of a text, in Unicode code points.</summary>
    /// <param name="minimum">The least length.</param>
    /// <param name="maximum">The greatest length.</param>
    public static JsonCheck Length(int minimum = 0, int maximum = int.MaxValue) => Text(
        text => LengthOf(text) is var length && length >= minimum && length <= maximum,
        maximum == int.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"The text must have at least {minimum} {(minimum == 1 ? "character" : "characters")}.")
            : string.Create(CultureInfo.InvariantCulture, $"The text must have from {minimum} to {maximum} {(maximum == 1 ? "character" : "characters")}."));

    /// <summary>A pattern that must find a match in a text.</summary>
    /// <param name="pattern">The pattern.</param>
    public static JsonCheck Pattern(Regex pattern) => Text(text => IsMatch(text, pattern), $"The text must match the pattern {pattern}.");

    /// <summary>The least number.</summary>
    /// <param name="bound">Its JSON.</param>
    public static JsonCheck AtLeast(string bound) => Number(bound, order => order >= 0, $"The number must be at least {bound}.");

    /// <summary>The greatest number.</summary>
    /// <param name="bound">Its JSON.</param>
    public static JsonCheck AtMost(string bound) => Number(bound, order => order <= 0, $"The number must be at most {bound}.");

    /// <summary>A number that must be greater than a bound.</summary>
    /// <param name="bound">Its JSON.</param>
    public static JsonCheck Above(string bound) => Number(bound, order => order > 0, $"The number must be greater than {bound}.");

    /// <summary>A number that must be less than a bound.</summary>
    /// <param name="bound">Its JSON.</param>
    public static JsonCheck Below(string bound) => Number(bound, order => order < 0, $"The number must be less than {bound}.");

    /// <summary>A number that must be a multiple of another.</summary>
    /// <param name="divisor">The JSON of the other.</param>
    public static JsonCheck MultipleOf(string divisor)
    {
        var utf8 = Encoding.ASCII.GetBytes(divisor);
        return new JsonPartCheck(
            (tree, node) => tree.KindOf(node) != JsonTokenType.Number ? true : JsonNumberText.IsMultiple(tree.TextOf(node), utf8),
            0,
            $"The number must be a multiple of {divisor}.");
    }

    /// <summary>Whether a pattern finds a match; null when that takes too long.</summary>
    internal static bool? IsMatch(ReadOnlySpan<byte> utf8Text, Regex pattern)
    {
        try
        {
            // No text has more characters than bytes.
            if (utf8Text.Length > MostOnStack)
                return pattern.IsMatch(Encoding.UTF8.GetString(utf8Text));
            Span<char> text = stackalloc char[MostOnStack];
            return pattern.IsMatch(text[..Encoding.UTF8.GetChars(utf8Text, text)]);
        }
        catch (RegexMatchTimeoutException)
        {
            return null;
        }
    }

    /// <summary>A text that may stand for a number or a boolean.</summary>
    internal static bool IsQuoted(JsonTree tree, int node) => tree.KindOf(node) == JsonTokenType.String && JsonKind.OfText(tree.TextOf(node)) != JsonKinds.None;

    private static bool IsForgiven(JsonTree tree, int node, JsonKinds kinds)
    {
        if (!tree.Forgives.HasFlag(JsonLeniency.Quotes) || tree.KindOf(node) != JsonTokenType.String)
            return false;
        var quoted = JsonKind.OfText(tree.TextOf(node));
        return (quoted == JsonKinds.QuotedNumber && kinds.HasFlag(JsonKinds.Number)) || (quoted == JsonKinds.QuotedBoolean && kinds.HasFlag(JsonKinds.Boolean));
    }

    private static bool IsNoTime(JsonTree tree, int node) => tree.Forgives.HasFlag(JsonLeniency.Times) && tree.TextOf(node).IsEmpty;

    private delegate bool? TextTest(ReadOnlySpan<byte> utf8Text);

    private static JsonPartCheck Text(TextTest test, string problem) =>
        new((tree, node) => tree.KindOf(node) != JsonTokenType.String ? true : test(tree.TextOf(node)) is not false and var verdict ? verdict : IsNoTime(tree, node) ? null : false, 0, problem);

    private static JsonPartCheck Number(string bound, Func<int, bool> test, string problem)
    {
        var utf8 = Encoding.ASCII.GetBytes(bound);
        return new((tree, node) => tree.KindOf(node) != JsonTokenType.Number || test(JsonNumberText.Compare(tree.TextOf(node), utf8)), 0, problem);
    }

    /// <summary>Each code point has one byte that does not go on with another.</summary>
    private static int LengthOf(ReadOnlySpan<byte> utf8Text)
    {
        var length = 0;
        foreach (var unit in utf8Text)
            length += (unit & 0xC0) == 0x80 ? 0 : 1;
        return length;
    }

    private static JsonKinds KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonKinds.Object,
        JsonTokenType.StartArray => JsonKinds.Array,
        JsonTokenType.String => JsonKinds.String,
        JsonTokenType.Number => JsonKinds.Number,
        JsonTokenType.Null => JsonKinds.Null,
        _ => JsonKinds.Boolean,
    };
}
