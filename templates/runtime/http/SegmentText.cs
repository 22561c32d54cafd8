namespace SyncGen.Runtime;

using System;

/// <summary>Takes apart a segment of a path in which literals stand beside values: <c>v{major}.{minor}</c>.</summary>
internal static class SegmentText
{
    /// <summary>The values. Where a literal between two of them stands several times, the last one parts them.</summary>
    /// <param name="text">The segment.</param>
    /// <param name="literals">What stands before, between and behind the values.</param>
    /// <returns>A text for each value, none of them empty; null where the segment does not have the literals.</returns>
    public static string[]? Split(string text, string[] literals)
    {
        var (first, last) = (literals[0], literals[^1]);
        if (text.Length < first.Length + last.Length || !text.StartsWith(first, StringComparison.OrdinalIgnoreCase) || !text.EndsWith(last, StringComparison.OrdinalIgnoreCase))
            return null;
        text = text[first.Length..^last.Length];
        var values = new string[literals.Length - 1];
        for (var index = values.Length - 1; index > 0 && text.Length > 0; index--)
        {
            var start = text[..^1].LastIndexOf(literals[index], StringComparison.OrdinalIgnoreCase);
            if (start < 0)
                return null;
            values[index] = text[(start + literals[index].Length)..];
            text = text[..start];
        }

        values[0] = text;
        return text.Length == 0 ? null : values;
    }
}
