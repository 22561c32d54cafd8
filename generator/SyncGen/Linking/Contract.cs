using SyncGen.Documents;

namespace SyncGen.Linking;

/// <summary>The contracts with every reference leading somewhere.</summary>
/// <param name="Entries">The contracts the user named, in that order.</param>
/// <param name="Documents">Every file, by path.</param>
/// <param name="Targets">
/// Where each object with a <c>$ref</c> (or <c>$dynamicRef</c>) leads, one hop, by the object's node. No chain of hops is a cycle. A text that
/// is itself a reference, a value of a discriminator's mapping or a link's operationRef, is found by its own node.
/// </param>
internal sealed record Contract(
    ImmutableArray<Document> Entries,
    ImmutableSortedDictionary<string, Document> Documents,
    ImmutableDictionary<Node, Location> Targets)
{
    /// <summary>Follows references until something that is none; the location itself when it is none.</summary>
    public Location Resolve(Location location)
    {
        while (Targets.TryGetValue(location.Node, out var target))
            location = target;
        return location;
    }
}
