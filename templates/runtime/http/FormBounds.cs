namespace SyncGen.Runtime;

using System;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using SyncGen.Runtime.Json;

/// <summary>Compares a part of a form with the bounds that it has in one of several forms.</summary>
internal static class FormBounds
{
    /// <summary>The value, or each item of a list, is within the bounds.</summary>
    /// <param name="json">The JSON of the value.</param>
    /// <param name="bounds">Of numbers <c>&gt;= 1</c> or <c>% 5</c>, of texts <c>length &lt;= 20</c>.</param>
    public static bool Allow(string json, string[] bounds)
    {
        if (bounds.Length == 0)
            return true;
        using var document = JsonDocument.Parse(json);
        var value = document.RootElement;
        return value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().All(item => Allow(item, bounds)) : Allow(value, bounds);
    }

    private static bool Allow(JsonElement value, string[] bounds) => value.ValueKind switch
    {
        JsonValueKind.Number => Array.TrueForAll(bounds, bound => IsWithin(value.GetRawText(), bound.Split(' '))),
        JsonValueKind.String => Array.TrueForAll(bounds, bound => bound.Split(' ') is not ["length", .. var rest] || IsWithin(LengthOf(value.GetString()!), rest)),
        _ => true,
    };

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
