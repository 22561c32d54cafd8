using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Tells whether two places of a contract describe the same values by the same type.</summary>
internal static class EqualSchemas
{
    /// <summary>Both places are without a schema, refer to one schema, or write lists, maps and simple values alike.</summary>
    public static bool AreEqual(ApiModel api, TypeTable types, SchemaId? first, SchemaId? second) => (first, second) switch
    {
        (null, null) => true,
        ({ } one, { } other) => AreEqual(api, types, one, other),
        _ => false,
    };

    private static bool AreEqual(ApiModel api, TypeTable types, SchemaId first, SchemaId second)
    {
        if (types.IsNullable(first) != types.IsNullable(second))
            return false;
        var (one, other) = (api.Resolve(first), api.Resolve(second));
        return one.Id == other.Id || (one.Shape, other.Shape) switch
        {
            (Shape.Array list, Shape.Array otherList) => list with { Items = otherList.Items } == otherList && AreEqual(api, types, list.Items, otherList.Items),
            (Shape.Map map, Shape.Map otherMap) => map with { Values = otherMap.Values } == otherMap && AreEqual(api, types, map.Values, otherMap.Values),
            (Shape.String or Shape.Number or Shape.Boolean or Shape.Any, _) => one.Shape == other.Shape && types[first] == types[second],
            _ => false,
        };
    }
}
