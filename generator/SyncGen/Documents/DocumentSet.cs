namespace SyncGen.Documents;

/// <summary>Every file that the contracts reach, read and parsed.</summary>
/// <param name="Entries">The contracts the user named, in that order.</param>
/// <param name="Documents">All of them and every file a <c>$ref</c> reaches, by <see cref="Diagnostics.SourceFile.Path"/>.</param>
/// <param name="References">
/// The file part of each <c>$ref</c> text, resolved: (referring document's path, file part as written and decoded) to the candidates
/// in the order they are tried, existing ones only. The linker picks the first whose pointer exists.
/// </param>
internal sealed record DocumentSet(
    ImmutableArray<Document> Entries,
    ImmutableSortedDictionary<string, Document> Documents,
    ImmutableDictionary<(string Referrer, string FilePart), ImmutableArray<ReferenceCandidate>> References)
{
    /// <summary>The files that the file part of a reference may mean, in the order they are tried; "" is the referring file.</summary>
    public ImmutableArray<ReferenceCandidate> CandidatesOf(Document referrer, string filePart)
    {
        if (filePart.Length == 0)
            return [new ReferenceCandidate(referrer, null)];
        return References.GetValueOrDefault((referrer.File.Path, filePart), []);
    }
}

/// <summary>A file that a reference may mean.</summary>
/// <param name="Document">The file.</param>
/// <param name="FallbackBase">Null when the path was resolved against the referring file, as the standard says;
/// else the entry contract whose folder it was resolved against.</param>
internal sealed record ReferenceCandidate(Document Document, Document? FallbackBase);
