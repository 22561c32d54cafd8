namespace SyncGen.Documents;

/// <summary>What stands after '#' in a reference, read as the standard says and then as authors mistake it.</summary>
/// <param name="Written">As it stands in the contract.</param>
/// <param name="Text">Percent-decoded.</param>
/// <param name="Pointer">The pointer the standard reads; null for an anchor or a broken pointer.</param>
internal sealed record Fragment(string Written, string Text, JsonPointer? Pointer)
{
    /// <summary>A name that <c>$anchor</c> declares, rather than a pointer.</summary>
    public bool IsAnchor => Pointer is null && !Text.Contains('/', StringComparison.Ordinal);

    /// <summary>Pointers that authors mean by a spelling that is not quite right, in the order they are tried.</summary>
    public IEnumerable<JsonPointer> Readings => new[] { Rooted(), DecodedBySegment(), Written }
        .Select(JsonPointer.TryParse)
        .OfType<JsonPointer>()
        .Where(reading => reading != Pointer)
        .Distinct();

    /// <summary>The readings in a certain file: <c>pet.yaml#/</c> means <c>pet.yaml</c>, but no part of a contract can be the whole of it.</summary>
    public IEnumerable<JsonPointer> ReadingsIn(Document document) =>
        Text == "/" && ContractGrammar.KindOfRoot(document.Root) == PartKind.Schema ? Readings.Append(JsonPointer.Root) : Readings;

    public static Fragment Parse(string written)
    {
        var decoded = Uri.UnescapeDataString(written);
        return new Fragment(written, decoded, JsonPointer.TryParse(decoded));
    }

    /// <summary>The place the fragment leads to in a document by any reading.</summary>
    public Location? Find(Document document)
    {
        var root = Location.RootOf(document);
        // By an anchor that the file does not declare as such all of it counts as reached.
        if (IsAnchor)
            return FileAnchors.Find(document, Text) ?? root;
        return Pointer?.Find(root) ?? ReadingsIn(document).Select(reading => reading.Find(root)).FirstOrDefault(found => found is not null);
    }

    /// <summary><c>#definitions/Pet</c> and <c>#!/definitions/Pet</c> for <c>#/definitions/Pet</c>.</summary>
    private string Rooted() => Text.StartsWith("!/", StringComparison.Ordinal) ? Text[1..] : Text.StartsWith('/') || IsAnchor ? Text : $"/{Text}";

    /// <summary><c>#/paths/%2Fpets</c> for <c>#/paths/~1pets</c>.</summary>
    private string DecodedBySegment() =>
        string.Join('/', Written.Split('/').Select(segment => Uri.UnescapeDataString(segment).Replace("/", "~1", StringComparison.Ordinal)));
}
