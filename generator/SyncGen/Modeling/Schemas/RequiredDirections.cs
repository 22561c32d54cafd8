namespace SyncGen.Modeling;

/// <summary>
/// Settles what <c>required</c> means beside <c>readOnly</c> and <c>writeOnly</c>: it holds in the direction in which the property travels. A
/// schema that travels both ways and holds such a property, however deep, becomes two: itself as it is read, and its input as it is sent, where
/// each has the properties of its direction alone. Any other schema stays one.
/// </summary>
internal sealed class RequiredDirections
{
    /// <summary>Below a schema, what stands for it in requests; no written schema has such a pointer.</summary>
    private const string InputName = "input";

    private readonly ApiModel _api;
    private readonly HashSet<SchemaId> _requests;
    private readonly HashSet<SchemaId> _responses;
    private readonly HashSet<SchemaId> _split;

    private RequiredDirections(ApiModel api, IReadOnlyCollection<SchemaId> holders)
    {
        _api = api;
        var directions = Directions.Of(api);
        _requests = SchemaGraph.Below(api, directions.RequestBodies.Concat(directions.Parameters));
        _responses = SchemaGraph.Below(api, directions.ResponseBodies.Concat(directions.Headers));
        _split = SchemaGraph.Above(api, holders);
        _split.IntersectWith(_requests);
        _split.IntersectWith(_responses);
    }

    public static ApiModel Settle(ApiModel api)
    {
        var holders = api.Schemas
            .Where(schema => schema.Shape is Shape.Object record && record.Properties.Any(property =>
                property.IsRequired && (Directions.IsReadOnly(api, schema.Id, property) || Directions.IsWriteOnly(api, schema.Id, property))))
            .Select(schema => schema.Id)
            .ToList();
        return holders.Count == 0 ? api : new RequiredDirections(api, holders).Settle();
    }

    private ApiModel Settle()
    {
        var schemas = _api.Schemas.SelectMany(schema => _split.Contains(schema.Id) ? [Read(schema), Sent(schema)] : new[] { OneWay(schema) });
        // The table of schemas is the constructor's, so that no 'with' will do.
        var settled = new ApiModel(
            _api.Documents,
            [.. _api.Operations.Select(operation => Settle(operation, isReversed: false))],
            [.. _api.Webhooks.Select(webhook => Settle(webhook, isReversed: true))],
            _api.SecuritySchemes,
            [.. schemas],
            _api.Files);
        return WithoutUnused(settled);
    }

    private Schema Read(Schema schema) => schema with { Shape = Without(schema, property => IsWriteOnly(schema, property)) };

    private Schema Sent(Schema schema) => schema with
    {
        Id = InputOf(schema.Id),
        Name = null,
        PreferredName = null,
        InputOf = schema.Id,
        Shape = WithInputs(Without(schema, property => IsReadOnly(schema, property))),
    };

    /// <summary>A schema that travels one way, or none: what does not travel with it is not required.</summary>
    private Schema OneWay(Schema schema)
    {
        var isSent = _requests.Contains(schema.Id) && !_responses.Contains(schema.Id);
        var isRead = _responses.Contains(schema.Id) && !_requests.Contains(schema.Id);
        var shape = schema.Shape is not Shape.Object record
            ? schema.Shape
            : record with
            {
                Properties =
                [
                    .. record.Properties.Select(property => property with
                    {
                        IsRequired = property.IsRequired && (isSent || !IsWriteOnly(schema, property)) && (isRead || !IsReadOnly(schema, property)),
                    }),
                ],
            };
        return schema with { Shape = isSent ? WithInputs(shape) : shape };
    }

    private static Shape Without(Schema schema, Func<Property, bool> isLeftOut) => schema.Shape is not Shape.Object record
        ? schema.Shape
        : record with
        {
            Properties = record.Properties.RemoveAll(property => isLeftOut(property)),
            PassedOver = [.. record.Properties.Where(isLeftOut).Select(property => property.Name)],
        };

    private Shape WithInputs(Shape shape)
    {
        if (shape is Shape.Object { Base: { } @base } record && IsEmptyInput(_api.Resolve(@base)))
            shape = record with { Base = null, PassedOver = [.. PropertiesOf(_api.Resolve(@base)), .. record.PassedOver] };
        return SchemaGraph.WithChildren(shape, Input);
    }

    /// <summary>Nothing of the object travels in requests, so that no type need extend it.</summary>
    private bool IsEmptyInput(Schema schema) =>
        _split.Contains(schema.Id)
        && schema.Shape is Shape.Object { Additional: null } record
        && record.Properties.All(property => IsReadOnly(schema, property))
        && (record.Base is not { } @base || IsEmptyInput(_api.Resolve(@base)));

    private IEnumerable<string> PropertiesOf(Schema schema) =>
        schema.Shape is Shape.Object record
            ? (record.Base is { } @base ? PropertiesOf(_api.Resolve(@base)) : []).Concat(record.Properties.Select(property => property.Name))
            : [];

    private Operation Settle(Operation operation, bool isReversed) => operation with
    {
        Parameters = isReversed ? operation.Parameters : [.. operation.Parameters.Select(parameter => parameter with { Schema = Input(parameter.Schema) })],
        Body = operation.Body is { } body && !isReversed ? body with { Content = WithInputs(body.Content) } : operation.Body,
        Responses = isReversed
            ? [.. operation.Responses.Select(response => response with
                {
                    Content = WithInputs(response.Content),
                    Headers = [.. response.Headers.Select(header => header with { Schema = Input(header.Schema) })],
                })]
            : operation.Responses,
        Callbacks = [.. operation.Callbacks.Select(callback => callback with { Operations = [.. callback.Operations.Select(called => Settle(called, !isReversed))] })],
    };

    private ImmutableArray<MediaType> WithInputs(ImmutableArray<MediaType> content) =>
        [.. content.Select(media => media with { Schema = media.Schema is { } schema ? Input(schema) : null })];

    private SchemaId Input(SchemaId id) => _split.Contains(id) ? InputOf(id) : id;

    private static SchemaId InputOf(SchemaId id) => id with { Pointer = id.Pointer.Child("allOf").Child(InputName) };

    /// <summary>An input that a base class was all that asked for is not needed.</summary>
    private static ApiModel WithoutUnused(ApiModel api)
    {
        var directions = Directions.Of(api);
        var used = SchemaGraph.Below(api, directions.RequestBodies.Concat(directions.Parameters));
        var schemas = api.Schemas.RemoveAll(schema => schema.InputOf is not null && !used.Contains(schema.Id));
        return api.WithSchemas(schemas);
    }

    private bool IsReadOnly(Schema owner, Property property) => Directions.IsReadOnly(_api, owner.Id, property);

    private bool IsWriteOnly(Schema owner, Property property) => Directions.IsWriteOnly(_api, owner.Id, property);
}
