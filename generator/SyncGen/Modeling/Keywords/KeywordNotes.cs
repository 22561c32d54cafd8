using SyncGen.Diagnostics;

namespace SyncGen.Modeling;

/// <summary>Collects unknown keywords, so that each is one report with its first place and a count, however often a contract repeats it.</summary>
internal sealed class KeywordNotes(DiagnosticBag diagnostics)
{
    private readonly Dictionary<(Rule Rule, string Keyword, string Detail), int> _index = [];
    private readonly List<(SourceSpan Span, int Count)> _notes = [];

    /// <param name="detail">The keyword that is meant, or the object it stands in.</param>
    public void Add(Rule rule, SourceSpan span, string keyword, string detail)
    {
        if (!_index.TryGetValue((rule, keyword, detail), out var index))
        {
            _index.Add((rule, keyword, detail), index = _notes.Count);
            _notes.Add((span, 0));
        }

        _notes[index] = _notes[index] with { Count = _notes[index].Count + 1 };
    }

    public void Report()
    {
        foreach (var ((rule, keyword, detail), index) in _index.OrderBy(entry => entry.Value))
        {
            var (span, count) = _notes[index];
            diagnostics.Report(rule, span, keyword, detail, DiagnosticBag.InPlaces(count));
        }
    }
}
