using System.Text;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Encoder for routes: a path of the contract to ASP.NET Core's route template.</summary>
internal static class Routes
{
    /// <summary>Names that routing gives a meaning of its own.</summary>
    private static readonly ImmutableArray<string> Reserved = ["action", "area", "controller", "handler", "page"];

    /// <summary>A template as controllers take it, which replace names in brackets.</summary>
    public static string ForController(string template) =>
        template.Replace("[", "[[", StringComparison.Ordinal).Replace("]", "]]", StringComparison.Ordinal);

    /// <summary>The template, without a leading slash; literals are decoded and escaped, parameters have plain names.</summary>
    public static string Template(string path)
    {
        var route = new StringBuilder();
        foreach (var (text, isParameter) in PartsOf(PathOf(path).Trim('/')))
        {
            if (isParameter)
                route.Append('{').Append(ParameterName(text)).Append('}');
            else
                route.Append(Escape(Uri.UnescapeDataString(text)));
        }

        return route.ToString();
    }

    /// <summary>Method and path on the wire, without the query: the names of parameters do not tell routes apart, nor does a trailing slash.</summary>
    public static string Key(ApiModel api, Operation operation)
    {
        var path = string.Concat(PartsOf(PathOf(operation.Path).Trim('/')).Select(part => part.IsParameter ? "{}" : part.Text));
        return $"{operation.Method} {ApiAddresses.RoutePrefix(api, operation)}/{path}";
    }

    /// <summary>The name of a parameter in the route: its own where routing takes it.</summary>
    public static string ParameterName(string name)
    {
        var isPlain = name.Length > 0 && name.All(character => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.') && !char.IsAsciiDigit(name[0]);
        if (isPlain && !Reserved.Contains(name, StringComparer.OrdinalIgnoreCase))
            return name;
        return Identifier.PascalCase(name, "Parameter") + "Value";
    }

    /// <summary>A literal part of a route.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is '{' or '}')
                escaped.Append(character);
            escaped.Append(character);
        }

        return escaped.ToString();
    }

    /// <summary>The query that a path of the contract carries: <c>action=list</c>; empty when it carries none.</summary>
    public static string QueryOf(string path)
    {
        var start = path.IndexOf('?', StringComparison.Ordinal);
        return start < 0 ? "" : path[(start + 1)..].Split('#')[0];
    }

    /// <summary>The path without the query that it carries.</summary>
    public static string PathOf(string path)
    {
        var end = path.AsSpan().IndexOfAny('?', '#');
        return end < 0 ? path : path[..end];
    }

    /// <summary>
    /// Of each segment that has literals beside its parameters, which may also stand in a value if they are escaped there, the place from the end of the path
    /// and the literals: <c>0, "", ":cancel"</c>. A literal that the contract escapes itself cannot be told from a value.
    /// </summary>
    public static IEnumerable<string> LiteralsOf(string path) => PathOf(path).Trim('/').Split('/').Reverse().Index()
        .Select(segment => (segment.Index, Parts: PartsOf(segment.Item).ToArray()))
        .Where(segment => Array.Exists(segment.Parts, part => part.IsParameter) && Array.Exists(segment.Parts, part => !part.IsParameter && part.Text.Any(IsReserved)))
        .Where(segment => Array.TrueForAll(segment.Parts, part => part.IsParameter || !part.Text.Contains('%', StringComparison.Ordinal)))
        .Select(segment => $"{segment.Index}, {string.Join(", ", LiteralsOf(segment.Parts).Select(Literal.Text))}");

    /// <summary>The texts before, between and behind the parameters of a segment.</summary>
    private static string[] LiteralsOf((string Text, bool IsParameter)[] parts) =>
        string.Concat(parts.Select(part => part.IsParameter ? "\0" : part.Text)).Split('\0');

    /// <summary>It means something else when it is escaped (RFC 3986, 2.2).</summary>
    public static bool IsReserved(char character) => ":@!$&'()*+,;=".Contains(character, StringComparison.Ordinal);

    /// <summary>Why ASP.NET Core cannot route the path, or null.</summary>
    public static string? Problem(string path)
    {
        var parts = PartsOf(PathOf(path)).ToArray();
        for (var index = 1; index < parts.Length; index++)
        {
            if (parts[index - 1].IsParameter && parts[index].IsParameter)
                return "two parameters stand side by side";
        }

        if (Array.Exists(parts, part => !part.IsParameter && Uri.UnescapeDataString(part.Text).Contains('?', StringComparison.Ordinal)))
            return "it holds a question mark";
        if (PathOf(path).Contains("//", StringComparison.Ordinal))
            return "it holds an empty segment";
        var names = parts.Where(part => part.IsParameter).Select(part => ParameterName(part.Text)).ToArray();
        return names.Distinct(StringComparer.OrdinalIgnoreCase).Count() == names.Length ? null : "a parameter stands in it twice";
    }

    /// <summary>The literals of a path and the names of its parameters, in order.</summary>
    public static IEnumerable<(string Text, bool IsParameter)> PartsOf(string path)
    {
        var start = 0;
        while (start < path.Length)
        {
            var open = path.IndexOf('{', start);
            var close = open < 0 ? -1 : path.IndexOf('}', open);
            if (close < 0)
            {
                yield return (path[start..], false);
                yield break;
            }

            if (open > start)
                yield return (path[start..open], false);
            yield return (path[(open + 1)..close], true);
            start = close + 1;
        }
    }
}
