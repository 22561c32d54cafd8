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
            .Where(part => part.Node is not ScalarNode)
            .Select(part => Find(part, anchor))
            .FirstOrDefault(found => found is not null);
    }
}
