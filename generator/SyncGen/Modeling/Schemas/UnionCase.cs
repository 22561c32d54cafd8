using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>A case of a union while it is being shaped.</summary>
/// <param name="Place">As written in oneOf or anyOf.</param>
/// <param name="Target">What a plain reference leads to; the place itself when it is none.</param>
/// <param name="Keywords">All that the case says, and what the union's owner says of scalars.</param>
/// <param name="Kind">What its values are.</param>
internal sealed record UnionCase(Location Place, Location Target, SchemaKeywords Keywords, CaseKind Kind)
{
    public bool IsReference => Place != Target;
}

/// <summary>What the values of a union's case are.</summary>
internal enum CaseKind
{
    Null,
    Any,
    Boolean,
    Number,
    String,
    StringEnum,
    IntegerEnum,
    Array,
    Object,
    Union,
}
