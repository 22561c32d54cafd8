using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Shapes objects that others extend below a discriminator: itself where it has a value of the discriminator, or one of those.</summary>
internal sealed class PolymorphicShaper(SchemaFlattener flattener, PolymorphicBases bases, DiscriminatorFinder discriminators)
{
    /// <summary>One of what extends the schema, and what it is itself; null when nothing does.</summary>
    public Shape? TryShape(SchemaScope scope)
    {
        if (!bases.IsBase(scope.Source.Id) || scope.Source.Places is not [var own] || flattener.Flatten(own).Discriminator is not { } discriminator)
            return null;
        var cases = ImmutableArray.CreateBuilder<UnionCase>();
        var ids = ImmutableArray.CreateBuilder<SchemaId>();
        AddExtensions(own, discriminator, scope, cases, ids);
        if (cases.Count == 1 || discriminators.Names(discriminator, CaseOf(own)))
        {
            cases.Add(CaseOf(own));
            ids.Add(scope.BaseOf(own));
        }
        return new Shape.Union(ids.ToImmutable(), discriminators.Find(discriminator, cases.ToImmutable(), ids.ToImmutable(), ownsMapping: discriminator.Owner == own));
    }

    /// <summary>All that extend the schema, directly or not, in contract order; a base among them that another property tells apart is one case.</summary>
    private void AddExtensions(Location own, RawDiscriminator discriminator, SchemaScope scope, ImmutableArray<UnionCase>.Builder cases, ImmutableArray<SchemaId>.Builder ids)
    {
        var seen = new HashSet<SchemaId> { SchemaReader.IdOf(own) };
        var open = new Stack<Location>(bases.DirectlyExtending(SchemaReader.IdOf(own)).Reverse());
        while (open.TryPop(out var place))
        {
            if (!seen.Add(SchemaReader.IdOf(place)))
                continue;
            scope.Reach(place);
            var inner = bases.IsBase(SchemaReader.IdOf(place)) ? flattener.Flatten(place).Discriminator : null;
            var isFlat = inner?.PropertyName == discriminator.PropertyName;
            if (!isFlat || discriminators.Names(inner!, CaseOf(place)))
            {
                cases.Add(CaseOf(place));
                ids.Add(isFlat ? scope.BaseOf(place) : scope.Reach(bases.NamedBy(place)));
            }
            if (inner is not null && !isFlat)
                continue;
            foreach (var extension in bases.DirectlyExtending(SchemaReader.IdOf(place)).Reverse())
                open.Push(extension);
        }
    }

    private UnionCase CaseOf(Location place) => new(place, bases.NamedBy(place), flattener.Flatten(place), CaseKind.Object);
}
