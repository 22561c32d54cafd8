using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Shapes oneOf and anyOf: removes null, cases that only restrict and equal cases, and finds what tells the rest apart.</summary>
internal sealed class UnionShaper(
    ContractReader reader,
    SchemaFlattener flattener,
    DiscriminatorFinder discriminators,
    Func<SchemaKeywords, SchemaScope, Shape> shapeWithoutUnion)
{
    private readonly KeywordMerger _merger = new(reader);

    /// <summary>The shape of keywords with or without unions, and whether null is a value.</summary>
    public (Shape Shape, bool IsNullable) Shape(SchemaKeywords keywords, SchemaScope scope)
    {
        var unions = EffectiveUnions(keywords);
        // A part elsewhere whose cases are this very schema speaks of its uses, not of this schema.
        unions = unions.RemoveAll(union => union.Owner != scope.Source.Id && union.Cases.Any(place => Is(place, scope.Source.Id)));
        var rest = keywords with { Unions = [] };
        // A lone case that leads back to its union adds nothing to it.
        if (unions.RemoveAll(scope.IsMerged) is var others && others.Length < unions.Length)
        {
            reader.Report(ModelingRules.OnlyItself, scope.Source.Span, scope.Source.Id.Pointer);
            unions = others;
        }
        if (scope.IsTooDeep && !unions.IsEmpty)
            scope.LeaveOut();
        if (unions.IsEmpty || scope.IsTooDeep)
            return (shapeWithoutUnion(rest, scope), keywords.IsNullable);
        var beside = rest with { Unions = unions.RemoveAt(0), IsNullable = false, Discriminator = null };
        var (cases, isNullable) = ReadCases(unions[0], rest, scope.Source.Id);
        return (ShapeCases(unions[0], cases, beside, rest.Discriminator, scope), isNullable || keywords.IsNullable);
    }

    /// <summary>The unions that say more than which declared members stand together.</summary>
    public ImmutableArray<RawUnion> EffectiveUnions(SchemaKeywords keywords)
    {
        if (keywords.Unions.IsEmpty)
            return [];
        var hasMembers = HasMembers(keywords) || keywords.Types == SchemaTypes.Object;
        var names = keywords.Properties.Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        return keywords.Unions.RemoveAll(union => union.Cases.All(place => OnlyRestricts(flattener.Flatten(place), names, hasMembers)));
    }

    /// <summary>Several types: one of a schema for each.</summary>
    public static Shape ShapeTypes(SchemaTypes types, SchemaScope scope) =>
        new Shape.Union([.. SchemaTypeSets.Split(types).Select(scope.OfType)], null);

    private (ImmutableArray<UnionCase> Cases, bool IsNullable) ReadCases(RawUnion union, SchemaKeywords rest, SchemaId self)
    {
        var cases = ImmutableArray.CreateBuilder<UnionCase>(union.Cases.Length);
        var seen = new HashSet<SchemaId>();
        var isNullable = false;
        var scalars = HasMembers(rest) ? SchemaKeywords.Empty : rest with { IsNullable = false, Discriminator = null };
        foreach (var place in union.Cases)
        {
            var target = flattener.SkipPlainReferences(place);
            var keywords = flattener.Flatten(target);
            isNullable |= keywords.IsNullable;
            if (SchemaReader.IdOf(target) == self && !HasMembers(rest))
                reader.Report(ModelingRules.OnlyItself, place.Node.Span, self.Pointer);
            if (keywords.IsOnlyNull || SchemaReader.IdOf(target) == self || !seen.Add(SchemaReader.IdOf(target)))
                continue;
            // A case of another type than its owner can never match; what the author means is the case.
            if (SchemaTypeSets.Intersect(scalars.Types, keywords.Types) != SchemaTypes.None)
                keywords = _merger.Merge(scalars, keywords, place.Node.Span);
            // The first hop, so that an alias keeps its own name.
            var hop = place != target && reader.TargetOf(place) is { } next ? next : place;
            cases.Add(new UnionCase(place, hop, hop == place ? DescribeValue(place, keywords) : keywords, KindOf(keywords)));
        }
        return (cases.DrainToImmutable(), isNullable);
    }

    private Shape ShapeCases(RawUnion union, ImmutableArray<UnionCase> cases, SchemaKeywords beside, RawDiscriminator? discriminator, SchemaScope scope)
    {
        var isDistributed = HasMembers(beside) || !beside.Unions.IsEmpty;
        if (cases.IsEmpty)
            return shapeWithoutUnion(beside with { Unions = [] }, scope);
        if (cases is [var only])
        {
            if (!isDistributed && (only.IsReference ? only.Target : WrappedBy(only.Place)) is { } target)
                return new Shape.Reference(scope.Reach(target));
            scope.Merge(union);
            return Shape(_merger.Merge(beside, only.Keywords, union.Span), scope).Shape;
        }
        if (CollapsedUnion.TryShape(cases) is { } collapsed)
            return collapsed;
        ImmutableArray<SchemaId> ids =
        [
            .. cases.Select((unionCase, index) =>
                isDistributed && !HoldsAll(unionCase, beside) ? Distribute(union, unionCase, index, beside, scope)
                : unionCase.IsReference ? scope.Reach(unionCase.Target)
                : scope.Child(unionCase.Place)),
        ];
        return new Shape.Union(ids, discriminators.Find(discriminator, cases, ids, ownsMapping: true));
    }

    /// <summary>The schema that an allOf wraps without adding anything to it; null when it is none.</summary>
    private Location? WrappedBy(Location place)
    {
        var parts = flattener.Expand([place]);
        return parts.References is [var only] && flattener.MergeInline(parts, null, place.Node.Span) is { SaysNoMoreThanType: true, Discriminator: null } ? only : null;
    }

    /// <summary>A case together with what stands beside the union.</summary>
    private static SchemaId Distribute(RawUnion union, UnionCase unionCase, int index, SchemaKeywords beside, SchemaScope scope) =>
        union.Owner == scope.Source.Id
            ? scope.Derive(unionCase.Place.Pointer, [unionCase.Place], beside)
            : scope.Derive(scope.Below("oneOf").Child(index), [unionCase.Place], beside);

    /// <summary>A const with a title and a description of its own is how contracts document an enum's values.</summary>
    private SchemaKeywords DescribeValue(Location place, SchemaKeywords keywords)
    {
        if (keywords.Values is not [var value])
            return keywords;
        var documentation = flattener.Expand([place]).Documentation;
        var described = value with { Name = value.Name ?? documentation.Title, Description = value.Description ?? documentation.Description };
        return keywords with { Values = [described] };
    }

    /// <summary>The case already extends the union's owner.</summary>
    private static bool HoldsAll(UnionCase unionCase, SchemaKeywords beside) =>
        beside.Unions.IsEmpty && beside.Additional is null && beside.PatternProperties.IsEmpty
        && beside.Properties.All(property => unionCase.Keywords.Properties.Any(other =>
            other.Name == property.Name && property.Places.All(other.Places.Contains)));

    private CaseKind KindOf(SchemaKeywords keywords)
    {
        if (!EffectiveUnions(keywords).IsEmpty)
            return CaseKind.Union;
        if (keywords.Values is { IsEmpty: false } values && EnumShaper.TryShape(values, keywords) is { } list)
            return list.IsInteger ? CaseKind.IntegerEnum : CaseKind.StringEnum;
        return TypeInference.TypesOf(keywords) switch
        {
            SchemaTypes.Boolean => CaseKind.Boolean,
            SchemaTypes.Number or SchemaTypes.Integer => CaseKind.Number,
            SchemaTypes.String => CaseKind.String,
            SchemaTypes.Array => CaseKind.Array,
            SchemaTypes.Object => CaseKind.Object,
            SchemaTypes.None => CaseKind.Any,
            _ => CaseKind.Union,
        };
    }

    private bool OnlyRestricts(SchemaKeywords keywords, HashSet<string> names, bool hasMembers) =>
        (hasMembers || keywords.Types == SchemaTypes.None)
        && !keywords.IsNullable && keywords.Types is SchemaTypes.None or SchemaTypes.Object
        && keywords.Values is null && keywords.Items.IsEmpty && keywords.PrefixItems.IsEmpty && keywords.PatternProperties.IsEmpty
        && keywords.Format is null && keywords.Pattern is null && keywords.Minimum is null && keywords.Maximum is null
        && keywords.MinLength is null && keywords.MaxLength is null && keywords.Unions.IsEmpty
        && keywords.Additional is null or { Node: Documents.ScalarNode }
        && keywords.Properties.All(property => names.Contains(property.Name) && property.Places.All(place => flattener.Flatten(place).ContentSchema is null));

    private static bool HasMembers(SchemaKeywords keywords) =>
        !keywords.Properties.IsEmpty || keywords.Additional is { Node: MappingNode } || !keywords.PatternProperties.IsEmpty;

    private bool Is(Location place, SchemaId id) => SchemaReader.IdOf(flattener.SkipPlainReferences(place)) == id;
}
