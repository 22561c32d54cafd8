using System.Globalization;

namespace SyncGen.Projection;

/// <summary>The patterns that one file compares with, each a field.</summary>
internal sealed class PatternFields
{
    private readonly Dictionary<string, string?> _fields = new(StringComparer.Ordinal);
    private readonly List<PatternField> _declarations = [];

    public ImmutableArray<PatternField> Declarations => [.. _declarations];

    /// <summary>The field of a pattern, or null when .NET has no such pattern.</summary>
    public string? FieldOf(string pattern)
    {
        if (_fields.TryGetValue(pattern, out var known))
            return known;
        if (PatternText.Translate(pattern) is not { } translated)
            return _fields[pattern] = null;
        var name = "_pattern" + (_declarations.Count + 1).ToString(CultureInfo.InvariantCulture);
        _declarations.Add(new PatternField(name, Literal.Text(translated.Pattern), translated.IsLinear));
        return _fields[pattern] = name;
    }
}
