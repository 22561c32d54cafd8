using System;
using System.Collections.Generic;
using System.Linq;

namespace SyncGen.Runtime;

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
        var parts = value.Parts.Select(part => (Name: Uri.EscapeDataString(part.Name), Text: Of(name, part.Text)));
        return style switch
        {
            ParameterStyle.Label => "." + string.Join(explode ? "." : ",", Texts(parts, value.IsObject, explode)),
            ParameterStyle.Matrix when explode && value.IsObject => string.Concat(parts.Select(part => $";{part.Name}={part.Text}")),
            ParameterStyle.Matrix when explode => string.Concat(parts.Select(part => $";{Uri.EscapeDataString(name)}={part.Text}")),
            ParameterStyle.Matrix => $";{Uri.EscapeDataString(name)}={string.Join(",", Texts(parts, value.IsObject, explode))}",
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

    private static IEnumerable<string> Texts(IEnumerable<(string Name, string Text)> parts, bool isObject, bool explode) => (isObject, explode) switch
    {
        (true, true) => parts.Select(part => $"{part.Name}={part.Text}"),
        (true, false) => parts.SelectMany(part => new[] { part.Name, part.Text }),
        _ => parts.Select(part => part.Text),
    };
}
