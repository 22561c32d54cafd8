using System.Collections.Frozen;
using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The names of the types that schemas become.</summary>
/// <param name="Of">By schema; equal inline enums have one name.</param>
/// <param name="Declared">The schemas that a type is declared for, in contract order.</param>
/// <param name="Table">The names taken in the API's namespace; operations add theirs.</param>
/// <param name="OfNamePatterns">The types that tell which names of a map have its type, by pattern.</param>
internal sealed record TypeNames(FrozenDictionary<SchemaId, string> Of, ImmutableArray<Schema> Declared, NameTable Table, FrozenDictionary<string, string> OfNamePatterns)
{
    public static TypeNames Build(ApiModel api, ImmutableArray<string> operationNames, LentTypes lent, CodeStyle style, DiagnosticBag diagnostics) =>
        new TypeNamer(api, operationNames, lent, style, diagnostics).Name();

    /// <summary>The type that tells which names a map's type speaks of; null when it speaks of all.</summary>
    public string? NameTypeOf(NamePatterns names) => names.Typed is { } pattern ? OfNamePatterns.GetValueOrDefault(pattern) : null;

    /// <summary>Whether a schema of this shape becomes a type of its own; all others are written by types that exist.</summary>
    public static bool IsDeclared(Shape shape) => shape is Shape.Object or Shape.Enum or Shape.Union;
}
