using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The kinds of JSON value that schemas have, as the generated code names them.</summary>
internal static class ValueKinds
{
    public const string Any = "JsonKinds.Any";

    private const string Null = "JsonKinds.Null";
    private const string Boolean = "JsonKinds.Boolean";
    private const string Number = "JsonKinds.Number";

    /// <param name="lenient">What reading forgives: numbers and booleans in quotes are kinds, too.</param>
    public static ImmutableArray<string> Of(ApiModel api, SchemaId id, Leniency lenient)
    {
        var schema = api.Resolve(id);
        ImmutableArray<string> kinds = schema.Shape is Shape.Union union
            ? [.. UnionLeaf.Of(api, union).Select(leaf => KindOf(leaf.Schema.Shape)).Distinct()]
            : [KindOf(schema.Shape)];
        if (kinds.Contains(Any))
            return [Any];
        if (schema.IsNullable || api[id].IsNullable)
            kinds = kinds.Add(Null);
        if (!lenient.HasFlag(Leniency.Quotes))
            return kinds;
        return
        [
            .. kinds,
            .. kinds.Contains(Number) ? ["JsonKinds.QuotedNumber"] : ImmutableArray<string>.Empty,
            .. kinds.Contains(Boolean) ? ["JsonKinds.QuotedBoolean"] : ImmutableArray<string>.Empty,
        ];
    }

    /// <summary>The kinds of a member that may be absent where null reads as absent.</summary>
    public static ImmutableArray<string> WithNullForAbsent(ImmutableArray<string> kinds) =>
        kinds.Contains(Any) || kinds.Contains(Null) ? kinds : kinds.Add("JsonKinds.NullForAbsent");

    public static string TextOf(ImmutableArray<string> kinds) => string.Join(" | ", kinds);

    /// <summary>Reading can forgive that the values stand in quotes.</summary>
    public static bool IsQuotable(Shape shape) => shape is Shape.Boolean or Shape.Number or Shape.Enum { IsInteger: true };

    private static string KindOf(Shape shape) => shape switch
    {
        Shape.Boolean => Boolean,
        Shape.String or Shape.Enum { IsInteger: false } => "JsonKinds.String",
        Shape.Number or Shape.Enum => Number,
        Shape.Array => "JsonKinds.Array",
        Shape.Object or Shape.Map or Shape.Any { IsObject: true } => "JsonKinds.Object",
        _ => Any,
    };
}
