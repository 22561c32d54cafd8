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
    private readonly Dictionary<SchemaId, Location> _aliases = [];
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

    /// <summary>The schemas whose allOf names this one, in contract order.</summary>
    public IReadOnlyList<Location> DirectlyExtending(SchemaId id) => _extensions.GetValueOrDefault(id) ?? [];

    /// <summary>What gives a schema its name: a file that is a schema is called as the contract calls it that refers to it.</summary>
    public Location NamedBy(Location place) =>
        place.Pointer.Text.Length == 0 && _aliases.TryGetValue(SchemaReader.IdOf(place), out var alias) ? alias : place;

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
        if (contract.Targets.ContainsKey(place.Node))
            _aliases.TryAdd(SchemaReader.IdOf(contract.Resolve(place)), place);
        AddExtension(contract, place, place);
    }

    /// <param name="part">The schema itself, or an allOf that stands in its allOf.</param>
    private void AddExtension(Contract contract, Location place, Location part)
    {
        foreach (var item in part.Child("allOf")?.Items() ?? [])
        {
            if (!contract.Targets.ContainsKey(item.Node))
            {
                AddExtension(contract, place, item);
                continue;
            }
            var parent = SchemaReader.IdOf(contract.Resolve(item));
            if (!_extensions.TryGetValue(parent, out var extensions))
                _extensions.Add(parent, extensions = []);
            extensions.Add(place);
        }
    }

    /// <summary>Cases of a union with a discriminator that extend the union's own schema.</summary>
    private void AddListed(Contract contract, Location place)
    {
        if (place.Child("discriminator") is null)
            return;
        var cases = ((IEnumerable<string>)["oneOf", "anyOf"])
            .SelectMany(name => place.Child(name) is { } list ? list.Items() : [])
            .Select(item => SchemaReader.IdOf(contract.Resolve(item)))
            .ToHashSet();
        if (cases.Count > 0)
            _listed.AddRange(ExtensionsOf(SchemaReader.IdOf(place)).Where(extension => cases.Contains(SchemaReader.IdOf(extension))));
    }
}
