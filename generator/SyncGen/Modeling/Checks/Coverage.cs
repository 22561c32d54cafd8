using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>What of a schema's own keywords its type settles already, so that no check need ask again. A whole schema is asked with nothing settled.</summary>
internal sealed record Coverage
{
    public static Coverage None { get; } = new();

    /// <summary>The kind of value.</summary>
    public bool Kinds { get; init; }

    public bool Listed { get; init; }

    /// <summary>Lengths and the one pattern.</summary>
    public bool Texts { get; init; }

    public bool Patterns { get; init; }

    public bool Bounds { get; init; }

    public bool Multiples { get; init; }

    /// <summary>The number of items, and that none appears twice.</summary>
    public bool Lists { get; init; }

    public bool Items { get; init; }

    public bool Contains { get; init; }

    /// <summary>The declared properties and those that are not declared.</summary>
    public bool Properties { get; init; }

    /// <summary>Members by patterns of their names.</summary>
    public bool PatternProperties { get; init; }

    public bool Names { get; init; }

    public bool MemberCount { get; init; }

    /// <summary>The names that reading demands.</summary>
    public ImmutableHashSet<string> Required { get; init; } = [];

    /// <summary>Something asks which items and members are spoken of, so that the names of settled ones count.</summary>
    public bool IsAskedForRest { get; init; }

    /// <summary>The places that the type is made of; what they refer to and combine are parts.</summary>
    public ImmutableArray<SchemaId> Roots { get; init; } = [];

    /// <summary>The schema that reading goes on with, which checks itself.</summary>
    public SchemaId? Target { get; init; }

    /// <summary>How far a <c>oneOf</c> or <c>anyOf</c> is settled; null where it is not.</summary>
    public Func<Location, string, UnionCoverage>? Unions { get; init; }

    /// <summary>A schema of its own is to be asked, not one that has a type.</summary>
    public bool IsWhole => Unions is null;
}

/// <summary>How far a type settles a union.</summary>
internal enum UnionCoverage
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>One case is chosen and read; whether another one matches, too, is not asked.</summary>
    Chosen,

    /// <summary>The type is that of the only case beside null.</summary>
    OnlyCase,

    /// <summary>Altogether.</summary>
    Settled,
}
