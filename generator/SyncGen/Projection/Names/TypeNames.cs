using System.Collections.Frozen;
using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The names of the types that schemas become.</summary>
/// <param name="Of">By schema; equal inline enums have one name.</param>
/// <param name="Declared">The schemas that a type is declared for, in contract order.</param>
/// <param name="Table">The names taken in the API's namespace; operations add theirs.</param>
internal sealed record TypeNames(FrozenDictionary<SchemaId, string> Of, ImmutableArray<Schema> Declared, NameTable Table)
{
    public static TypeNames Build(ApiModel api, ImmutableArray<string> operationNames, CodeStyle style, DiagnosticBag diagnostics) =>
        new TypeNamer(api, operationNames, style, diagnostics).Name();

    /// <summary>Whether a schema of this shape becomes a type of its own; all others are written by types that exist.</summary>
    public static bool IsDeclared(Shape shape) => shape is Shape.Object or Shape.Enum or Shape.Union;
}
