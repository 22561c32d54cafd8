using System.Numerics;

namespace SyncGen.Modeling;

/// <summary>The types a schema's <c>type</c> allows; none when it says nothing.</summary>
[Flags]
internal enum SchemaTypes
{
    None = 0,
    Null = 1,
    Boolean = 2,
    Object = 4,
    Array = 8,
    Number = 16,
    Integer = 32,
    String = 64,
}

/// <summary>Names and sets of types.</summary>
internal static class SchemaTypeSets
{
    private const SchemaTypes AllButNull =
        SchemaTypes.Boolean | SchemaTypes.Object | SchemaTypes.Array | SchemaTypes.Number | SchemaTypes.String;

    /// <summary>The type with this name; none for an unknown name. <c>file</c> is Swagger 2.0's name of a binary string.</summary>
    public static SchemaTypes Parse(string name) => name switch
    {
        "null" => SchemaTypes.Null,
        "boolean" => SchemaTypes.Boolean,
        "object" => SchemaTypes.Object,
        "array" => SchemaTypes.Array,
        "number" => SchemaTypes.Number,
        "integer" => SchemaTypes.Integer,
        "string" or "file" => SchemaTypes.String,
        _ => SchemaTypes.None,
    };

    /// <summary>What a contract means by a type name that is none, where only one meaning is possible: the standard's type and format.</summary>
    public static (SchemaTypes Types, string? Format)? Guess(string name) => name.Trim().ToLowerInvariant() switch
    {
        "bool" => (SchemaTypes.Boolean, null),
        "int" or "int32" => (SchemaTypes.Integer, "int32"),
        "long" or "int64" or "bigint" => (SchemaTypes.Integer, "int64"),
        "float" => (SchemaTypes.Number, "float"),
        "double" => (SchemaTypes.Number, "double"),
        "decimal" or "numeric" => (SchemaTypes.Number, null),
        "date" => (SchemaTypes.String, "date"),
        "datetime" or "date-time" or "timestamp" => (SchemaTypes.String, "date-time"),
        "uuid" or "guid" => (SchemaTypes.String, "uuid"),
        "uri" or "url" => (SchemaTypes.String, "uri"),
        "binary" => (SchemaTypes.String, "binary"),
        "byte" => (SchemaTypes.String, "byte"),
        "str" or "text" or "char" or "email" or "password" => (SchemaTypes.String, null),
        "list" => (SchemaTypes.Array, null),
        "map" or "dictionary" or "hash" => (SchemaTypes.Object, null),
        "any" or "json" or "mixed" or "" => (SchemaTypes.None, null),
        var lower when Parse(lower) is var types and not SchemaTypes.None => (types, null),
        _ => null,
    };

    /// <summary>The types that both allow; <c>integer</c> is part of <c>number</c>. None of them when one side says nothing is the other side.</summary>
    public static SchemaTypes Intersect(SchemaTypes first, SchemaTypes second) =>
        first == SchemaTypes.None ? second
        : second == SchemaTypes.None ? first
        : (first & second)
            | (first.HasFlag(SchemaTypes.Integer) && second.HasFlag(SchemaTypes.Number) ? SchemaTypes.Integer : SchemaTypes.None)
            | (second.HasFlag(SchemaTypes.Integer) && first.HasFlag(SchemaTypes.Number) ? SchemaTypes.Integer : SchemaTypes.None);

    /// <summary>Without null, and without integer beside number.</summary>
    public static SchemaTypes Simplify(SchemaTypes types)
    {
        types &= ~SchemaTypes.Null;
        if (types.HasFlag(SchemaTypes.Number))
            types &= ~SchemaTypes.Integer;
        return types == AllButNull ? SchemaTypes.None : types;
    }

    public static int Count(SchemaTypes types) => BitOperations.PopCount((uint)types);

    /// <summary>The single types of a set, in a fixed order.</summary>
    public static IEnumerable<SchemaTypes> Split(SchemaTypes types) => Enum.GetValues<SchemaTypes>().Where(type => type != SchemaTypes.None && types.HasFlag(type));
}
