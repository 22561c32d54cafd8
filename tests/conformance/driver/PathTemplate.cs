using System.Text;
using System.Text.RegularExpressions;

namespace SyncGen.ForeignServers;

/// <summary>A path with parameters, by which a path that was sent is taken apart.</summary>
internal sealed partial class PathTemplate
{
    private readonly Regex _pattern;
    private readonly List<string> _names = [];

    public PathTemplate(string path)
    {
        var query = path.IndexOf('?', StringComparison.Ordinal);
        _pattern = PatternOf(query < 0 ? path : path[..query], _names, "[^/]*?", "$");
    }

    /// <summary>What stands before the paths: the server's path, whose variables take any segment. An absolute address loses its host.</summary>
    public static Regex BaseOf(string url) => PatternOf(Host().Replace(url, "").TrimEnd('/'), [], "[^/]*", "");

    /// <summary>The path of an address, with one value for every variable.</summary>
    public static string Path(string url, string value) => Parameter().Replace(Host().Replace(url, "").TrimEnd('/'), value);

    /// <summary>The parameters' texts, unescaped; null where the path is another one.</summary>
    public IReadOnlyDictionary<string, string>? Match(string path)
    {
        var match = _pattern.Match(path);
        return match.Success
            ? _names.Select((name, index) => (name, Uri.UnescapeDataString(match.Groups[index + 1].Value))).ToDictionary(pair => pair.name, pair => pair.Item2)
            : null;
    }

    private static Regex PatternOf(string path, List<string> names, string value, string end)
    {
        var pattern = new StringBuilder("^");
        var last = 0;
        foreach (Match parameter in Parameter().Matches(path))
        {
            pattern.Append(Regex.Escape(path[last..parameter.Index])).Append('(').Append(value).Append(')');
            names.Add(parameter.Groups[1].Value);
            last = parameter.Index + parameter.Length;
        }

        return new Regex(pattern.Append(Regex.Escape(path[last..])).Append(end).ToString());
    }

    [GeneratedRegex(@"\{([^}]+)\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"^(https?://[^/]*|\{endpoint\}|\{\$host\})")]
    private static partial Regex Host();
}
