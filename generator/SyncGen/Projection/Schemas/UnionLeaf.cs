using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>A schema that a union's value can have, through unions in the union.</summary>
/// <param name="Case">The position of the union's case that holds it.</param>
internal sealed record UnionLeaf(int Case, Schema Schema)
{
    /// <summary>More than any union a person writes; a hostile one is cut here.</summary>
    private const int MaximumLeaves = 1000;

    public bool IsObject => Schema.Shape is Shape.Object or Shape.Map or Shape.Any { IsObject: true };

    /// <summary>The leaves in the contract's order.</summary>
    public static ImmutableArray<UnionLeaf> Of(ApiModel api, Shape.Union union)
    {
        var leaves = ImmutableArray.CreateBuilder<UnionLeaf>();
        for (var index = 0; index < union.Cases.Length; index++)
        {
            var seen = new HashSet<SchemaId>();
            var open = new Stack<SchemaId>([union.Cases[index]]);
            while (open.TryPop(out var id) && leaves.Count < MaximumLeaves)
            {
                var schema = api.Resolve(id);
                if (!seen.Add(schema.Id))
                    continue;
                if (schema.Shape is Shape.Union inner)
                {
                    foreach (var @case in inner.Cases.Reverse())
                        open.Push(@case);
                }
                else
                {
                    leaves.Add(new UnionLeaf(index, schema));
                }
            }
        }

        return leaves.DrainToImmutable();
    }
}
