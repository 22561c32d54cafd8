namespace SyncGen.Modeling;

/// <summary>
/// Breaks circles of references and unions, along which reading would never get past the value's first token: a schema that is only itself becomes
/// free-form, and a union that leads back to itself keeps the cases outside the circle.
/// </summary>
internal sealed class SelfReferences
{
    private readonly ImmutableArray<Schema> _schemas;
    private readonly Dictionary<SchemaId, int> _positions;

    /// <summary>The circle that each schema is part of; 0 for one that is part of none.</summary>
    private readonly int[] _circles;

    private SelfReferences(ImmutableArray<Schema> schemas)
    {
        _schemas = schemas;
        _positions = new Dictionary<SchemaId, int>(schemas.Length);
        for (var index = 0; index < schemas.Length; index++)
            _positions.Add(schemas[index].Id, index);
        _circles = Circles.Of(schemas.Length, position => SameValue(schemas[position].Shape).Where(_positions.ContainsKey).Select(id => _positions[id]));
    }

    public static ImmutableArray<Schema> Break(ImmutableArray<Schema> schemas, ContractReader reader)
    {
        var references = new SelfReferences(schemas);
        if (references._circles.All(circle => circle == 0))
            return schemas;
        var reported = new HashSet<int>();
        var broken = schemas.ToBuilder();
        for (var position = 0; position < schemas.Length; position++)
        {
            if (references._circles[position] == 0 || references.LeadsToUnion(position))
                continue;
            broken[position] = schemas[position] with { Shape = references.ShapeOutside(position) };
            if (reported.Add(references._circles[position]))
                reader.Report(ModelingRules.OnlyItself, schemas[position].Span, schemas[position].Id.Pointer);
        }
        return broken.DrainToImmutable();
    }

    /// <summary>Holds the rule that no reader may call itself without consuming input, whatever made the schemas.</summary>
    /// <exception cref="InvalidOperationException">A schema leads back to itself.</exception>
    public static void Refuse(ImmutableArray<Schema> schemas)
    {
        var circle = Array.FindIndex(new SelfReferences(schemas)._circles, circle => circle != 0);
        if (circle >= 0)
            throw new InvalidOperationException($"Reading the schema at {schemas[circle].Id} would never get past the first token of a value. Please report this contract.");
    }

    /// <summary>The schemas that a value of this shape is read as, at once.</summary>
    public static ImmutableArray<SchemaId> SameValue(Shape shape) => shape switch
    {
        Shape.Reference reference => [reference.Target],
        Shape.Union union => union.Cases,
        _ => [],
    };

    /// <summary>References that lead to a union may stay: it is the union that no longer leads back.</summary>
    private bool LeadsToUnion(int position)
    {
        var hops = 0;
        while (_schemas[position].Shape is Shape.Reference reference && hops++ <= _schemas.Length)
            position = _positions[reference.Target];
        return hops > 0 && _schemas[position].Shape is Shape.Union;
    }

    /// <summary>What a schema in a circle is: all members of the circle have the same values, those of the cases that lead out of it.</summary>
    private Shape ShapeOutside(int position)
    {
        var circle = _circles[position];
        var outside = new List<SchemaId>();
        var seen = new HashSet<int> { position };
        var open = new Stack<int>([position]);
        while (open.TryPop(out var current))
        {
            foreach (var id in SameValue(_schemas[current].Shape))
            {
                if (!_positions.TryGetValue(id, out var next) || _circles[next] != circle)
                    outside.Add(id);
                else if (seen.Add(next))
                    open.Push(next);
            }
        }
        ImmutableArray<SchemaId> cases = [.. outside.Distinct()];
        if (cases is [])
            return new Shape.Any(false);
        if (cases is [var only])
            return new Shape.Reference(only);
        return new Shape.Union(cases, DiscriminatorOf(position, cases));
    }

    /// <summary>The union's own discriminator with the values of those in the circle that have the same property, where it tells all cases that are left.</summary>
    private Discriminator? DiscriminatorOf(int position, ImmutableArray<SchemaId> cases)
    {
        if (_schemas[position].Shape is not Shape.Union { Discriminator: { } discriminator })
            return null;
        var others = _schemas
            .Where((_, other) => _circles[other] == _circles[position])
            .Select(schema => (schema.Shape as Shape.Union)?.Discriminator)
            .OfType<Discriminator>()
            .Where(other => other.PropertyName == discriminator.PropertyName && other.Kind == discriminator.Kind);
        ImmutableArray<DiscriminatorValue> values =
        [
            .. discriminator.Values.Concat(others.SelectMany(other => other.Values)).Where(value => cases.Contains(value.Case)).DistinctBy(value => value.Value),
        ];
        SchemaId? @default = discriminator.Default is { } other && cases.Contains(other) ? other : null;
        return cases.All(id => id == @default || values.Any(value => value.Case == id)) ? discriminator with { Values = values, Default = @default } : null;
    }
}
