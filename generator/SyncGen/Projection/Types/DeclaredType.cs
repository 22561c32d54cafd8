using System.Collections.Frozen;

namespace SyncGen.Projection;

/// <summary>The type that a declaration of the models adds to a namespace.</summary>
internal static class DeclaredType
{
    /// <summary>Its name; null when it is none of a schema.</summary>
    public static string? NameOf(Declaration declaration) => InModels(declaration) ?? InJson(declaration);

    /// <summary>The declarations of schemas' types.</summary>
    public static FrozenDictionary<string, Declaration> ByName(IEnumerable<Declaration> declarations) => declarations
        .Where(declaration => NameOf(declaration) is not null)
        .ToFrozenDictionary(declaration => NameOf(declaration)!, StringComparer.Ordinal);

    /// <summary>Its name, where it stands in the API's namespace.</summary>
    public static string? InModels(Declaration declaration) => declaration switch
    {
        ModelRecord record => record.Name,
        ModelEnum list => list.Name,
        ModelClosedEnum list => list.Name,
        ModelUnion union => union.Name,
        _ => null,
    };

    /// <summary>Its name, where it stands in the namespace of the JSON code.</summary>
    public static string? InJson(Declaration declaration) => declaration switch
    {
        RecordCodec codec => codec.Codec,
        UnionCodec codec => codec.Codec,
        EnumCodec codec => codec.Codec,
        ClosedEnumCodec codec => codec.Codec,
        NamePattern pattern => pattern.Name,
        JsonCheck check => check.Name,
        _ => null,
    };
}
