using SyncGen.Diagnostics;

namespace SyncGen.Modeling;

/// <summary>The placeholders of a path.</summary>
internal static class PathTemplate
{
    /// <summary>The names between braces, each once, in order; null, with a report, where braces do not pair.</summary>
    public static ImmutableArray<string>? ReadNames(string path, SourceSpan span, DiagnosticSink report)
    {
        var names = ImmutableArray.CreateBuilder<string>();
        var position = 0;
        while (position < path.Length)
        {
            var open = path.AsSpan(position).IndexOfAny('{', '}');
            if (open < 0)
                break;
            open += position;
            var close = path[open] == '{' ? FindClose(path, open) : -1;
            if (close <= open + 1)
            {
                report(ModelingRules.UnbalancedBraces, span, path);
                return null;
            }
            names.Add(path[(open + 1)..close]);
            position = close + 1;
        }
        if (names.GroupBy(name => name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
            report(ModelingRules.RepeatedPlaceholder, span, path, twice.Key);
        return [.. names.Distinct(StringComparer.Ordinal)];
    }

    /// <summary>The path with every placeholder alike: two templates that match the same requests have the same.</summary>
    public static string Normalize(string path, ImmutableArray<string> names)
    {
        foreach (var name in names)
            path = path.Replace($"{{{name}}}", "{}", StringComparison.Ordinal);
        return path.Length > 1 ? path.TrimEnd('/') : path;
    }

    /// <summary>A regular expression in a placeholder may hold braces of its own.</summary>
    private static int FindClose(string path, int open)
    {
        var depth = 0;
        for (var index = open; index < path.Length; index++)
        {
            if (path[index] == '{')
                depth++;
            else if (path[index] == '}' && --depth == 0)
                return index;
            else if (path[index] == '/')
                return -1;
        }
        return -1;
    }
}

/// <summary>Receives a report.</summary>
internal delegate void DiagnosticSink(Rule rule, SourceSpan? span, params ReadOnlySpan<object> arguments);
