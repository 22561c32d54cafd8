using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>What the parts of a schema say together, as far as it decides what a type settles.</summary>
internal sealed class PlaceFacts(ContractReader reader, SchemaFlattener flattener, ImmutableArray<SchemaId> roots)
{
    private readonly HashSet<SchemaId> _seen = [];

    /// <summary>How many parts list values.</summary>
    public int Lists { get; private set; }

    public HashSet<string> Patterns { get; } = new(StringComparer.Ordinal);

    public HashSet<string> Multiples { get; } = new(StringComparer.Ordinal);

    public List<string> Bounds { get; } = [];

    public bool HasPrefix { get; private set; }

    public int Contains { get; private set; }

    /// <summary>The names of declared properties that may be there.</summary>
    public HashSet<string> Declared { get; } = new(StringComparer.Ordinal);

    public int PatternProperties { get; private set; }

    public bool HasAdditional { get; private set; }

    /// <summary>Of members' names no more is said than patterns.</summary>
    public bool HasPlainNames { get; private set; } = true;

    public int Unions { get; private set; }

    public bool IsAskedForRest { get; private set; }

    /// <param name="target">The schema that a type goes on with, which is not looked into.</param>
    public void Add(Location place, SchemaId? target)
    {
        if (place.Node is not MappingNode || SchemaReader.IdOf(place) == target || !_seen.Add(SchemaReader.IdOf(place)))
            return;
        if (reader.TargetOf(place) is { } next)
        {
            Add(next, target);
            if (!reader.ReadsSiblings(place))
                return;
        }

        foreach (var part in SchemaPlaces.Items(reader, place, "allOf"))
            Add(part, target);
        AddScalars(place);
        AddParts(place);
        AddUnion(SchemaPlaces.Items(reader, place, "oneOf"), target);
        AddUnion(SchemaPlaces.Items(reader, place, "anyOf"), target);
    }

    /// <summary>A union of one case beside null is that case.</summary>
    private void AddUnion(IEnumerable<Location> cases, SchemaId? target)
    {
        var values = cases.Where(item => !flattener.Flatten(item).IsOnlyNull).ToList();
        if (values is [var only])
            Add(only, target);
        else
            Unions += values.Count > 0 ? 1 : 0;
    }

    private void AddScalars(Location place)
    {
        Lists += place.Child("const") is not null || place.Child("enum") is { Node: SequenceNode { Items.IsEmpty: false } } ? 1 : 0;
        if (place.Child("pattern") is { Node: ScalarNode pattern })
            Patterns.Add(pattern.Text);
        if (SchemaPlaces.Number(place, "multipleOf") is { } divisor)
            Multiples.Add(divisor);
        Bounds.AddRange(((IEnumerable<string>)["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"]).Select(name => SchemaPlaces.Number(place, name)).OfType<string>());
    }

    private void AddParts(Location place)
    {
        HasPrefix |= !ArrayChecks.PlacesOf(place, reader).First.IsEmpty;
        Contains += place.Child("contains") is null ? 0 : 1;
        foreach (var (name, _) in SchemaPlaces.Entries(reader, place, "properties").Where(property => !SchemaPlaces.IsFalse(property.Location)))
            Declared.Add(name);
        PatternProperties += SchemaPlaces.Entries(reader, place, "patternProperties").Count();
        HasAdditional |= place.Child("additionalProperties") is { Node: MappingNode };
        if (place.Child("propertyNames") is { } names)
            HasPlainNames &= reader.Contract.Resolve(names).Node is MappingNode { Members: [{ Name: "pattern" }] or [{ Name: "pattern" }, { Name: "type" }] or [{ Name: "type" }, { Name: "pattern" }] };
        IsAskedForRest |= place.Child("unevaluatedItems") is { } items && items.Node is not ScalarNode { Text: "true" };
        IsAskedForRest |= place.Child("unevaluatedProperties") is { } members && members.Node is not ScalarNode { Text: "true" } && !(roots.Contains(SchemaReader.IdOf(place)) && ClosedObjects.IsSettled(reader, place));
    }
}
