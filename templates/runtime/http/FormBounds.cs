namespace SyncGen.Runtime;

using System;
using System.Collections.Concurrent;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using SyncGen.Runtime.Json;

/// <summary>Compares a part of a form with the bounds that it has in one of several forms.</summary>
internal static class FormBounds
{
    private static readonly ConcurrentDictionary<string, Regex> Patterns = new(StringComparer.Ordinal);

    /// <summary>The value, or each item of a list, is within the bounds.</summary>
    /// <param name="json">The JSON of the value.</param>
    /// <param name="bounds">Of numbers <c>&gt;= 1</c> or <c>% 5</c>, of texts <c>length &lt;= 20</c> or <c>matches ^a</c>.</param>
    public static bool Allow(string json, string[] bounds)
    {
        if (bounds.Length == 0)
            return true;
        using var document = JsonDocument.Parse(json);
        var value = document.RootElement;
        var budget = new PatternBudget();
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().All(item => Allow(item, bounds, budget)) : Allow(value, bounds, budget);
    }

    private static bool Allow(JsonElement value, string[] bounds, PatternBudget budget) => value.ValueKind switch
    {
        JsonValueKind.Number => Array.TrueForAll(bounds, bound => IsWithin(value.GetRawText(), bound.Split(' '))),
        JsonValueKind.String => Array.TrueForAll(bounds, bound => IsAllowed(value.GetString()!, bound, budget)),
        _ => true,
    };

    /// <summary>A comparison that takes too long allows nothing.</summary>
    private static bool IsAllowed(string text, string bound, PatternBudget budget) => bound.Split(' ', 2) switch
    {
        ["length", var rest] => IsWithin(LengthOf(text), rest.Split(' ')),
        ["matches", var pattern] => budget.IsMatch(text, Patterns.GetOrAdd(pattern, RegexOf)) == true,
        _ => true,
    };

    private static Regex RegexOf(string pattern)
    {
        try
        {
            return new Regex(pattern, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
        }
        catch (NotSupportedException)
        {
            return new Regex(pattern, RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));
        }
    }

    private static bool IsWithin(string number, string[] bound) => bound is not [var sign, var text] || sign switch
    {
        ">=" => Compare(number, text) >= 0,
        ">" => Compare(number, text) > 0,
        "<=" => Compare(number, text) <= 0,
        "<" => Compare(number, text) < 0,
        _ => JsonNumberText.IsMultiple(Encoding.ASCII.GetBytes(number), Encoding.ASCII.GetBytes(text)) ?? true,
    };

    private static int Compare(string number, string bound) => JsonNumberText.Compare(Encoding.ASCII.GetBytes(number), Encoding.ASCII.GetBytes(bound));

    /// <summary>In Unicode code points.</summary>
    private static string LengthOf(string text) => text.EnumerateRunes().Count().ToString(CultureInfo.InvariantCulture);
}
