using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Finds what tells several kinds of object apart.</summary>
internal static class UnionObjects
{
    /// <summary>As many required members count as the generated code has bits.</summary>
    private const int MaximumRequired = 64;

    private const int MaximumValues = 32;

    public static ImmutableArray<UnionObject> Of(ApiModel api, ImmutableArray<UnionLeaf> leaves)
    {
        var properties = leaves.Select(leaf => PropertiesOf(api, leaf.Schema)).ToList();
        var shared = properties.SelectMany(list => list).GroupBy(property => property.Name, StringComparer.Ordinal).Where(group => group.Count() > 1).Select(group => group.Key).ToHashSet(StringComparer.Ordinal);
        var isKept = leaves.Any(leaf => KeptKindsOf(api, leaf.Schema) is not null);
        // A member that every case may have with the same kinds of value tells nothing, and none of them loses it.
        var telling = properties
            .SelectMany(list => list)
            .GroupBy(property => property.Name, StringComparer.Ordinal)
            .Where(group => group.Count() < leaves.Length || group.Any(property => property.IsRequired) || group.Select(property => FactsOf(api, property, tellsByValue: true)).Distinct().Count() > 1)
            .Select(group => group.Key)
            .ToHashSet(StringComparer.Ordinal);
        return
        [
            .. properties.Zip(leaves, (list, leaf) => new UnionObject(
            [
                .. list
                    .Where(property => telling.Contains(property.Name))
                    .OrderBy(property => !property.IsRequired)
                    .Select((property, index) => new UnionObjectMember(property.IsRequired && index < MaximumRequired ? "Needs" : "Allows", FactsOf(api, property, isKept || shared.Contains(property.Name)))),
                .. KeptKindsOf(api, leaf.Schema) is { } kinds ? [new UnionObjectMember("Keeps", kinds)] : ImmutableArray<UnionObjectMember>.Empty,
            ])),
        ];
    }

    /// <summary>The kinds of value that members can have which the case does not declare but keeps; null when it keeps none.</summary>
    private static string? KeptKindsOf(ApiModel api, Schema schema) => schema.Shape switch
    {
        Shape.Any => "JsonKinds.Any",
        Shape.Map map => KindsOf(api, map.Values),
        Shape.Object { Additional: { } additional } => KindsOf(api, additional),
        Shape.Object { Base: { } @base } when api.Resolve(@base) is var parent && parent.Id != schema.Id => KeptKindsOf(api, parent),
        _ => null,
    };

    private static List<Property> PropertiesOf(ApiModel api, Schema schema)
    {
        var properties = new List<Property>();
        var seen = new HashSet<SchemaId>();
        for (var current = schema; current.Shape is Shape.Object record && seen.Add(current.Id); current = api.Resolve(record.Base.Value))
        {
            properties.InsertRange(0, record.Properties);
            if (record.Base is null)
                break;
        }

        return [.. properties.DistinctBy(property => property.Name)];
    }

    /// <param name="api">All schemas.</param>
    /// <param name="property">The property.</param>
    /// <param name="tellsByValue">Another case can have the member; else it is the member that tells, and an enum's unlisted value stays in it.</param>
    private static string FactsOf(ApiModel api, Property property, bool tellsByValue)
    {
        var schema = api.Resolve(property.Schema);
        var values = tellsByValue && schema.Shape is Shape.Enum { IsInteger: false, IsOpen: false, Values.Length: <= MaximumValues } listed
            ? string.Concat(listed.Values.Select(value => ", " + Literal.Text(EnumMembers.TextOf(value.Value))))
            : "";
        return $"{Literal.Text(property.Name)}, {KindsOf(api, property.Schema)}{values}";
    }

    private static string KindsOf(ApiModel api, SchemaId id)
    {
        var schema = api.Resolve(id);
        var isNullable = schema.IsNullable || api[id].IsNullable;
        var kinds = schema.Shape is Shape.Union union
            ? UnionLeaf.Of(api, union).Select(leaf => KindOf(leaf.Schema.Shape)).Distinct().ToList()
            : [KindOf(schema.Shape)];
        if (kinds.Contains("JsonKinds.Any"))
            return "JsonKinds.Any";
        if (isNullable)
            kinds.Add("JsonKinds.Null");
        return string.Join(" | ", kinds);
    }

    private static string KindOf(Shape shape) => shape switch
    {
        Shape.Boolean => "JsonKinds.Boolean",
        Shape.String or Shape.Enum { IsInteger: false } => "JsonKinds.String",
        Shape.Number or Shape.Enum => "JsonKinds.Number",
        Shape.Array => "JsonKinds.Array",
        Shape.Object or Shape.Map or Shape.Any { IsObject: true } => "JsonKinds.Object",
        _ => "JsonKinds.Any",
    };
}
