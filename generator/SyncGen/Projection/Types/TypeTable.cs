using System.Collections.Frozen;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The C# type of each schema.</summary>
internal sealed class TypeTable(FrozenDictionary<SchemaId, CSharpType> types, FrozenSet<SchemaId> nullable)
{
    /// <summary>The same types with the codecs for bodies of requests, which leave out what is readOnly.</summary>
    public TypeTable Requests
    {
        get => field ?? this;
        init;
    }

    /// <summary>The same types with the codecs for bodies of responses, which leave out what is writeOnly.</summary>
    public TypeTable Responses
    {
        get => field ?? this;
        init;
    }

    /// <summary>The type without a mark of nullability.</summary>
    public CSharpType this[SchemaId id] => types[id];

    /// <summary>Whether null is a value: the schema itself or one it refers to says so.</summary>
    public bool IsNullable(SchemaId id) => nullable.Contains(id);
}
