using SyncGen.Diagnostics;

namespace SyncGen.Documents;

/// <summary>The files that one file part of one document may mean: relative to the document first, then to each contract.</summary>
internal sealed class CandidateFiles(
    Document referrer,
    string filePart,
    ImmutableArray<Document> entries,
    ContractFolder folder,
    DocumentReader reader,
    DiagnosticBag diagnostics)
{
    private readonly List<ReferenceCandidate> _found = [];
    private readonly List<FileLookup> _failures = [];
    private readonly List<(string Folder, Document? FallbackBase)> _bases = BasesOf(referrer, entries);
    private int _tried;

    public ImmutableArray<ReferenceCandidate> ToImmutable() => [.. _found];

    /// <summary>Looks no further than the caller does: a file that is not needed is not read.</summary>
    /// <param name="reference">The reference to blame when there is no file.</param>
    public IEnumerable<Document> DocumentsFor(Reference reference)
    {
        for (var index = 0; ; index++)
        {
            while (index == _found.Count && _tried < _bases.Count)
                TryNext(reference);
            if (index == _found.Count)
                break;
            yield return _found[index].Document;
        }

        if (_found.Count == 0)
            ReportFailure(reference);
    }

    private static List<(string Folder, Document? FallbackBase)> BasesOf(Document referrer, ImmutableArray<Document> entries) =>
        [.. entries
            .Select(entry => (Folder: FolderOf(entry), FallbackBase: (Document?)entry))
            .Prepend((Folder: FolderOf(referrer), FallbackBase: null))
            .DistinctBy(candidate => candidate.Folder, StringComparer.Ordinal)];

    private static string FolderOf(Document document) => Path.GetDirectoryName(document.File.FullPath)!;

    private void TryNext(Reference reference)
    {
        var (baseFolder, fallbackBase) = _bases[_tried++];
        var lookup = folder.Find(baseFolder, filePart);
        if (lookup is not FileLookup.Found found)
        {
            _failures.Add(lookup);
            return;
        }

        if (found.TextLink is not null)
            Report(reference, DocumentRules.LinkCheckedOutAsText, Path.GetFileName(found.TextLink));
        if (reader.Read(found.FullPath, reason => Report(reference, DocumentRules.ReferenceIsNoFile, reason)) is { } document)
            _found.Add(new ReferenceCandidate(document, fallbackBase));
    }

    /// <summary>A file that is just missing is not reported here: the reference may still name a schema by its <c>$id</c>.</summary>
    private void ReportFailure(Reference reference)
    {
        switch (_failures.FirstOrDefault(failure => failure is not FileLookup.Missing))
        {
            case FileLookup.OutsideRoot:
                diagnostics.Report(DocumentRules.ReferenceLeavesRoot, reference.Value.Span, reference.Text!);
                break;
            case FileLookup.OtherCase otherCase:
                Report(reference, DocumentRules.ReferenceDiffersInCase, otherCase.Name);
                break;
            case FileLookup.NotAFile notAFile:
                Report(reference, DocumentRules.ReferenceIsNoFile, notAFile.Reason);
                break;
        }
    }

    private void Report(Reference reference, Rule rule, string detail) => diagnostics.Report(rule, reference.Value.Span, reference.Text!, detail);
}
