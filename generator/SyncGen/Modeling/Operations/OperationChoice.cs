using System.Text.RegularExpressions;
using SyncGen.Diagnostics;

namespace SyncGen.Modeling;

/// <summary>
/// Which operations are wanted: those that any pattern matches, all when no pattern chooses, without those that a pattern behind an exclamation mark
/// matches. A star stands for any text.
/// </summary>
internal sealed class OperationChoice(ImmutableArray<string> patterns)
{
    private const string Deprecated = "deprecated";
    private const string Tag = "tag:";
    private const string Id = "id:";

    private readonly ImmutableArray<Pattern> _patterns = [.. patterns.Select(Pattern.Of)];
    private readonly HashSet<Pattern> _matched = [];

    /// <summary>Every operation is wanted, and with them every schema.</summary>
    public bool IsAll => _patterns.IsEmpty;

    /// <param name="key">Method and path: <c>GET /pets</c>.</param>
    /// <param name="operationId">The contract's id of the operation, or null.</param>
    public bool Contains(string key, string? operationId, ImmutableArray<string> tags, bool isDeprecated)
    {
        var matching = _patterns.Where(pattern => pattern.Matches(key, operationId, tags, isDeprecated)).ToList();
        _matched.UnionWith(matching);
        var isChosen = _patterns.All(pattern => pattern.Excludes) || matching.Exists(pattern => !pattern.Excludes);
        return isChosen && !matching.Exists(pattern => pattern.Excludes);
    }

    /// <summary>Reports patterns that matched nothing so far.</summary>
    public void ReportUnmatched(DiagnosticBag diagnostics, SourceSpan span)
    {
        foreach (var pattern in _patterns.Where(pattern => !_matched.Contains(pattern)))
            diagnostics.Report(ModelingRules.NoOperationMatches, span, pattern.Text);
    }

    /// <summary>What a pattern is compared with.</summary>
    private enum PatternKind
    {
        /// <summary>Method and path, path, or id.</summary>
        Any,

        /// <summary>The id, which may be a word that means something else: <c>id:deprecated</c>.</summary>
        Id,
        Tag,
        Deprecated,
    }

    /// <param name="Text">As the user wrote it.</param>
    /// <param name="Excludes">What matches is not wanted.</param>
    private sealed record Pattern(string Text, bool Excludes, PatternKind Kind, Regex Regex)
    {
        public static Pattern Of(string text)
        {
            var pattern = text.TrimStart('!');
            var (kind, name) = pattern == Deprecated ? (PatternKind.Deprecated, pattern)
                : pattern.StartsWith(Tag, StringComparison.Ordinal) ? (PatternKind.Tag, pattern[Tag.Length..])
                : pattern.StartsWith(Id, StringComparison.Ordinal) ? (PatternKind.Id, pattern[Id.Length..])
                : (PatternKind.Any, pattern);
            return new Pattern(text, text.StartsWith('!'), kind, RegexOf(name));
        }

        public bool Matches(string key, string? operationId, ImmutableArray<string> tags, bool isDeprecated) =>
            Kind switch
            {
                PatternKind.Deprecated => isDeprecated,
                PatternKind.Tag => tags.Any(Regex.IsMatch),
                _ => (Kind == PatternKind.Any && Regex.IsMatch(key)) || (operationId is not null && Regex.IsMatch(operationId)),
            };

        /// <summary>A path alone is meant with every method.</summary>
        private static Regex RegexOf(string pattern)
        {
            var text = Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal);
            return new Regex($"^{(pattern.StartsWith('/') ? "[A-Z]+\\ " : "")}{text}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline);
        }
    }
}
