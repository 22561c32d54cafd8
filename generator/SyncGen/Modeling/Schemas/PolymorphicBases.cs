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

    /// <summary>What stands beside a <c>$ref</c> adds to it.</summary>
    private bool _takesSiblings;

    private PolymorphicBases()
    {
    }

    public static PolymorphicBases Find(ContractReader reader)
    {
        var contract = reader.Contract;
        var bases = new PolymorphicBases { _takesSiblings = reader.DialectOf(Location.RootOf(contract.Entries[0])) is Dialect.OpenApi31 or Dialect.JsonSchema };
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
        if (contract.Targets.ContainsKey(place.Node) && !HasSiblings(place))
            _aliases.TryAdd(SchemaReader.IdOf(contract.Resolve(place)), place);
        AddExtension(contract, place, place);
    }

    /// <summary>Beside a <c>$ref</c> stands more than words for people.</summary>
    private bool HasSiblings(Location place) => _takesSiblings && place.Members().Any(member => SchemaKeywordNames.ShapesValues(member.Member.Name));

    /// <summary>The schema that a reference leads to, which may be one that refers in turn and adds something.</summary>
    private Location Resolve(Contract contract, Location reference)
    {
        var place = reference;
        while (contract.Targets.TryGetValue(place.Node, out var target) && (place == reference || !HasSiblings(place)))
            place = target;
        return place;
    }

    /// <param name="part">The schema itself, or an allOf that stands in its allOf.</param>
    private void AddExtension(Contract contract, Location place, Location part)
    {
        if (contract.Targets.ContainsKey(part.Node) && HasSiblings(part))
            AddTo(contract, part, place);
        foreach (var item in part.Child("allOf")?.Items() ?? [])
        {
            if (!contract.Targets.ContainsKey(item.Node))
            {
                AddExtension(contract, place, item);
                continue;
            }
            AddTo(contract, item, place);
        }
    }

    private void AddTo(Contract contract, Location reference, Location extension)
    {
        var id = SchemaReader.IdOf(Resolve(contract, reference));
        if (!_extensions.TryGetValue(id, out var extensions))
            _extensions.Add(id, extensions = []);
        extensions.Add(extension);
    }

    /// <summary>Cases of a union with a discriminator that extend the union's own schema.</summary>
    private void AddListed(Contract contract, Location place)
    {
        if (place.Child("discriminator") is null)
            return;
        var cases = ((IEnumerable<string>)["oneOf", "anyOf"])
            .SelectMany(name => place.Child(name) is { } list ? list.Items() : [])
            .Select(item => SchemaReader.IdOf(Resolve(contract, item)))
            .ToHashSet();
        if (cases.Count > 0)
            _listed.AddRange(ExtensionsOf(SchemaReader.IdOf(place)).Where(extension => cases.Contains(SchemaReader.IdOf(extension))));
    }
}
