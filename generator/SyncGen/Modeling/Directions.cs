namespace SyncGen.Modeling;

/// <summary>
/// The schemas that operations name, by the direction in which their values travel: to the server of the API or from it. Webhooks and
/// callbacks are requests of the server, so that their bodies travel from it.
/// </summary>
/// <param name="RequestBodies">Of what clients send.</param>
/// <param name="Parameters">Beside those bodies.</param>
/// <param name="ResponseBodies">Of what servers send.</param>
/// <param name="Headers">Beside those bodies.</param>
internal sealed record Directions(
    ImmutableArray<SchemaId> RequestBodies,
    ImmutableArray<SchemaId> Parameters,
    ImmutableArray<SchemaId> ResponseBodies,
    ImmutableArray<SchemaId> Headers)
{
    /// <summary>All of them.</summary>
    public IEnumerable<SchemaId> All => [.. RequestBodies, .. Parameters, .. ResponseBodies, .. Headers];

    public static Directions Of(ApiModel api) => Of(api.Operations, api.Webhooks);

    /// <param name="called">The operations that clients call.</param>
    /// <param name="webhooks">Those that the server calls.</param>
    public static Directions Of(IEnumerable<Operation> called, IEnumerable<Operation> webhooks)
    {
        var (operations, reversed) = Split(called, webhooks);
        return new Directions(
            [.. operations.SelectMany(BodiesOf), .. reversed.SelectMany(ResponsesOf)],
            [.. operations.SelectMany(ParametersOf), .. reversed.SelectMany(HeadersOf)],
            [.. operations.SelectMany(ResponsesOf), .. reversed.SelectMany(BodiesOf)],
            [.. operations.SelectMany(HeadersOf), .. reversed.SelectMany(ParametersOf)]);
    }

    /// <summary>Whether only servers send the property.</summary>
    public static bool IsReadOnly(ApiModel api, Property property) => api[property.Schema].IsReadOnly || api.Resolve(property.Schema).IsReadOnly;

    /// <summary>Whether only clients send the property.</summary>
    public static bool IsWriteOnly(ApiModel api, Property property) => api[property.Schema].IsWriteOnly || api.Resolve(property.Schema).IsWriteOnly;

    /// <summary>Whether only servers send the property of an object. What tells the cases of a union apart travels with them, whatever the contract says of it.</summary>
    public static bool IsReadOnly(ApiModel api, SchemaId owner, Property property) =>
        IsReadOnly(api, property) && api.Cases.ValuesOf(owner, property.Name).IsEmpty;

    /// <summary>Whether only clients send the property of an object, no discriminator.</summary>
    public static bool IsWriteOnly(ApiModel api, SchemaId owner, Property property) =>
        IsWriteOnly(api, property) && api.Cases.ValuesOf(owner, property.Name).IsEmpty;

    /// <summary>The operations that clients call, and those that the server calls.</summary>
    private static (List<Operation> Operations, List<Operation> Reversed) Split(IEnumerable<Operation> called, IEnumerable<Operation> webhooks)
    {
        var operations = new List<Operation>();
        var reversed = new List<Operation>();
        var open = new Stack<(Operation Operation, bool IsReversed)>(called.Select(operation => (operation, false)).Concat(webhooks.Select(webhook => (webhook, true))));
        while (open.TryPop(out var next))
        {
            (next.IsReversed ? reversed : operations).Add(next.Operation);
            foreach (var callback in next.Operation.Callbacks.SelectMany(callback => callback.Operations))
                open.Push((callback, !next.IsReversed));
        }
        return (operations, reversed);
    }

    private static IEnumerable<SchemaId> BodiesOf(Operation operation) => SchemasOf(operation.Body?.Content ?? []);

    private static IEnumerable<SchemaId> ResponsesOf(Operation operation) => SchemasOf(operation.Responses.SelectMany(response => response.Content));

    private static IEnumerable<SchemaId> ParametersOf(Operation operation) => operation.Parameters.Select(parameter => parameter.Schema);

    private static IEnumerable<SchemaId> HeadersOf(Operation operation) => operation.Responses.SelectMany(response => response.Headers).Select(header => header.Schema);

    private static IEnumerable<SchemaId> SchemasOf(IEnumerable<MediaType> content) => content.Select(media => media.Schema).OfType<SchemaId>();
}
