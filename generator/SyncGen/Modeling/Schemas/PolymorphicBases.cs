using SyncGen.Documents;
using SyncGen.Linking;

namespace SyncGen.Modeling;

/// <summary>
/// The schemas with a discriminator and without cases of their own, which other schemas extend by allOf: where one is used, a value of
/// any of those may stand.
/// </summary>
internal sealed class PolymorphicBases
{
    private readonly Dictionary<SchemaId, List<Location>> _extensions = [];
    private readonly HashSet<SchemaId> _bases = [];

    private PolymorphicBases()
    {
    }

    public static PolymorphicBases Find(Contract contract)
    {
        var bases = new PolymorphicBases();
        foreach (var place in contract.Documents.Values.SelectMany(document => DeclaredSchemas.Of(document, contract)))
            bases.Add(contract, place);
        bases._bases.IntersectWith(bases._extensions.Keys);
        return bases;
    }

    public bool IsBase(SchemaId id) => _bases.Contains(id);

    /// <summary>All that extend the base, directly or not, in contract order; of bases among them only what extends those.</summary>
    public ImmutableArray<Location> ChildrenOf(SchemaId id)
    {
        if (!IsBase(id))
            return [];
        var children = ImmutableArray.CreateBuilder<Location>();
        var seen = new HashSet<SchemaId> { id };
        var open = new Stack<Location>(Enumerable.Reverse(_extensions[id]));
        while (open.TryPop(out var place))
        {
            var child = SchemaReader.IdOf(place);
            if (!seen.Add(child))
                continue;
            if (!IsBase(child))
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
}
