namespace SyncGen.Documents;

/// <summary>What stands after '#' in a reference, read as the standard says and then as authors mistake it.</summary>
/// <param name="Text">Percent-decoded.</param>
/// <param name="Pointer">The pointer the standard reads; null for an anchor or a broken pointer.</param>
/// <param name="Readings">Pointers that authors mean by a spelling that is not quite right, in the order they are tried.</param>
internal sealed record Fragment(string Text, JsonPointer? Pointer, ImmutableArray<JsonPointer> Readings)
{
    /// <summary>A name that <c>$anchor</c> declares, rather than a pointer.</summary>
    public bool IsAnchor => Pointer is null && !Text.Contains('/', StringComparison.Ordinal);

    public static Fragment Parse(string written)
    {
        var decoded = Uri.UnescapeDataString(written);
        var rooted = decoded.StartsWith('/') || !decoded.Contains('/', StringComparison.Ordinal) ? null : $"/{decoded}";
        string?[] readings =
        [
            rooted,
            string.Join('/', written.Split('/').Select(segment => Uri.UnescapeDataString(segment).Replace("/", "~1", StringComparison.Ordinal))),
            written,
        ];
        var pointer = JsonPointer.TryParse(decoded);
        return new Fragment(decoded, pointer, [.. readings
            .OfType<string>()
            .Select(JsonPointer.TryParse)
            .OfType<JsonPointer>()
            .Where(reading => reading != pointer)
            .Distinct()]);
    }

    /// <summary>The place the fragment leads to in a document by any reading; anchors are not looked for.</summary>
    public Location? Find(Document document)
    {
        var root = Location.RootOf(document);
        // An anchor stands somewhere in the file, so all of it counts as reached.
        if (IsAnchor)
            return root;
        return Pointer?.Find(root) ?? Readings.Select(reading => reading.Find(root)).FirstOrDefault(found => found is not null);
    }
}
