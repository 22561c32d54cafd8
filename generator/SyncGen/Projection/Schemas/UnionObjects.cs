using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Finds what tells several kinds of object apart.</summary>
internal sealed class UnionObjects
{
    /// <summary>As many required members count as the generated code has bits.</summary>
    private const int MaximumRequired = 64;

    private const int MaximumValues = 32;

    private readonly ApiModel _api;
    private readonly Leniency _lenient;

    private UnionObjects(ApiModel api, Leniency lenient)
    {
        _api = api;
        _lenient = lenient;
    }

    /// <param name="api">All schemas.</param>
    /// <param name="objects">Objects, maps and free-form objects, in the contract's order.</param>
    /// <param name="lenient">What reading forgives.</param>
    public static ImmutableArray<UnionObject> Of(ApiModel api, ImmutableArray<Schema> objects, Leniency lenient) => new UnionObjects(api, lenient).Of(objects);

    private ImmutableArray<UnionObject> Of(ImmutableArray<Schema> objects)
    {
        // A closed case is told from open ones by what it refuses; where all are closed, such a property is an error in any of them.
        var tellsClosed = !_lenient.HasFlag(Leniency.Extra) && objects.Any(IsClosed) && !objects.All(IsClosed);
        var cases = objects.Select(schema => (Properties: PropertiesOf(schema), Kept: KeptKindsOf(schema), Undeclared: (schema.Shape as Shape.Object)?.Undeclared ?? [], Refuses: tellsClosed && IsClosed(schema))).ToList();
        var groups = cases.SelectMany(@case => @case.Properties).GroupBy(property => property.Name, StringComparer.Ordinal).ToList();
        var shared = groups.Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var telling = groups.Where(group => Tells(group, cases.Count)).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var isKept = cases.Any(@case => @case.Kept is not null);
        return
        [
            .. cases.Select(@case => new UnionObject(
            [
                .. @case.Properties
                    .Where(property => tellsClosed || telling.Contains(property.Name))
                    .OrderBy(property => !property.IsRequired)
                    .Select((property, index) => MemberOf(property, property.IsRequired && index < MaximumRequired, isKept || shared.Contains(property.Name))),
                .. @case.Undeclared.Take(MaximumRequired - Math.Min(MaximumRequired, @case.Properties.Count(property => property.IsRequired))).Select(name => new UnionObjectMember("Needs", $"{Literal.Text(name)}, {ValueKinds.Any}")),
                .. @case.Refuses ? [new UnionObjectMember("Closed", "")] : ImmutableArray<UnionObjectMember>.Empty,
                .. @case.Kept is { } kinds ? [new UnionObjectMember("Keeps", kinds)] : ImmutableArray<UnionObjectMember>.Empty,
            ])),
        ];
    }

    /// <summary>A member that every case may have with the same kinds of value tells nothing, and none of them loses it.</summary>
    private bool Tells(IEnumerable<Known> sameName, int cases)
    {
        var properties = sameName.ToList();
        return properties.Count < cases
            || properties.Any(property => property.IsRequired && !(_lenient.HasFlag(Leniency.Missing) && properties.All(other => other.IsRequired)))
            || properties.Select(property => FactsOf(property, isNeeded: true, tellsByValue: true)).Distinct().Count() > 1;
    }

    private static bool IsClosed(Schema schema) => schema.Shape is Shape.Object { IsClosed: true, Additional: null };

    /// <summary>The kinds of value that members can have which the case does not declare but keeps; null when it keeps none.</summary>
    private string? KeptKindsOf(Schema schema) => schema.Shape switch
    {
        Shape.Any => ValueKinds.Any,
        Shape.Map map => KindsOf(map.Values),
        Shape.Object { Additional: { } additional } => KindsOf(additional),
        Shape.Object { Base: { } @base } when _api.Resolve(@base) is var parent && parent.Id != schema.Id => KeptKindsOf(parent),
        _ => null,
    };

    private List<Known> PropertiesOf(Schema schema)
    {
        var properties = new List<Property>();
        var seen = new HashSet<SchemaId>();
        for (var current = schema; current.Shape is Shape.Object record && seen.Add(current.Id); current = _api.Resolve(record.Base.Value))
        {
            properties.InsertRange(0, record.Properties);
            if (record.Base is null)
                break;
        }

        return [.. properties.DistinctBy(property => property.Name).Select(property => new Known(property, _api.Cases.ValuesOf(schema.Id, property.Name)))];
    }

    private UnionObjectMember MemberOf(Known property, bool isNeeded, bool tellsByValue) =>
        new(isNeeded ? "Needs" : "Allows", FactsOf(property, isNeeded, tellsByValue));

    /// <param name="property">The property.</param>
    /// <param name="isNeeded">It must be there, whatever is forgiven.</param>
    /// <param name="tellsByValue">Another case can have the member; else it is the member that tells, and an enum's unlisted value stays in it.</param>
    private string FactsOf(Known property, bool isNeeded, bool tellsByValue)
    {
        var kinds = ValueKinds.Of(_api, property.Schema, _lenient);
        if (_lenient.HasFlag(Leniency.Nulls) && !isNeeded)
            kinds = ValueKinds.WithNullForAbsent(kinds);
        var values = ValuesOf(property, tellsByValue).Select(value => ", " + Literal.Text(JsonText.PlainOf(value)));
        return $"{Literal.Text(property.Name)}, {ValueKinds.TextOf(kinds)}{string.Concat(values)}";
    }

    /// <summary>The values that a discriminator has for the case, any other of which it refuses; else those that an enum lists.</summary>
    private IEnumerable<JsonValue> ValuesOf(Known property, bool tellsByValue) =>
        !property.Told.IsEmpty ? property.Told
        : tellsByValue && _api.Resolve(property.Schema).Shape is Shape.Enum { IsInteger: false, IsOpen: false, Values.Length: <= MaximumValues } listed ? listed.Values.Select(value => value.Value)
        : [];

    private string KindsOf(SchemaId id) => ValueKinds.TextOf(ValueKinds.Of(_api, id, _lenient));

    /// <summary>A property of a case.</summary>
    /// <param name="Told">The values that discriminators have for the case.</param>
    private sealed record Known(Property Property, ImmutableArray<JsonValue> Told)
    {
        public string Name => Property.Name;

        public SchemaId Schema => Property.Schema;

        public bool IsRequired => Property.IsRequired;
    }
}
