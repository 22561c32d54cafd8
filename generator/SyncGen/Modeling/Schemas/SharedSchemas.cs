using SyncGen.Documents;
using SyncGen.Linking;

namespace SyncGen.Modeling;

/// <summary>Makes one schema of inline schemas that say the same in the same words: the first of them, which the others become references to.</summary>
internal static class SharedSchemas
{
    /// <summary>What a schema that stands for another one keeps for itself.</summary>
    private static readonly ImmutableHashSet<string> Own = ["description", "example", "examples"];

    /// <param name="named">The schemas that the user has names for, as <c>file#pointer</c>.</param>
    public static ApiModel Of(ApiModel api, Contract contract, IEnumerable<string> named)
    {
        var texts = new NodeText();
        // A schema that differs by direction has another one beside it.
        var excluded = api.Schemas.Select(schema => schema.InputOf).OfType<SchemaId>().Select(id => id.ToString()).Concat(named).ToHashSet(StringComparer.Ordinal);
        var firsts = new Dictionary<(string File, string Text, Type Shape, bool IsPatch), SchemaId>();
        var shared = new Dictionary<SchemaId, SchemaId>();
        foreach (var schema in api.Schemas.Where(schema => HasType(schema) && !excluded.Contains(schema.Id.ToString())))
        {
            if (NodeOf(schema.Id, contract) is not { } node)
                continue;
            var key = (schema.Id.File, texts.Of(node, Own.Contains), schema.Shape.GetType(), schema.Shape is Shape.Object { IsPatch: true });
            if (!firsts.TryAdd(key, schema.Id))
                shared.Add(schema.Id, firsts[key]);
        }

        return shared.Count == 0 ? api : Without(api, shared);
    }

    /// <summary>An inline schema that becomes a type of its own, without a name that its author has given it.</summary>
    private static bool HasType(Schema schema) =>
        schema is { Name: null, PreferredName: null, InputOf: null, Shape: Shape.Object or Shape.Union or Shape.Enum };

    /// <summary>What the contract has there; null for a schema that it does not write down as one.</summary>
    private static Node? NodeOf(SchemaId id, Contract contract) =>
        contract.Documents.TryGetValue(id.File, out var document) ? id.Pointer.Find(Location.RootOf(document))?.Node as MappingNode : null;

    private static ApiModel Without(ApiModel api, Dictionary<SchemaId, SchemaId> shared)
    {
        ImmutableArray<Schema> schemas = [.. api.Schemas.Select(schema => shared.TryGetValue(schema.Id, out var first) ? schema with { Shape = new Shape.Reference(first) } : schema)];
        // What stands in a schema that is no more is needed where something else refers to it.
        var inner = schemas.Where(schema => StandsBelow(schema.Id, shared)).Select(schema => schema.Id).ToHashSet();
        var roots = schemas.Select(schema => schema.Id).Where(id => !inner.Contains(id)).Concat(api.WholeChecks.Select(check => check.Key));
        var reached = SchemaGraph.Below(api.WithSchemas(schemas), roots);
        return api.WithSchemas([.. schemas.Where(schema => reached.Contains(schema.Id))]);
    }

    private static bool StandsBelow(SchemaId id, Dictionary<SchemaId, SchemaId> shared)
    {
        for (var end = id.Pointer.Text.LastIndexOf('/'); end > 0; end = id.Pointer.Text.LastIndexOf('/', end - 1))
        {
            if (JsonPointer.TryParse(id.Pointer.Text[..end]) is { } outer && shared.ContainsKey(new SchemaId(id.File, outer)))
                return true;
        }

        return false;
    }
}
