using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>
/// The keywords of one schema, or of several that must all hold, free of dialect. Parts that two schemas constrain (a property declared
/// twice) are lists of places, all of which must hold.
/// </summary>
internal sealed record SchemaKeywords
{
    public static SchemaKeywords Empty { get; } = new();

    public SchemaTypes Types { get; init; }

    /// <summary>Null is allowed.</summary>
    public bool IsNullable { get; init; }

    public string? Format { get; init; }

    public string? ContentEncoding { get; init; }

    public string? ContentMediaType { get; init; }

    /// <summary><c>contentSchema</c>, or null.</summary>
    public Location? ContentSchema { get; init; }

    public int? MinLength { get; init; }

    public int? MaxLength { get; init; }

    public string? Pattern { get; init; }

    public NumberBound? Minimum { get; init; }

    public NumberBound? Maximum { get; init; }

    public string? MultipleOf { get; init; }

    /// <summary>The allowed values without null; null when any goes.</summary>
    public ImmutableArray<EnumValue>? Values { get; init; }

    /// <summary>Places that every item must match.</summary>
    public ImmutableArray<Location> Items { get; init; } = [];

    /// <summary>Places of the first items of a tuple.</summary>
    public ImmutableArray<Location> PrefixItems { get; init; } = [];

    public int? MinItems { get; init; }

    public int? MaxItems { get; init; }

    public bool HasUniqueItems { get; init; }

    /// <summary>What some of the items must match.</summary>
    public ImmutableArray<RawContains> Contains { get; init; } = [];

    /// <summary>In contract order.</summary>
    public ImmutableArray<PropertyKeywords> Properties { get; init; } = [];

    /// <summary>The object declares <c>properties</c>, be it none.</summary>
    public bool HasProperties { get; init; }

    public ImmutableArray<RequiredName> Required { get; init; } = [];

    /// <summary>The place of a schema for members that are not declared; null when there is none.</summary>
    public Location? Additional { get; init; }

    public bool IsClosed { get; init; }

    /// <summary>Closed by <c>additionalProperties</c>, which sees no property of other parts.</summary>
    public bool ForbidsOthers { get; init; }

    public ImmutableArray<PatternProperty> PatternProperties { get; init; } = [];

    public ImmutableArray<string> NamePatterns { get; init; } = [];

    public int? MinProperties { get; init; }

    public int? MaxProperties { get; init; }

    public ImmutableArray<RawUnion> Unions { get; init; } = [];

    public RawDiscriminator? Discriminator { get; init; }

    /// <summary>Nothing here says what values look like, but for the type and limits that hold for whole objects.</summary>
    public bool SaysNoMoreThanType =>
        Format is null && ContentEncoding is null && ContentMediaType is null && MinLength is null && MaxLength is null && Pattern is null
        && Minimum is null && Maximum is null && MultipleOf is null && Values is null
        && Items.IsEmpty && PrefixItems.IsEmpty && MinItems is null && MaxItems is null && !HasUniqueItems && Contains.IsEmpty
        && Properties.IsEmpty && Required.IsEmpty && Additional is null && PatternProperties.IsEmpty && NamePatterns.IsEmpty && Unions.IsEmpty;

    /// <summary>Nothing here says what values look like.</summary>
    public bool SaysNothing => Types == SchemaTypes.None && SaysNoMoreThanType && !IsClosed && !HasProperties;

    /// <summary>No value but null matches.</summary>
    public bool IsOnlyNull => Types == SchemaTypes.Null || (Values is { IsEmpty: true } && IsNullable);

    /// <summary>Declares members of an object, or restricts them.</summary>
    public bool SpeaksOfObject =>
        HasProperties || Additional is not null || IsClosed || !Required.IsEmpty || !PatternProperties.IsEmpty || !NamePatterns.IsEmpty
        || MinProperties is not null || MaxProperties is not null;
}

/// <summary>A lower or upper bound: a JSON number.</summary>
internal sealed record NumberBound(string Text, bool IsExclusive, SourceSpan Span);

/// <summary>A <c>contains</c>: what as many items must match.</summary>
internal sealed record RawContains(Location Place, int? Minimum, int? Maximum);

/// <summary>A declared property: all places that speak of it.</summary>
internal sealed record PropertyKeywords(string Name, SourceSpan NameSpan, ImmutableArray<Location> Places);

/// <summary>A name in <c>required</c>.</summary>
internal sealed record RequiredName(string Name, SourceSpan Span);

/// <summary>Members by a pattern of their names.</summary>
internal sealed record PatternProperty(string Pattern, Location Place);

/// <summary>A <c>oneOf</c> or <c>anyOf</c>.</summary>
/// <param name="Owner">The schema it stands in.</param>
/// <param name="Span">The place of the keyword.</param>
/// <param name="Cases">As written.</param>
internal sealed record RawUnion(SchemaId Owner, SourceSpan Span, ImmutableArray<Location> Cases);

/// <summary>A <c>discriminator</c>.</summary>
/// <param name="Owner">The schema it stands in.</param>
/// <param name="Mapping">Values and the texts that name their schemas.</param>
internal sealed record RawDiscriminator(Location Owner, string PropertyName, SourceSpan Span, ImmutableArray<RawMapping> Mapping)
{
    /// <summary><c>defaultMapping</c>, whose value is that keyword; or null.</summary>
    public RawMapping? Default { get; init; }
}

/// <summary>An entry of a discriminator's <c>mapping</c>.</summary>
/// <param name="Target">The text that names the schema.</param>
/// <param name="Schema">The schema; null where the text leads nowhere, which linking reports.</param>
internal sealed record RawMapping(string Value, string Target, SourceSpan Span, Location? Schema);
