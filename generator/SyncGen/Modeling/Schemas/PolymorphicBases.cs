using SyncGen.Documents;
using SyncGen.Linking;

namespace SyncGen.Modeling;

/// <summary>
/// The schemas that others extend by allOf below a discriminator: the one that has it, when it lists no cases itself, and those between it and
/// the last extension. Where one is used, a value of any schema that extends it may stand.
/// </summary>
internal sealed class PolymorphicBases
{
    private readonly Dictionary<SchemaId, List<Location>> _extensions = [];
    private readonly HashSet<SchemaId> _bases = [];

    /// <summary>The schemas that extend one with a discriminator, directly or not.</summary>
    private readonly HashSet<SchemaId> _children = [];

    /// <summary>Those of them that the schema with the discriminator lists as its cases.</summary>
    private readonly List<Location> _listed = [];

    private PolymorphicBases()
    {
    }

    public static PolymorphicBases Find(Contract contract)
    {
        var bases = new PolymorphicBases();
        foreach (var place in contract.Documents.Values.SelectMany(document => DeclaredSchemas.Of(document, contract)))
            bases.Add(contract, place);
        foreach (var place in contract.Documents.Values.SelectMany(document => DeclaredSchemas.Of(document, contract)))
            bases.AddListed(contract, place);
        bases._bases.IntersectWith(bases._extensions.Keys);
        foreach (var child in bases._bases.SelectMany(id => bases.ExtensionsOf(id)).Concat(bases._listed))
            bases._children.Add(SchemaReader.IdOf(child));
        foreach (var child in bases._listed.SelectMany(child => bases.ExtensionsOf(SchemaReader.IdOf(child))))
            bases._children.Add(SchemaReader.IdOf(child));
        bases._bases.UnionWith(bases._children.Where(bases._extensions.ContainsKey));
        return bases;
    }

    public bool IsBase(SchemaId id) => _bases.Contains(id);

    /// <summary>The schema extends one with a discriminator, so that it has a value of its own there, whatever it adds.</summary>
    public bool IsExtension(SchemaId id) => _children.Contains(id);

    /// <summary>All that extend the base, directly or not, in contract order.</summary>
    public ImmutableArray<Location> ChildrenOf(SchemaId id) => IsBase(id) ? ExtensionsOf(id) : [];

    private ImmutableArray<Location> ExtensionsOf(SchemaId id)
    {
        var children = ImmutableArray.CreateBuilder<Location>();
        var seen = new HashSet<SchemaId> { id };
        var open = new Stack<Location>(Enumerable.Reverse(_extensions.GetValueOrDefault(id) ?? []));
        while (open.TryPop(out var place))
        {
            var child = SchemaReader.IdOf(place);
            if (!seen.Add(child))
                continue;
            children.Add(place);
            foreach (var extension in Enumerable.Reverse(_extensions.GetValueOrDefault(child) ?? []))
                open.Push(extension);
        }
        return children.DrainToImmutable();
    }

    private void Add(Contract contract, Location place)
    {
        if (place.Child("discriminator") is not null && place.Child("oneOf") is null && place.Child("anyOf") is null)
            _bases.Add(SchemaReader.IdOf(place));
        if (place.Child("allOf") is not { } allOf)
            return;
        foreach (var part in allOf.Items().Where(part => contract.Targets.ContainsKey(part.Node)))
        {
            var parent = SchemaReader.IdOf(contract.Resolve(part));
            if (!_extensions.TryGetValue(parent, out var extensions))
                _extensions.Add(parent, extensions = []);
            extensions.Add(place);
        }
    }

    /// <summary>Cases of a union with a discriminator that extend the union's own schema.</summary>
    private void AddListed(Contract contract, Location place)
    {
        if (place.Child("discriminator") is null || !_extensions.TryGetValue(SchemaReader.IdOf(place), out var extensions))
            return;
        var cases = ((IEnumerable<string>)["oneOf", "anyOf"])
            .SelectMany(name => place.Child(name) is { } list ? list.Items() : [])
            .Select(item => SchemaReader.IdOf(contract.Resolve(item)))
            .ToHashSet();
        _listed.AddRange(extensions.Where(extension => cases.Contains(SchemaReader.IdOf(extension))));
    }
}
