using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>
/// The schemas with members that travel one way only, somewhere in them. Their types have a second codec for the way that such members
/// do not travel: it neither writes nor binds them.
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
        RequestCodec => " in requests, without the members that only servers send",
        ResponseCodec => " in responses, without the members that only clients send",
        _ => "",
    };

    public static OneWaySchemas Of(ApiModel api)
    {
        var operations = api.Operations.Concat(api.Operations.SelectMany(operation => operation.Callbacks).SelectMany(callback => callback.Operations)).ToList();
        var requests = operations.SelectMany(operation => operation.Body?.Content ?? []).Select(media => media.Schema).OfType<SchemaId>();
        var responses = operations.SelectMany(operation => operation.Responses).SelectMany(response => response.Content).Select(media => media.Schema).OfType<SchemaId>();
        return new OneWaySchemas(
            Holding(api, property => IsReadOnly(api, property), requests),
            Holding(api, property => IsWriteOnly(api, property), responses));
    }

    public static bool IsReadOnly(ApiModel api, Property property) => api[property.Schema].IsReadOnly || api.Resolve(property.Schema).IsReadOnly;

    public static bool IsWriteOnly(ApiModel api, Property property) => api[property.Schema].IsWriteOnly || api.Resolve(property.Schema).IsWriteOnly;

    /// <summary>Of the schemas below the roots, those with such a property in them, however deep.</summary>
    private static ImmutableHashSet<SchemaId> Holding(ApiModel api, Func<Property, bool> isOneWay, IEnumerable<SchemaId> roots)
    {
        var holders = api.Schemas.Where(schema => schema.Shape is Shape.Object record && record.Properties.Any(isOneWay)).Select(schema => schema.Id).ToList();
        var holding = SchemaGraph.Above(api, holders);
        holding.IntersectWith(holders.Count == 0 ? [] : SchemaGraph.Below(api, roots));
        return [.. holding];
    }
}
