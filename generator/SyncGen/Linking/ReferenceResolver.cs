using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Linking;

/// <summary>Finds the target of one reference: by path and pointer first, then by the names that schemas give themselves.</summary>
internal sealed class ReferenceResolver(DocumentSet documents, DiagnosticBag diagnostics)
{
    private readonly MissingTargets _missing = new(documents, diagnostics);

    /// <returns>Null when no file and pointer lead anywhere; nothing is reported yet.</returns>
    public Location? FindByPath(Reference reference)
    {
        if (reference.Text is not { } text)
            return null;
        if (ReferenceText.IsPlainName(reference.Keyword, text))
            return FindSchemaNamed(reference.Document, text);
        var parsed = ReferenceText.Of(reference, text);
        if (parsed.Problem is not null || parsed.Uri is not null)
            return null;
        var fragment = Fragment.Parse(parsed.Fragment);
        foreach (var candidate in documents.CandidatesOf(reference.Document, parsed.FilePart))
        {
            if (FindPointer(Location.RootOf(candidate.Document), fragment, reference) is not { } target)
                continue;
            if (candidate.FallbackBase is { } contract)
                ReportFallback(reference, parsed, contract, candidate.Document);
            return target;
        }

        return null;
    }

    /// <returns>Null when the reference leads nowhere at all, which is reported.</returns>
    public Location? FindByName(Reference reference, SchemaNames names)
    {
        if (reference.Text is not { } text)
        {
            diagnostics.Report(LinkingRules.MalformedReference, reference.Value.Span, "its value must be text");
            return null;
        }

        var parsed = ReferenceText.Of(reference, text);
        // Stage 1 reports what can be no path.
        if (parsed.Problem is not null)
            return null;
        var fragment = Fragment.Parse(parsed.Fragment);
        var target = FindNamed(reference, parsed, fragment, names) ?? FindMeant(reference, parsed, fragment);
        if (target is not { } found)
            _missing.Report(reference, parsed, fragment);
        else if (reference.Keyword == ReferenceKeyword.DynamicRef && names.CountDynamic(fragment.Text) is > 1 and var count)
            diagnostics.Report(LinkingRules.AmbiguousDynamicReference, reference.Value.Span, text, count, Words.Of(found));
        return target;
    }

    /// <summary>What an author means by a reference that leads nowhere as the standards read it.</summary>
    private Location? FindMeant(Reference reference, ReferenceText text, Fragment fragment)
    {
        // Files that are reached in part only have anchors in their other parts, too.
        if (fragment.IsAnchor && fragment.Text.Length > 0 && text.Uri is null && reference.Keyword == ReferenceKeyword.Ref)
            return documents.CandidatesOf(reference.Document, text.FilePart).Select(file => FileAnchors.Find(file.Document, fragment.Text)).FirstOrDefault(found => found is not null);
        var meant = text.Uri is not null || reference.Keyword != ReferenceKeyword.Ref ? null
            : text.FilePart.Length > 0 ? FindComponentNamed(reference, text)
            // ASP.NET Core 9 writes references of recursive schemas relative to the component they stand in.
            : reference.Outermost is { } outermost && fragment.Pointer is { } pointer ? FindBelow(outermost, pointer)
            : null;
        if (meant is { } found)
            diagnostics.Report(LinkingRules.IrregularReference, reference.Value.Span, reference.Text!, Words.Of(found));
        return meant;
    }

    /// <summary>Swagger 1.2's references are names alone, and later contracts still write them.</summary>
    private Location? FindComponentNamed(Reference reference, ReferenceText text) =>
        text.Fragment.Length > 0 || documents.CandidatesOf(reference.Document, text.FilePart).Length > 0 ? null
        : MapsOf(reference.Kind).Select(map => map.Child(text.FilePart).Find(Location.RootOf(reference.Document))).FirstOrDefault(found => found is not null);

    private static ImmutableArray<JsonPointer> MapsOf(PartKind kind) => kind switch
    {
        PartKind.Schema => SchemaMaps,
        PartKind.Parameter => [JsonPointer.Root.Child("components").Child("parameters"), JsonPointer.Root.Child("parameters"), JsonPointer.Root.Child("components").Child("headers")],
        PartKind.Response => [JsonPointer.Root.Child("components").Child("responses"), JsonPointer.Root.Child("responses")],
        PartKind.RequestBody => [JsonPointer.Root.Child("components").Child("requestBodies")],
        _ => [],
    };

    private static Location? FindNamed(Reference reference, ReferenceText text, Fragment fragment, SchemaNames names)
    {
        var address = text.Uri ?? text.FilePart;
        var start = address.Length > 0 ? names.Find(address, reference.Resource) : reference.Resource?.Root;
        if (fragment.IsAnchor)
            return names.FindAnchor(fragment.Text, start?.Document ?? reference.Document, start?.Node);
        return start is { } root && fragment.Pointer is { } pointer ? FindBelow(root, pointer) : null;
    }

    private static Location? FindBelow(Location root, JsonPointer pointer) =>
        new JsonPointer(root.Pointer.Text + pointer.Text).Find(Location.RootOf(root.Document));

    private Location? FindPointer(Location root, Fragment fragment, Reference reference)
    {
        if (fragment.Pointer?.Find(root) is { } target)
            return target;
        foreach (var reading in fragment.ReadingsIn(root.Document))
        {
            if (reading.Find(root) is not { } meant)
                continue;
            diagnostics.Report(LinkingRules.IrregularReference, reference.Value.Span, reference.Text!, Words.Of(meant));
            return meant;
        }

        return null;
    }

    /// <summary>The schema of that name in the document, else in a contract.</summary>
    private Location? FindSchemaNamed(Document document, string name) => documents.Entries
        .Prepend(document)
        .SelectMany(owner => SchemaMaps.Select(map => map.Child(name).Find(Location.RootOf(owner))))
        .FirstOrDefault(found => found is not null);

    private static readonly ImmutableArray<JsonPointer> SchemaMaps =
        [JsonPointer.Root.Child("components").Child("schemas"), JsonPointer.Root.Child("definitions"), JsonPointer.Root.Child("$defs")];

    private void ReportFallback(Reference reference, ReferenceText text, Document contract, Document found)
    {
        var hint = Words.RelativePath(reference.Document.File.Path, found.File.Path);
        diagnostics.Report(
            LinkingRules.FallbackReference,
            reference.Value.Span,
            reference.Text!,
            reference.Document.File.Path,
            contract.File.Path,
            found.File.Path,
            text.Fragment.Length == 0 ? hint : $"{hint}#{text.Fragment}");
    }
}
