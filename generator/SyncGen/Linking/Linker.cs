using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Linking;

/// <summary>Stage 2: finds the target of every reference. No I/O, nothing is inlined.</summary>
internal static class Linker
{
    public static Contract Link(DocumentSet documents, DiagnosticBag diagnostics)
    {
        var links = new LinkCollector(documents, diagnostics).Collect();
        ReferenceCycles.Report(links, documents.Entries, diagnostics);
        return new Contract(
            documents.Entries,
            documents.Documents,
            links.ToImmutableDictionary(link => link.Reference.Holder, link => link.Target));
    }
}

/// <summary>A reference and where it leads.</summary>
internal sealed record Link(Reference Reference, Location Target);
