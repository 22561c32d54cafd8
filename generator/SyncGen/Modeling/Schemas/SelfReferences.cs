namespace SyncGen.Modeling;

/// <summary>Finds schemas that are only each other, and makes them free-form: nothing says what their values are.</summary>
internal static class SelfReferences
{
    public static ImmutableArray<Schema> Break(ImmutableArray<Schema> schemas, ContractReader reader)
    {
        var positions = new Dictionary<SchemaId, int>(schemas.Length);
        for (var index = 0; index < schemas.Length; index++)
            positions.Add(schemas[index].Id, index);
        // 0 is unknown, -1 leads somewhere, any other number is the walk that came through.
        var walks = new int[schemas.Length];
        ImmutableArray<Schema>.Builder? broken = null;
        for (var start = 0; start < schemas.Length; start++)
        {
            var position = start;
            while (walks[position] == 0 && schemas[position].Shape is Shape.Reference reference)
            {
                walks[position] = start + 1;
                position = positions[reference.Target];
            }
            if (walks[position] == start + 1)
            {
                reader.Report(ModelingRules.OnlyItself, schemas[position].Span, schemas[position].Id.Pointer);
                broken ??= schemas.ToBuilder();
                broken[position] = schemas[position] with { Shape = new Shape.Any(false) };
            }
            for (position = start; walks[position] == start + 1; position = positions[((Shape.Reference)schemas[position].Shape).Target])
                walks[position] = -1;
        }
        return broken?.DrainToImmutable() ?? schemas;
    }
}
