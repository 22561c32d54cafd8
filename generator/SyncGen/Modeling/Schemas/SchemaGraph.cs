namespace SyncGen.Modeling;

/// <summary>Which schemas hold which.</summary>
internal static class SchemaGraph
{
    /// <summary>The schemas that values of this shape are made of.</summary>
    public static ImmutableArray<SchemaId> ChildrenOf(Shape shape) => shape switch
    {
        Shape.Reference reference => [reference.Target],
        Shape.String { Content: { } content } => [content],
        Shape.Array array => [array.Items],
        Shape.Map map => [map.Values],
        Shape.Union union => union.Cases,
        Shape.Object record =>
        [
            .. record.Properties.Select(property => property.Schema),
            .. record.Base is { } @base ? [@base] : ImmutableArray<SchemaId>.Empty,
            .. record.Additional is { } additional ? [additional] : ImmutableArray<SchemaId>.Empty,
        ],
        _ => [],
    };

    /// <summary>The same shape over other schemas.</summary>
    public static Shape WithChildren(Shape shape, Func<SchemaId, SchemaId> replace) => shape switch
    {
        Shape.Reference reference => reference with { Target = replace(reference.Target) },
        Shape.String { Content: { } content } text => text with { Content = replace(content) },
        Shape.Array array => array with { Items = replace(array.Items) },
        Shape.Map map => map with { Values = replace(map.Values) },
        Shape.Union union => union with { Cases = [.. union.Cases.Select(replace)], Discriminator = WithCases(union.Discriminator, replace) },
        Shape.Object record => record with
        {
            Properties = [.. record.Properties.Select(property => property with { Schema = replace(property.Schema) })],
            Base = record.Base is { } @base ? replace(@base) : null,
            Additional = record.Additional is { } additional ? replace(additional) : null,
        },
        _ => shape,
    };

    /// <summary>The roots and all that is below them.</summary>
    public static HashSet<SchemaId> Below(ApiModel api, IEnumerable<SchemaId> roots) => Closure(roots, id => ChildrenOf(api[id].Shape));

    /// <summary>The schemas and all that hold them, however deep.</summary>
    public static HashSet<SchemaId> Above(ApiModel api, IReadOnlyCollection<SchemaId> schemas)
    {
        if (schemas.Count == 0)
            return [];
        var parents = api.Schemas
            .SelectMany(schema => ChildrenOf(schema.Shape).Select(child => (child, schema.Id)))
            .ToLookup(edge => edge.child, edge => edge.Id);
        return Closure(schemas, id => parents[id]);
    }

    private static Discriminator? WithCases(Discriminator? discriminator, Func<SchemaId, SchemaId> replace) => discriminator is null
        ? null
        : discriminator with
        {
            Values = [.. discriminator.Values.Select(value => value with { Case = replace(value.Case) })],
            Default = discriminator.Default is { } other ? replace(other) : null,
        };

    /// <summary>The roots and all that they lead to.</summary>
    public static HashSet<SchemaId> Closure(IEnumerable<SchemaId> roots, Func<SchemaId, IEnumerable<SchemaId>> next)
    {
        var found = new HashSet<SchemaId>();
        var open = new Stack<SchemaId>(roots);
        while (open.TryPop(out var id))
        {
            if (!found.Add(id))
                continue;
            foreach (var other in next(id))
                open.Push(other);
        }

        return found;
    }
}
