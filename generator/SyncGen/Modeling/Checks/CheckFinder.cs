using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Finds what schemas say and their shape does not hold.</summary>
internal sealed class CheckFinder(ContractReader reader, CheckReader checks, SchemaFlattener flattener)
{
    /// <summary>The check of a schema's own; null where its type holds all that it says.</summary>
    public SchemaCheck? Find(SchemaSource source, Shape shape)
    {
        // One of several types is checked where the schema of all is.
        if (source.OnlyType != SchemaTypes.None || source.Places.IsEmpty)
            return null;
        var target = (shape as Shape.Reference)?.Target;
        ImmutableArray<SchemaId> roots = [.. source.Places.Select(SchemaReader.IdOf)];
        var facts = new PlaceFacts(reader, flattener, roots);
        foreach (var place in source.Places)
            facts.Add(place, target);
        var coverage = CoverageOf(shape, facts, target) with { Roots = roots };
        var seen = new HashSet<SchemaId>();
        var oneWay = ImmutableDictionary<string, TravelWay>.Empty;
        return SchemaCheck.Unite(source.Places.Select(place => checks.Read(place, coverage, seen, oneWay)).OfType<SchemaCheck>());
    }

    private Coverage CoverageOf(Shape shape, PlaceFacts facts, SchemaId? target)
    {
        var isOpen = shape is Shape.Any { IsObject: false };
        var isScalar = shape is Shape.String or Shape.Number or Shape.Boolean or Shape.Enum;
        return new Coverage
        {
            Kinds = !isOpen,
            Listed = facts.Lists == 0 || (facts.Lists == 1 && (shape is Shape.Enum || !shape.Listed.IsEmpty)),
            Texts = !isOpen && shape is not (Shape.Enum or Shape.String { Format: "date" or "date-time" or "time" or "duration" or "uuid" or "guid" }),
            Patterns = !isOpen && shape is not (Shape.Enum or Shape.String { Format: "date" or "date-time" or "time" or "duration" or "uuid" or "guid" }) && facts.Patterns.Count < 2,
            Bounds = !isOpen && shape is not Shape.Enum && !(shape is Shape.Number { IsInteger: true } && facts.Bounds.Any(bound => !JsonNumber.IsInt64(bound))),
            Multiples = !isOpen && shape is not Shape.Enum && facts.Multiples.Count < 2 && !(shape is Shape.Number { IsInteger: true } && facts.Multiples.Any(divisor => !JsonNumber.IsInt64(divisor))),
            Lists = !isOpen,
            Items = !isOpen && !facts.HasPrefix,
            Contains = isScalar || (shape is Shape.Array list && list.Contains.Length == facts.Contains),
            Properties = !isOpen,
            PatternProperties = isScalar || facts.PatternProperties == 0 || (shape is Shape.Map or Shape.Object && facts is { PatternProperties: 1, HasAdditional: false, Declared.Count: 0 }),
            Names = isScalar || (facts.HasPlainNames && shape is Shape.Map or Shape.Object { Additional: not null }),
            MemberCount = isScalar || shape is Shape.Map or Shape.Any { IsObject: true } or Shape.Object { Additional: not null } or Shape.Object { IsClosed: true },
            Required = isOpen || shape is Shape.Any or Shape.Map ? [] : [.. facts.Declared],
            IsAskedForRest = facts.IsAskedForRest,
            Target = target,
            Unions = (place, name) => UnionOf(place, name, shape, facts),
        };
    }

    private UnionCoverage UnionOf(Location place, string name, Shape shape, PlaceFacts facts)
    {
        if (shape is Shape.Union { Discriminator: not null } && (facts.Unions == 1 || place.Child("discriminator") is not null))
            return UnionCoverage.Settled;
        var cases = SchemaPlaces.Items(reader, place, name).Select(item => flattener.Flatten(item)).ToList();
        var values = cases.Where(item => !item.IsOnlyNull).ToList();
        if (values.Count == 1 && shape is not Shape.Any { IsObject: false })
            return UnionCoverage.OnlyCase;
        if (facts.Unions > 1)
            return UnionCoverage.None;
        return shape switch
        {
            Shape.Union => AreApart(cases) ? UnionCoverage.Settled : UnionCoverage.Chosen,
            Shape.Enum { IsOpen: true } => UnionCoverage.Settled,
            Shape.Enum when values.All(item => item.Values is not null) => AreListedApart(values) ? UnionCoverage.Settled : UnionCoverage.Chosen,
            _ => UnionCoverage.None,
        };
    }

    /// <summary>No value is of the kinds of two cases.</summary>
    private static bool AreApart(List<SchemaKeywords> cases)
    {
        var met = SchemaTypes.None;
        foreach (var item in cases)
        {
            var types = item.IsOnlyNull ? SchemaTypes.Null : TypeInference.TypesOf(item) | (item.IsNullable ? SchemaTypes.Null : SchemaTypes.None);
            if (types == SchemaTypes.None)
                return false;
            // A whole number is a number, too.
            if (types.HasFlag(SchemaTypes.Integer))
                types |= SchemaTypes.Number;
            if ((met & types) != SchemaTypes.None)
                return false;
            met |= types;
        }

        return true;
    }

    private static bool AreListedApart(List<SchemaKeywords> cases)
    {
        var values = cases.SelectMany(item => item.Values ?? []).Select(value => value.Value).ToList();
        return values.Distinct().Count() == values.Count;
    }
}
