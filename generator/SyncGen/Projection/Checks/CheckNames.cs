using System.Collections.Frozen;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The names of the types that hold checks.</summary>
/// <param name="Own">Of what schemas say beyond their types, by schema.</param>
/// <param name="Whole">Of all that the schemas say which other checks refer to, by schema.</param>
internal sealed record CheckNames(FrozenDictionary<SchemaId, string> Own, FrozenDictionary<SchemaId, string> Whole)
{
    private static CheckNames None { get; } = new(FrozenDictionary<SchemaId, string>.Empty, FrozenDictionary<SchemaId, string>.Empty);

    /// <summary>What reading forgives, no check may refuse: it belongs to strict reading.</summary>
    public static CheckNames Of(ApiModel api, TypeNames names, CodeStyle style)
    {
        if (style.Lenient != Leniency.None)
            return None;
        var own = new Dictionary<SchemaId, string>();
        foreach (var schema in api.Schemas.Where(schema => schema is { Check: not null, InputOf: null }))
            own.Add(schema.Id, NameOf(schema.Id, "Check", names));
        foreach (var schema in api.Schemas.Where(schema => schema is { Check: not null, InputOf: not null }))
            own.Add(schema.Id, own.GetValueOrDefault(schema.InputOf!.Value) ?? NameOf(schema.Id, "Check", names));
        var wholes = api.WholeChecks.ToDictionary();
        var reached = SchemaGraph.Closure(
            api.Schemas.Select(schema => schema.Check).OfType<SchemaCheck>().SelectMany(TargetsOf),
            id => TargetsOf(wholes[id]));
        return new CheckNames(
            own.ToFrozenDictionary(),
            api.WholeChecks.Where(whole => reached.Contains(whole.Key)).ToFrozenDictionary(whole => whole.Key, whole => NameOf(whole.Key, "SchemaCheck", names)));
    }

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
