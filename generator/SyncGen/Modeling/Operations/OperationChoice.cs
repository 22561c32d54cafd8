using System.Text.RegularExpressions;
using SyncGen.Diagnostics;

namespace SyncGen.Modeling;

/// <summary>Which operations are wanted: those that any pattern matches, all when there is none. A star stands for any text.</summary>
internal sealed class OperationChoice(ImmutableArray<string> patterns)
{
    private readonly ImmutableArray<(string Pattern, Regex Regex)> _patterns = [.. patterns.Select(pattern => (pattern, RegexOf(pattern)))];
    private readonly HashSet<string> _matched = new(StringComparer.Ordinal);

    /// <summary>Every operation is wanted, and with them every schema.</summary>
    public bool IsAll => _patterns.IsEmpty;

    /// <param name="key">Method and path: <c>GET /pets</c>.</param>
    /// <param name="operationId">The contract's id of the operation, or null.</param>
    public bool Contains(string key, string? operationId)
    {
        var isMatch = false;
        foreach (var (pattern, regex) in _patterns)
        {
            if (!regex.IsMatch(key) && (operationId is null || !regex.IsMatch(operationId)))
                continue;
            isMatch = true;
            _matched.Add(pattern);
        }

        return isMatch || IsAll;
    }

    /// <summary>Reports patterns that matched nothing so far.</summary>
    public void ReportUnmatched(DiagnosticBag diagnostics, SourceSpan span)
    {
        foreach (var (pattern, _) in _patterns.Where(pattern => !_matched.Contains(pattern.Pattern)))
            diagnostics.Report(ModelingRules.NoOperationMatches, span, pattern);
    }

    /// <summary>A path alone is meant with every method.</summary>
    private static Regex RegexOf(string pattern)
    {
        var text = Regex.Escape(pattern).Replace("\\*", ".*", StringComparison.Ordinal);
        return new Regex($"^{(pattern.StartsWith('/') ? "[A-Z]+\\ " : "")}{text}$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking | RegexOptions.Singleline);
    }
}
