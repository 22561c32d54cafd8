using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The C# type of each schema.</summary>
internal sealed class TypeTable(ImmutableDictionary<SchemaId, CSharpType> types, ImmutableHashSet<SchemaId> nullable)
{
    /// <summary>The type without a mark of nullability.</summary>
    public CSharpType this[SchemaId id] => types[id];

    /// <summary>Whether null is a value: the schema itself or one it refers to says so.</summary>
    public bool IsNullable(SchemaId id) => nullable.Contains(id);
}
