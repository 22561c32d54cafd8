using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>What each schema became, for <c>inspect</c>.</summary>
internal static class SchemaIndex
{
    /// <summary>One entry a schema, in contract order.</summary>
    public static ImmutableArray<SchemaEntry> Of(ApiModel api, TypeNames names, LentTypes lent, TypeTable types)
    {
        var declared = names.Declared.Select(schema => schema.Id).Where(id => !lent.Contains(id)).ToHashSet();
        return
        [
            .. api.Schemas.Select(schema => new SchemaEntry(
                schema.Id.File,
                schema.Id.Pointer.Text,
                types[schema.Id].Annotated(types.IsNullable(schema.Id)),
                declared.Contains(schema.Id))),
        ];
    }
}
