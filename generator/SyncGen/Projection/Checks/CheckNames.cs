using System.Collections.Frozen;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The names of the types that hold checks.</summary>
/// <param name="Own">Of what schemas say beyond their types, by schema.</param>
/// <param name="Unknown">Of what unions say of values that they keep as none of their cases.</param>
/// <param name="Whole">Of all that the schemas say which other checks refer to, by schema.</param>
internal sealed record CheckNames(FrozenDictionary<SchemaId, string> Own, FrozenDictionary<SchemaId, string> Unknown, FrozenDictionary<SchemaId, string> Whole)
{
    public static CheckNames Of(ApiModel api, TypeNames names)
    {
        var own = new Dictionary<SchemaId, string>();
        foreach (var schema in api.Schemas.Where(schema => schema is { Check: not null, InputOf: null }))
            own.Add(schema.Id, NameOf(schema.Id, "Check", names));
        foreach (var schema in api.Schemas.Where(schema => schema is { Check: not null, InputOf: not null }))
            own.Add(schema.Id, own.GetValueOrDefault(schema.InputOf!.Value) ?? NameOf(schema.Id, "Check", names));
        var unknown = api.Schemas
            .Where(schema => schema.UnknownCheck is not null && HasObjects(api, schema))
            .ToFrozenDictionary(schema => schema.Id, schema => NameOf(schema.Id, "UnknownCheck", names));
        var wholes = api.WholeChecks.ToDictionary();
        var reached = SchemaGraph.Closure(
            api.Schemas.SelectMany(schema => new[] { schema.Check, unknown.ContainsKey(schema.Id) ? schema.UnknownCheck : null }).OfType<SchemaCheck>().SelectMany(TargetsOf),
            id => TargetsOf(wholes[id]));
        return new CheckNames(
            own.ToFrozenDictionary(),
            unknown,
            api.WholeChecks.Where(whole => reached.Contains(whole.Key)).ToFrozenDictionary(whole => whole.Key, whole => NameOf(whole.Key, "SchemaCheck", names)));
    }

    /// <summary>Of several kinds of object, one that could be more than one is kept as none, so that nothing of it is lost.</summary>
    private static bool HasObjects(ApiModel api, Schema schema) => schema.Shape is Shape.Union union && UnionLeaf.Of(api, union).Count(leaf => leaf.IsObject) > 1;

    private static string NameOf(SchemaId id, string suffix, TypeNames names)
    {
        var stem = names.Of.GetValueOrDefault(id) ?? Identifier.PascalCase(id.Pointer.Segments is [.., var last] ? last : Path.GetFileNameWithoutExtension(id.File), "Schema");
        return names.Table.Add($"the check of {id}", id + suffix, stem + suffix);
    }

    private static IEnumerable<SchemaId> TargetsOf(SchemaCheck check)
    {
        var open = new Stack<SchemaCheck>([check]);
        while (open.TryPop(out var part))
        {
            if (part is SchemaCheck.Reference reference)
                yield return reference.Target;
            foreach (var inner in part.Parts)
                open.Push(inner);
        }
    }
}
