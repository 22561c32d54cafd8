namespace SyncGen.Runtime.Json;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;

/// <summary>Writes JSON paths, whose names are the sender's: long ones are cut, so that a path stays a line.</summary>
internal static class JsonPathText
{
    /// <summary>The most characters of a name.</summary>
    public const int MaxName = 100;

    /// <summary>The most characters of a path.</summary>
    public const int MaxPath = 1000;

    /// <summary>The path of the properties and items that lead to a value: <c>$.rooms[3].room_id</c>.</summary>
    /// <param name="steps">The names, null for the items of a list.</param>
    public static string Of(IReadOnlyList<(string? Name, int Index)> steps)
    {
        var path = new StringBuilder("$");
        for (var at = 0; at < steps.Count && path.Length <= MaxPath; at++)
        {
            var (name, index) = steps[at];
            if (name is null)
                path.Append(CultureInfo.InvariantCulture, $"[{index}]");
            else if (name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character == '_'))
                path.Append('.').Append(Cut(name, MaxName));
            else
                path.Append("['").Append(Cut(name, MaxName)).Append("']");
        }

        return Cut(path.ToString(), MaxPath);
    }

    /// <summary>The beginning of a text, without half of a surrogate pair.</summary>
    public static string Cut(string text, int length)
    {
        if (text.Length <= length)
            return text;
        return string.Concat(text.AsSpan(0, char.IsHighSurrogate(text[length - 1]) ? length - 1 : length), "…");
    }
}
