using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Finds where each inline schema stands: in the schema around it, else in the operation or component that uses it.</summary>
internal static class SchemaPositions
{
    public static Dictionary<SchemaId, SchemaPosition> Of(ApiModel api, ImmutableArray<string> operationNames)
    {
        var positions = new Dictionary<SchemaId, SchemaPosition>();
        foreach (var input in api.Schemas.Where(schema => schema.InputOf is not null))
            positions.Add(input.Id, new SchemaPosition(input.InputOf, "", PositionStep.Input, ""));
        // What a schema stands in by its text comes before what merely refers to it.
        foreach (var schema in api.Schemas)
            AddChildren(positions, api, schema, onlyEnclosed: true);
        for (var index = 0; index < api.Operations.Length; index++)
            OperationPositions.Add(positions, api, api.Operations[index], operationNames[index]);
        foreach (var webhook in api.Webhooks)
            OperationPositions.Add(positions, api, webhook, OperationNames.Preferred(webhook));
        foreach (var schema in api.Schemas)
            AddChildren(positions, api, schema, onlyEnclosed: false);
        return positions;
    }

    private static void AddChildren(Dictionary<SchemaId, SchemaPosition> positions, ApiModel api, Schema schema, bool onlyEnclosed)
    {
        foreach (var (child, step, text) in Children(api, schema))
        {
            if (api[child].Name is null && (!onlyEnclosed || IsEnclosed(child, schema.Id)) && child != schema.Id)
                positions.TryAdd(child, new SchemaPosition(schema.Id, "", step, text));
        }
    }

    private static bool IsEnclosed(SchemaId child, SchemaId parent) =>
        child.File == parent.File
        && child.Pointer.Text.Length > parent.Pointer.Text.Length
        && child.Pointer.Text.StartsWith(parent.Pointer.Text, StringComparison.Ordinal)
        && child.Pointer.Text[parent.Pointer.Text.Length] == '/';

    private static IEnumerable<(SchemaId Child, PositionStep Step, string Text)> Children(ApiModel api, Schema schema) => schema.Shape switch
    {
        Shape.Reference reference => [(reference.Target, PositionStep.Same, "")],
        Shape.String { Content: { } content } => [(content, PositionStep.Same, "")],
        Shape.Array array => [(array.Items, PositionStep.Item, "")],
        Shape.Map map => [(map.Values, PositionStep.Value, "")],
        Shape.Object record => ChildrenOf(record),
        Shape.Union union => union.Cases.Select(id => (id, PositionStep.Part, UnionCaseNames.Of(api, union, id))),
        _ => [],
    };

    private static IEnumerable<(SchemaId Child, PositionStep Step, string Text)> ChildrenOf(Shape.Object record)
    {
        foreach (var property in record.Properties)
            yield return (property.Schema, PositionStep.Part, Identifier.PascalCase(property.Name, "Property"));
        if (record.Additional is { } additional)
            yield return (additional, PositionStep.Part, "AdditionalValue");
        if (record.Base is { } @base)
            yield return (@base, PositionStep.Part, "Base");
    }
}
