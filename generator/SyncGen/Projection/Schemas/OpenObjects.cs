using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Settles what becomes of members that the contract neither declares nor forbids: objects that are open get a place for them, or are closed.</summary>
internal static class OpenObjects
{
    public static ApiModel Settle(ApiModel api, UnknownMembers unknown)
    {
        if (unknown == UnknownMembers.Skip || api.Schemas.IsEmpty)
            return api;
        var free = FreeForm(api.Schemas[0]);
        var schemas = api.Schemas.Select(schema => schema.Shape is Shape.Object { IsClosed: false, Additional: null } record ? schema with { Shape = Settle(record, api, unknown, free.Id) } : schema).ToImmutableArray();
        return api.WithSchemas(unknown == UnknownMembers.Keep ? schemas.Add(free) : schemas);
    }

    /// <summary>What extends a record that keeps its members has no second place for them.</summary>
    private static Shape.Object Settle(Shape.Object record, ApiModel api, UnknownMembers unknown, SchemaId free) =>
        unknown == UnknownMembers.Keep
            ? record.Base is { } @base && api.Resolve(@base).Shape is Shape.Object { IsClosed: false } ? record : record with { Additional = free }
            : record with { IsClosed = !KeepsMembers(record, api) };

    private static bool KeepsMembers(Shape.Object record, ApiModel api) =>
        record.Additional is not null || (record.Base is { } @base && api.Resolve(@base).Shape is Shape.Object parent && KeepsMembers(parent, api));

    /// <summary>A schema that no contract has.</summary>
    private static Schema FreeForm(Schema first) => new(
        first.Id with { Pointer = first.Id.Pointer.Child("allOf").Child("unknown") },
        first.Span,
        null,
        null,
        null,
        null,
        false,
        false,
        false,
        false,
        null,
        new Shape.Any(false));
}
