namespace SyncGen.Modeling;

/// <summary>
/// Settles the schemas of server-sent events (OpenAPI 3.2 <c>itemSchema</c>): the data of an event is a text, and where its <c>contentSchema</c> says what the text is as JSON, that is its type.
/// </summary>
internal static class EventSchemas
{
    /// <summary>The name of the property that holds an event's type.</summary>
    public const string Type = "event";

    /// <summary>The name of the property that holds an event's data.</summary>
    public const string Data = "data";

    public static ApiModel Settle(ApiModel api)
    {
        SchemaId[] items = [.. api.Operations.SelectMany(operation => operation.Responses).SelectMany(response => response.Content).Where(IsEvents).Select(media => media.Schema!.Value)];
        if (items.Length == 0)
            return api;
        var events = SchemaGraph.Closure(items, id => PartsOf(api, id));
        var contents = events
            .SelectMany(id => api[id].Shape is Shape.Object record ? record.Properties : [])
            .Where(property => property.Name == Data)
            .Select(property => api.Resolve(property.Schema))
            .Where(schema => schema.Shape is Shape.String { Content: not null })
            .Select(schema => schema.Id)
            .ToHashSet();
        return contents.Count == 0 ? api : api.WithSchemas(
        [
            .. api.Schemas.Select(schema => contents.Contains(schema.Id) ? schema with { Shape = new Shape.Reference(((Shape.String)schema.Shape).Content!.Value) }
                // What is checked as JSON is the event as the contract has it, with a text for its data.
                : events.Contains(schema.Id) ? schema with { Check = null, UnknownCheck = null }
                : schema),
        ]);
    }

    /// <summary>The events of a stream, of which each has a schema.</summary>
    public static bool IsEvents(MediaType media) =>
        media is { IsItem: true, Schema: not null } && MediaTypeNames.IsEvents(media.Name);

    /// <summary>The objects that an event of a schema may be.</summary>
    public static IEnumerable<Shape.Object> ObjectsOf(ApiModel api, SchemaId item) =>
        SchemaGraph.Closure([item], id => PartsOf(api, id)).Select(id => api[id].Shape).OfType<Shape.Object>();

    private static ImmutableArray<SchemaId> PartsOf(ApiModel api, SchemaId id) => api[id].Shape switch
    {
        Shape.Reference reference => [reference.Target],
        Shape.Union union => union.Cases,
        Shape.Object { Base: { } @base } => [@base],
        _ => [],
    };
}
