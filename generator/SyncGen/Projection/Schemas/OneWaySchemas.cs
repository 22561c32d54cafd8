using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>
/// The schemas with members that travel one way only, somewhere in them. Their types have a second codec for the way that such members
/// do not travel: it neither writes nor binds them. An input of another schema travels in requests alone, so that its only codec is that one.
/// </summary>
/// <param name="Requests">Bodies of requests hold them, and something in them is readOnly.</param>
/// <param name="Responses">Bodies of responses hold them, and something in them is writeOnly.</param>
internal sealed record OneWaySchemas(ImmutableHashSet<SchemaId> Requests, ImmutableHashSet<SchemaId> Responses)
{
    /// <summary>The codec's suffix after the type's name.</summary>
    public const string RequestCodec = "WithoutReadOnlyCodec";

    /// <summary>The codec's suffix after the type's name.</summary>
    public const string ResponseCodec = "WithoutWriteOnlyCodec";

    /// <summary>What the documentation of a codec with this suffix says of it, after the type's name.</summary>
    public static string LimitOf(string suffix) => suffix switch
    {
        RequestCodec => " in requests, without the properties that only servers send",
        ResponseCodec => " in responses, without the properties that only clients send",
        _ => "",
    };

    public static OneWaySchemas Of(ApiModel api)
    {
        var directions = Directions.Of(api);
        return new OneWaySchemas(
            Holding(api, (owner, property) => Directions.IsReadOnly(api, owner, property), directions.RequestBodies).Except(api.Schemas.Where(schema => schema.InputOf is not null).Select(schema => schema.Id)),
            Holding(api, (owner, property) => Directions.IsWriteOnly(api, owner, property), directions.ResponseBodies));
    }

    /// <summary>Of the schemas below the roots, those with such a property in them, however deep.</summary>
    private static ImmutableHashSet<SchemaId> Holding(ApiModel api, Func<SchemaId, Property, bool> isOneWay, IEnumerable<SchemaId> roots)
    {
        var holders = api.Schemas.Where(schema => schema.Shape is Shape.Object record && record.Properties.Any(property => isOneWay(schema.Id, property))).Select(schema => schema.Id).ToList();
        var holding = SchemaGraph.Above(api, holders);
        holding.IntersectWith(holders.Count == 0 ? [] : SchemaGraph.Below(api, roots));
        return [.. holding];
    }
}
