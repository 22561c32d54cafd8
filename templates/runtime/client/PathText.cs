namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;

/// <summary>Lays out values in paths.</summary>
internal static class PathText
{
    /// <summary>A value as it stands in a path, with what would end the segment escaped.</summary>
    public static string Of(string name, string text)
    {
        if (text.Length == 0)
            throw new ArgumentException("A value in a path cannot be empty.", name);
        return Uri.EscapeDataString(text);
    }

    /// <summary>A value in its style.</summary>
    public static string Of(string name, ParameterValue value, ParameterStyle style, bool explode)
    {
        if (value.Parts.Count == 0)
            throw new ArgumentException("A value in a path cannot be empty.", name);
        value.CheckFlat(name);
        // Dots are never escaped in an address, so that they cannot part items and stand in them.
        if (style == ParameterStyle.Label && explode)
            value.CheckSplits(name, '.');
        if (style != ParameterStyle.Matrix || !explode)
            value.CheckNotBlank(name);
        var parts = value.Parts.Select(part => (Name: Uri.EscapeDataString(part.Name), Text: Uri.EscapeDataString(part.Text)));
        return style switch
        {
            ParameterStyle.Label => "." + string.Join(explode ? "." : ",", Texts(parts, value.IsObject, explode)),
            ParameterStyle.Matrix when explode && value.IsObject => string.Concat(parts.Select(part => Pair(part.Name, part.Text))),
            ParameterStyle.Matrix when explode => string.Concat(parts.Select(part => Pair(Uri.EscapeDataString(name), part.Text))),
            ParameterStyle.Matrix => Pair(Uri.EscapeDataString(name), string.Join(",", Texts(parts, value.IsObject, explode))),
            ParameterStyle.SpaceDelimited or ParameterStyle.PipeDelimited or ParameterStyle.TabDelimited when value.IsArray => value.Join(name, style, Uri.EscapeDataString),
            _ when value is { IsObject: false, IsArray: false } => Of(name, value.Parts[0].Text),
            _ => string.Join(",", Texts(parts, value.IsObject, explode)),
        };
    }

    /// <summary>Refuses a path whose segments a server or proxy would take for steps to a parent folder.</summary>
    public static void CheckSegments(string path)
    {
        foreach (var segment in path.Split('/'))
        {
            if (Uri.UnescapeDataString(segment) is "." or "..")
                throw new ArgumentException("A value in a path cannot be '.' or '..'.");
        }
    }

    /// <summary>Refuses values that stand in one segment and could not be told apart in it: <c>1.2</c> and <c>3.4</c> in <c>{from}.{to}</c>.</summary>
    /// <param name="template">The path as the contract writes it.</param>
    /// <param name="values">The names of the values and their texts in the path.</param>
    /// <exception cref="ArgumentException">A value holds the literal beside it.</exception>
    public static void CheckSplits(string template, IReadOnlyList<(string Name, string Text)> values)
    {
        foreach (var segment in template.Split('?', '#')[0].Split('/'))
        {
            var shared = values.Where(value => segment.Contains($"{{{value.Name}}}", StringComparison.Ordinal))
                .OrderBy(value => segment.IndexOf($"{{{value.Name}}}", StringComparison.Ordinal)).ToArray();
            if (shared.Length < 2)
                continue;
            var marked = shared.Aggregate(segment, (text, value) => text.Replace($"{{{value.Name}}}", "\0", StringComparison.Ordinal));
            var literals = marked.Split('\0');
            // Values side by side begin with a mark of their style, which parts them.
            if (literals[1..^1].Contains(""))
                continue;
            var sent = literals[0] + string.Concat(shared.Select((value, index) => value.Text + literals[index + 1]));
            if (SegmentText.Split(sent, literals) is not { } read || !read.SequenceEqual(shared.Select(value => value.Text)))
                throw new ArgumentException($"The values in '{segment}' cannot be told apart: one holds the literal beside it.", shared[^1].Name);
        }
    }

    /// <summary>A name without a value stands alone, as RFC 6570 says (3.2.7).</summary>
    private static string Pair(string name, string text) => text.Length == 0 && name.Length > 0 ? $";{name}" : $";{name}={text}";

    private static IEnumerable<string> Texts(IEnumerable<(string Name, string Text)> parts, bool isObject, bool explode) => (isObject, explode) switch
    {
        (true, true) => parts.Select(part => $"{part.Name}={part.Text}"),
        (true, false) => parts.SelectMany(part => new[] { part.Name, part.Text }),
        _ => parts.Select(part => part.Text),
    };
}
