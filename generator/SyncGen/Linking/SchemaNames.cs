using SyncGen.Documents;

namespace SyncGen.Linking;

/// <summary>The schemas that can be found by <c>$id</c>, <c>$anchor</c> or <c>$dynamicAnchor</c>.</summary>
internal sealed class SchemaNames
{
    private readonly Dictionary<string, Location> _byAddress = new(StringComparer.Ordinal);
    private readonly ILookup<string, SchemaAnchor> _anchors;

    public SchemaNames(IEnumerable<SchemaResource> resources, IEnumerable<SchemaAnchor> anchors)
    {
        foreach (var resource in resources)
            _byAddress.TryAdd(resource.Id, resource.Root);
        _anchors = anchors.ToLookup(anchor => anchor.Name, StringComparer.Ordinal);
    }

    /// <summary>The schema with an address, which may be relative to the schema around the reference.</summary>
    public Location? Find(string address, SchemaResource? around) =>
        _byAddress.TryGetValue(SchemaAddress.Combine(around?.Id, address), out var schema) || _byAddress.TryGetValue(address, out schema)
            ? schema
            : null;

    /// <summary>The anchor of a document; where several schemas with an <c>$id</c> share the file, an anchor of the given one comes first.</summary>
    public Location? FindAnchor(string name, Document document, Node? resource) => _anchors[name]
        .Where(anchor => anchor.Schema.Document == document)
        .OrderBy(anchor => anchor.Resource?.Root.Node == resource ? 0 : 1)
        .FirstOrDefault()?.Schema;

    /// <summary>How many schemas a dynamic reference may mean.</summary>
    public int CountDynamic(string name) =>
        _anchors[name].Where(anchor => anchor.IsDynamic).DistinctBy(anchor => anchor.Schema.Node).Count();
}
