using SyncGen.Diagnostics;

namespace SyncGen.Documents;

/// <summary>
/// Finds the file of every reference that can be reached from the contracts, and reads it. Whether the reference then leads somewhere is
/// for the next stage to say; here it only decides which further parts are reached.
/// </summary>
internal sealed class ReferenceFiles(
    ImmutableArray<Document> entries,
    ContractFolder folder,
    DocumentReader reader,
    DiagnosticBag diagnostics)
{
    private readonly ReferenceScanner _scanner = new();
    private readonly Queue<(Location Part, PartKind Kind)> _parts = new();
    private readonly Dictionary<(string Referrer, string FilePart), CandidateFiles> _candidates = [];

    public ImmutableDictionary<(string Referrer, string FilePart), ImmutableArray<ReferenceCandidate>> Collect()
    {
        foreach (var entry in entries)
            _parts.Enqueue((Location.RootOf(entry), ContractGrammar.KindOfRoot(entry.Root)));
        while (_parts.TryDequeue(out var next))
        {
            foreach (var reference in _scanner.Scan(next.Part, next.Kind))
                Follow(reference);
        }

        return _candidates.ToImmutableDictionary(pair => pair.Key, pair => pair.Value.ToImmutable());
    }

    private void Follow(Reference reference)
    {
        if (reference.Text is not { } text || ReferenceText.IsPlainName(reference.Keyword, text))
            return;
        var parsed = ReferenceText.Of(reference, text);
        if (parsed.Problem is not null)
            diagnostics.Report(DocumentRules.ReferenceIsNoPath, reference.Value.Span, text, parsed.Problem);
        else if (parsed.Uri is null)
            Follow(reference, parsed);
    }

    private void Follow(Reference reference, ReferenceText text)
    {
        foreach (var document in text.FilePart.Length == 0 ? [reference.Document] : Files(reference, text.FilePart))
        {
            if (Fragment.Parse(text.Fragment).Find(document) is not { } target)
                continue;
            _parts.Enqueue((target, reference.Kind));
            return;
        }
    }

    /// <summary>The files a reference may mean, read one by one as they are asked for.</summary>
    private IEnumerable<Document> Files(Reference reference, string filePart)
    {
        var key = (reference.Document.File.Path, filePart);
        if (!_candidates.TryGetValue(key, out var candidates))
            _candidates.Add(key, candidates = new CandidateFiles(reference.Document, filePart, entries, folder, reader, diagnostics));
        return candidates.DocumentsFor(reference);
    }
}
