using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Linking;

/// <summary>Walks from the contracts along every reference and notes where each leads.</summary>
internal sealed class LinkCollector(DocumentSet documents, DiagnosticBag diagnostics)
{
    private readonly ReferenceScanner _scanner = new();
    private readonly Queue<(Location Part, PartKind Kind)> _parts = new();
    private readonly Dictionary<Node, Link> _links = [];
    private readonly List<Reference> _deferred = [];

    /// <returns>One link for each holder, in the order they were found.</returns>
    public IReadOnlyCollection<Link> Collect()
    {
        foreach (var entry in documents.Entries)
            _parts.Enqueue((Location.RootOf(entry), ContractGrammar.KindOfRoot(entry.Root)));
        var resolver = new ReferenceResolver(documents, diagnostics);
        Scan(reference => resolver.FindByPath(reference));
        // What no path finds may be found by $id or $anchor, which may stand anywhere in what the paths reach.
        while (_deferred.Count > 0)
        {
            var names = new SchemaNames(_scanner.Resources, _scanner.Anchors);
            var waiting = _deferred.ToArray();
            _deferred.Clear();
            foreach (var reference in waiting)
                Add(reference, resolver.FindByName(reference, names));
            Scan(reference => resolver.FindByPath(reference));
        }

        ReportRepeatedIds();
        return _links.Values;
    }

    private void ReportRepeatedIds()
    {
        foreach (var group in _scanner.Resources.DistinctBy(resource => resource.Root.Node).GroupBy(resource => resource.Id, StringComparer.Ordinal))
        {
            var first = group.First().Root;
            foreach (var other in group.Skip(1).Where(other => !NodeEquality.AreEqual(other.Root.Node, first.Node)))
                diagnostics.Report(LinkingRules.RepeatedId, other.Root.Node.Span, group.Key, first.Node.Span.Line, first.Document.File.Path);
        }
    }

    private void Scan(Func<Reference, Location?> find)
    {
        while (_parts.TryDequeue(out var next))
        {
            foreach (var reference in _scanner.Scan(next.Part, next.Kind))
            {
                if (find(reference) is { } target)
                    Add(reference, target);
                else
                    _deferred.Add(reference);
            }
        }
    }

    private void Add(Reference reference, Location? target)
    {
        if (target is not { } found)
            return;
        if (found.Node is ScalarNode { Kind: ScalarKind.Null } && reference.Keyword == ReferenceKeyword.Ref)
            diagnostics.Report(LinkingRules.NullTarget, reference.Value.Span, reference.Text!, Words.Of(found));
        _links.TryAdd(reference.Holder, new Link(reference, found));
        _parts.Enqueue((found, reference.Kind));
    }
}
