namespace SyncGen.Modeling;

/// <summary>Which values discriminators have for the objects that are cases of unions.</summary>
internal sealed class DiscriminatedCases
{
    private const int MaximumInheritance = 64;

    private readonly Dictionary<(SchemaId Case, string PropertyName), List<JsonValue>> _values = [];
    private ILookup<SchemaId, string> _undeclared = Enumerable.Empty<string>().ToLookup(_ => default(SchemaId)!);

    private DiscriminatedCases()
    {
    }

    public static DiscriminatedCases Of(ImmutableArray<Schema> schemas)
    {
        var byId = schemas.ToDictionary(schema => schema.Id);
        var cases = new DiscriminatedCases();
        foreach (var discriminator in schemas.Select(schema => (schema.Shape as Shape.Union)?.Discriminator).OfType<Discriminator>())
        {
            foreach (var value in discriminator.Values)
            {
                foreach (var @case in ToldBy(byId, value.Case, discriminator.PropertyName))
                    cases.Add(@case, discriminator.PropertyName, ValueOf(value.Value, discriminator.Kind));
            }
        }
        cases._undeclared = cases._values.Keys.Where(key => !Declares(byId, key.Case, key.PropertyName)).ToLookup(key => key.Case, key => key.PropertyName);
        return cases;
    }

    /// <summary>The values of a discriminator that mean an object, in contract order; none when the property tells no union of which it is a case.</summary>
    public ImmutableArray<JsonValue> ValuesOf(SchemaId id, string propertyName) =>
        _values.TryGetValue((id, propertyName), out var values) ? [.. values] : [];

    /// <summary>The discriminators of unions of which an object is a case without declaring them, so that the unions write them.</summary>
    public ImmutableArray<string> UndeclaredBy(SchemaId id) => [.. _undeclared[id].Order(StringComparer.Ordinal)];

    /// <summary>Whether the values of a discriminator that an object does not declare can be values of a schema.</summary>
    public bool Fits(ApiModel api, SchemaId id, string propertyName, SchemaId values) => (ValuesOf(id, propertyName), api.Resolve(values).Shape) switch
    {
        (_, Shape.Any { IsObject: false }) => true,
        ([JsonValue.String, ..], Shape.String or Shape.Enum { IsInteger: false }) => true,
        ([JsonValue.Number, ..], Shape.Number or Shape.Enum { IsInteger: true }) => true,
        ([JsonValue.Boolean, ..], Shape.Boolean) => true,
        _ => false,
    };

    /// <summary>The text of a discriminator's value as JSON.</summary>
    public static JsonValue ValueOf(string text, DiscriminatorKind kind) => kind switch
    {
        DiscriminatorKind.Integer when JsonNumber.IsNumber(text) => new JsonValue.Number(text),
        DiscriminatorKind.Boolean when text is "true" or "false" => new JsonValue.Boolean(text == "true"),
        _ => new JsonValue.String(text),
    };

    /// <summary>A value of a union that is a case of another one, told by the same property, means that case.</summary>
    public static ImmutableArray<Schema> PassOnValues(ImmutableArray<Schema> schemas)
    {
        var byId = schemas.ToDictionary(schema => schema.Id);
        return [.. schemas.Select(schema => schema.Shape is Shape.Union { Discriminator: { } discriminator } union ? schema with { Shape = union with { Discriminator = WithNested(union, discriminator) } } : schema)];

        Discriminator WithNested(Shape.Union union, Discriminator discriminator) => discriminator with
        {
            Values =
            [
                .. discriminator.Values
                    .Concat(union.Cases.SelectMany(id => Nested(byId, id, discriminator).Select(value => new DiscriminatorValue(value, id))))
                    .DistinctBy(value => value.Value),
            ],
        };
    }

    /// <summary>The values by which a case tells its own cases, and those theirs.</summary>
    private static IEnumerable<string> Nested(Dictionary<SchemaId, Schema> byId, SchemaId id, Discriminator discriminator)
    {
        var seen = new HashSet<SchemaId>();
        var open = new Stack<SchemaId>([id]);
        while (open.TryPop(out var next))
        {
            var schema = byId[Resolve(byId, next)];
            if (!seen.Add(schema.Id) || schema.Shape is not Shape.Union { Discriminator: { } inner } union || inner.PropertyName != discriminator.PropertyName || inner.Kind != discriminator.Kind)
                continue;
            foreach (var value in inner.Values)
                yield return value.Value;
            foreach (var @case in union.Cases.Reverse())
                open.Push(@case);
        }
    }

    /// <summary>What a case is, or the cases of a union that another property tells apart; one that the same property tells knows its own values.</summary>
    private static List<SchemaId> ToldBy(Dictionary<SchemaId, Schema> byId, SchemaId @case, string propertyName)
    {
        var told = new List<SchemaId>();
        var seen = new HashSet<SchemaId>();
        var open = new Stack<SchemaId>([@case]);
        while (open.TryPop(out var next))
        {
            var schema = byId[Resolve(byId, next)];
            if (!seen.Add(schema.Id))
                continue;
            if (schema.Shape is not Shape.Union union)
                told.Add(schema.Id);
            else if (union.Discriminator?.PropertyName != propertyName)
                union.Cases.Reverse().ToList().ForEach(open.Push);
        }
        return told;
    }

    /// <summary>Gives objects a discriminator's property of their own where they inherit it: its value differs from the base's.</summary>
    public static ImmutableArray<Schema> OwnTheirProperties(ImmutableArray<Schema> schemas)
    {
        var cases = Of(schemas);
        if (cases._values.Count == 0)
            return schemas;
        var byId = schemas.ToDictionary(schema => schema.Id);
        return
        [
            .. schemas.Select(schema => schema.Shape is Shape.Object { Base: not null } record && cases.MustOwn(byId, schema)
                ? schema with { Shape = Merged(record, ChainOf(byId, schema)) }
                : schema),
        ];
    }

    private void Add(SchemaId id, string propertyName, JsonValue value)
    {
        if (!_values.TryGetValue((id, propertyName), out var values))
            _values.Add((id, propertyName), values = []);
        if (!values.Contains(value))
            values.Add(value);
    }

    /// <summary>
    /// A property that the object inherits has other values here than in the base: the object is a case itself, or it has a name of its own and nothing
    /// but the base's place in a union fixes the base's value.
    /// </summary>
    private bool MustOwn(Dictionary<SchemaId, Schema> byId, Schema schema)
    {
        var bases = ChainOf(byId, schema);
        return bases.SelectMany(@base => ((Shape.Object)@base.Shape).Properties).Any(property =>
            (_values.TryGetValue((schema.Id, property.Name), out var own) && !Fixes(byId, property, own.Count))
            || (schema.Name is not null && bases.Any(@base => _values.TryGetValue((@base.Id, property.Name), out var values) && !Fixes(byId, property, values.Count))));
    }

    /// <summary>The property's own schema lists no more values.</summary>
    private static bool Fixes(Dictionary<SchemaId, Schema> byId, Property property, int count) =>
        byId[Resolve(byId, property.Schema)].Shape is Shape.Enum { IsOpen: false } list && list.Values.Length == count;

    private static bool Declares(Dictionary<SchemaId, Schema> byId, SchemaId id, string propertyName) =>
        byId[id].Shape is not Shape.Object
        || ChainOf(byId, byId[id]).Prepend(byId[id]).Any(schema => ((Shape.Object)schema.Shape).Properties.Any(property => property.Name == propertyName));

    /// <summary>The bases of an object, the nearest first.</summary>
    private static List<Schema> ChainOf(Dictionary<SchemaId, Schema> byId, Schema schema)
    {
        var bases = new List<Schema>();
        for (var current = schema; current.Shape is Shape.Object { Base: { } id } && bases.Count < MaximumInheritance;)
        {
            current = byId[Resolve(byId, id)];
            if (current.Shape is not Shape.Object)
                break;
            bases.Add(current);
        }
        return bases;
    }

    private static Shape.Object Merged(Shape.Object record, List<Schema> bases)
    {
        var shapes = bases.Select(@base => (Shape.Object)@base.Shape).ToList();
        return record with
        {
            Base = null,
            Properties = [.. Enumerable.Reverse(shapes).SelectMany(shape => shape.Properties).Concat(record.Properties)],
            Additional = record.Additional ?? shapes.Select(shape => shape.Additional).FirstOrDefault(additional => additional is not null),
            Names = record.Names == NamePatterns.None ? shapes.Select(shape => shape.Names).FirstOrDefault(names => names != NamePatterns.None) ?? NamePatterns.None : record.Names,
        };
    }

    private static SchemaId Resolve(Dictionary<SchemaId, Schema> byId, SchemaId id)
    {
        for (var hops = 0; byId[id].Shape is Shape.Reference reference && hops < byId.Count; hops++)
            id = reference.Target;
        return id;
    }
}
