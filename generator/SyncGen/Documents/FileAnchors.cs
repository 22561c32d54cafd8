namespace SyncGen.Documents;

/// <summary>Finds the schema of a file that declares an anchor, wherever the file keeps it.</summary>
internal static class FileAnchors
{
    /// <summary>Depth is bounded by the documents' own limit.</summary>
    public static Location? Find(Document document, string anchor) => Find(Location.RootOf(document), anchor);

    private static Location? Find(Location place, string anchor)
    {
        if (place.Child("$anchor") is { Node: ScalarNode { Kind: ScalarKind.String } declared } && declared.Text == anchor)
            return place;
        return place.Members().Select(member => member.Location).Concat(place.Items())
            // An anchor belongs to the nearest $id: a schema with an address of its own keeps what it declares.
            .Where(part => part.Node is not ScalarNode && part.Child("$id") is not { Node: ScalarNode { Kind: ScalarKind.String } })
            .Select(part => Find(part, anchor))
            .FirstOrDefault(found => found is not null);
    }
}
