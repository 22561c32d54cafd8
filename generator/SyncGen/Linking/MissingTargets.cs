using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Linking;

/// <summary>Says why a reference leads nowhere, and what its author may have meant.</summary>
internal sealed class MissingTargets(DocumentSet documents, DiagnosticBag diagnostics)
{
    /// <summary>Near names are searched for so many references only: in a contract of 100,000 broken ones nobody reads on.</summary>
    private const int MostSuggestions = 50;

    private int _suggestions;

    public void Report(Reference reference, ReferenceText text, Fragment fragment)
    {
        var span = reference.Value.Span;
        var written = reference.Text!;
        var candidates = documents.CandidatesOf(reference.Document, text.FilePart);
        if (reference.Keyword is ReferenceKeyword.DiscriminatorMapping or ReferenceKeyword.OperationRef)
            diagnostics.Report(LinkingRules.DanglingMapping, span, written);
        else if (text.Uri is not null)
            diagnostics.Report(LinkingRules.RemoteReference, span, written);
        else if (candidates.IsEmpty)
            diagnostics.Report(LinkingRules.MissingFile, span, written, text.FilePart, Bases(reference.Document));
        else if (fragment.IsAnchor)
            diagnostics.Report(LinkingRules.UnknownAnchor, span, written, candidates[0].Document.File.Path, fragment.Text);
        else if (fragment.Pointer is { } pointer)
            ReportPointer(reference, pointer, candidates);
        else if (fragment.Text.StartsWith('/'))
            diagnostics.Report(LinkingRules.MalformedReference, span, $"'{written}' has a '~' that is neither '~0' (for '~') nor '~1' (for '/')");
        else
            diagnostics.Report(LinkingRules.MalformedReference, span, $"what stands behind '#' in '{written}' must begin with '/', and leads nowhere with it either");
    }

    /// <summary>Names the deepest part that exists, in the candidate that goes furthest.</summary>
    private void ReportPointer(Reference reference, JsonPointer pointer, ImmutableArray<ReferenceCandidate> candidates)
    {
        var (name, deepest) = candidates
            .Select(candidate => (Name: pointer.Follow(Location.RootOf(candidate.Document), out var place)!, Place: place))
            .MaxBy(candidate => candidate.Place.Pointer.Segments.Length);
        diagnostics.Report(LinkingRules.MissingTarget, reference.Value.Span, reference.Text!, Words.Of(deepest), name, Suggestion(deepest, name));
    }

    private string Suggestion(Location deepest, string name)
    {
        if (deepest.Node is SequenceNode sequence)
            return $" (it is a list of {sequence.Items.Length})";
        if (deepest.Node is not MappingNode mapping || ++_suggestions > MostSuggestions)
            return "";
        var near = string.Join(", ", Words.Near(name, mapping.Members.Select(member => member.Name)).Select(candidate => $"'{candidate}'"));
        return near.Length == 0 ? "" : $" (is {near} meant?)";
    }

    private string Bases(Document referrer) => string.Join(" or ", documents.Entries
        .Select(entry => entry.File.Path)
        .Prepend(referrer.File.Path)
        .DistinctBy(path => path[..(path.LastIndexOf('/') + 1)])
        .Take(3)
        .Select(path => $"'{path}'"));
}
