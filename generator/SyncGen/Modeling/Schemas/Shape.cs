using SyncGen.Diagnostics;

namespace SyncGen.Modeling;

/// <summary>What the values of a schema look like, after allOf, unions, nullability and the three dialects have been settled.</summary>
internal abstract record Shape
{
    private Shape()
    {
    }

    /// <summary>The only values there are, null among them where it is one, when they are no <see cref="Enum"/>; empty when any goes.</summary>
    public ImmutableArray<JsonValue> Listed { get; init; } = [];

    /// <summary>Free-form JSON: the empty schema, <c>true</c>, or an object without any member declared.</summary>
    /// <param name="IsObject">The contract says it is an object, no more.</param>
    public sealed record Any(bool IsObject) : Shape
    {
        /// <summary>The least number of an object's members.</summary>
        public int? MinProperties { get; init; }

        /// <summary>The greatest number of an object's members.</summary>
        public int? MaxProperties { get; init; }
    }

    /// <summary>The same values as another schema: a <c>$ref</c>, or an allOf that wraps a lone one to describe it.</summary>
    public sealed record Reference(SchemaId Target) : Shape;

    public sealed record Boolean : Shape;

    /// <param name="Format"><c>format</c> as written (date-time, uuid, byte, binary, uri, ...), or "binary" for a file; null when absent.</param>
    /// <param name="ContentEncoding"><c>contentEncoding</c>: base64, base64url or another; null when absent.</param>
    /// <param name="MinLength">In Unicode code points.</param>
    /// <param name="MaxLength">In Unicode code points.</param>
    /// <param name="Pattern">An ECMA 262 regular expression, unanchored.</param>
    public sealed record String(string? Format, string? ContentEncoding, int? MinLength, int? MaxLength, string? Pattern) : Shape
    {
        /// <summary><c>contentMediaType</c>; null when absent, <c>*/*</c> where a file or a text is meant.</summary>
        public string? ContentMediaType { get; init; }

        /// <summary>What the text is as JSON (<c>contentSchema</c>), in contracts whose events carry such texts; else null.</summary>
        public SchemaId? Content { get; init; }

        /// <summary>In a multipart body the value is a file: bytes that no encoding turns into text.</summary>
        public bool IsFile => ContentEncoding is null && (Format == "binary" || (Format is null && ContentMediaType is not null));
    }

    /// <param name="IsInteger">Only whole numbers.</param>
    /// <param name="Format">int32, int64, float, double, decimal or another; null when absent.</param>
    /// <param name="Minimum">JSON number text, so that a bound beyond any C# type stays exact.</param>
    /// <param name="IsMinimumExclusive">The bound itself is excluded.</param>
    /// <param name="Maximum">JSON number text.</param>
    /// <param name="IsMaximumExclusive">The bound itself is excluded.</param>
    /// <param name="MultipleOf">JSON number text, positive.</param>
    public sealed record Number(
        bool IsInteger,
        string? Format,
        string? Minimum,
        bool IsMinimumExclusive,
        string? Maximum,
        bool IsMaximumExclusive,
        string? MultipleOf) : Shape;

    /// <summary>A list of values, all strings or all whole numbers; other enums are their base shape. A const is an enum of one.</summary>
    /// <param name="IsInteger">Whole numbers, else strings.</param>
    /// <param name="Values">In contract order, without null and duplicates.</param>
    public sealed record Enum(bool IsInteger, ImmutableArray<EnumValue> Values) : Shape
    {
        /// <summary>The contract allows any other value, too: it lists some beside the plain type.</summary>
        public bool IsOpen { get; init; }
    }

    /// <param name="Items">The schema of each item; of free-form JSON when the contract says nothing.</param>
    public sealed record Array(SchemaId Items, int? MinItems, int? MaxItems, bool HasUniqueItems) : Shape
    {
        /// <summary>What some of the items must be, as far as that can be compared.</summary>
        public ImmutableArray<Contained> Contains { get; init; } = [];
    }

    /// <summary>An object without declared properties whose members all have one schema.</summary>
    /// <param name="Values">The schema of each member's value.</param>
    public sealed record Map(SchemaId Values, int? MinProperties, int? MaxProperties) : Shape
    {
        /// <summary>What is said of the members' names.</summary>
        public NamePatterns Names { get; init; } = NamePatterns.None;
    }

    /// <summary>An object with declared properties.</summary>
    /// <param name="Base">The object schema it extends, which becomes its base class; <see cref="Properties"/> hold none of its members.</param>
    /// <param name="Properties">In contract order; those of merged allOf parts first.</param>
    /// <param name="Additional">The schema of members that are not declared, or null where the contract does not ask to keep them.</param>
    /// <param name="IsClosed"><c>additionalProperties: false</c>.</param>
    public sealed record Object(
        SchemaId? Base,
        ImmutableArray<Property> Properties,
        SchemaId? Additional,
        bool IsClosed,
        int? MinProperties,
        int? MaxProperties) : Shape
    {
        /// <summary>Its values are merge patches: an absent member means something else than null.</summary>
        public bool IsPatch { get; init; }

        /// <summary>What is said of the names of members that are not declared.</summary>
        public NamePatterns Names { get; init; } = NamePatterns.None;

        /// <summary>The members that are required and not declared.</summary>
        public ImmutableArray<string> Undeclared { get; init; } = [];

        /// <summary>The properties that only travel in the other direction, by name: neither written nor kept, and no error.</summary>
        public ImmutableArray<string> PassedOver { get; init; } = [];
    }

    /// <summary>One of several schemas.</summary>
    /// <param name="Cases">At least two, null removed.</param>
    /// <param name="Discriminator">The property that tells, where the contract names one or every case fixes one property to its own value.</param>
    public sealed record Union(ImmutableArray<SchemaId> Cases, Discriminator? Discriminator) : Shape;
}

/// <summary>What a contract says of members' names by ECMA 262 regular expressions, unanchored.</summary>
/// <param name="Typed">The names whose values have the schema, where others have values of any kind; null when all names are meant.</param>
/// <param name="Demanded">Each of these must match every name.</param>
internal sealed record NamePatterns(string? Typed, ImmutableArray<string> Demanded)
{
    public static NamePatterns None { get; } = new(null, []);
}

/// <summary>What as many items of a list must be.</summary>
/// <param name="Shape">A text, number or boolean as the items are, with constraints of its own.</param>
/// <param name="Maximum">Null when any number of items may be so.</param>
internal sealed record Contained(Shape Shape, int Minimum, int? Maximum);

/// <summary>A value of an enum.</summary>
/// <param name="Value">A <see cref="JsonValue.String"/> or a whole <see cref="JsonValue.Number"/>.</param>
/// <param name="Name">The author's name for it (<c>x-enum-varnames</c>, <c>x-enumNames</c>, <c>x-ms-enum</c>), or null.</param>
/// <param name="Description">From <c>x-enum-descriptions</c>, or null.</param>
/// <param name="Span">Where the value stands.</param>
internal sealed record EnumValue(JsonValue Value, string? Name, string? Description, SourceSpan Span);

/// <summary>A declared property of an object.</summary>
/// <param name="Name">The name on the wire.</param>
/// <param name="NameSpan">Where the name stands.</param>
/// <param name="Schema">The schema where the property is declared; its description, readOnly and deprecated speak of the property.</param>
/// <param name="IsRequired">The member must be present.</param>
internal sealed record Property(string Name, SourceSpan NameSpan, SchemaId Schema, bool IsRequired)
{
    /// <summary><c>x-ms-client-name</c>: the author's wish for the name in code, or null.</summary>
    public string? PreferredName { get; init; }
}

/// <summary>How a union tells its cases apart by one property.</summary>
/// <param name="PropertyName">The name on the wire.</param>
/// <param name="Kind">What kind of JSON value the property has.</param>
/// <param name="Values">Which value means which case, in contract order; several values may mean the same case.</param>
internal sealed record Discriminator(string PropertyName, DiscriminatorKind Kind, ImmutableArray<DiscriminatorValue> Values)
{
    /// <summary>The case of objects whose property is absent or has none of the values (OpenAPI 3.2 <c>defaultMapping</c>); null when these are none of the cases.</summary>
    public SchemaId? Default { get; init; }
}

/// <summary>The kinds of JSON value that can tell cases apart.</summary>
internal enum DiscriminatorKind
{
    Text,
    Integer,
    Boolean,
}

/// <summary>One value of the discriminator property.</summary>
/// <param name="Value">Its text; of a number or a boolean as JSON writes it.</param>
internal sealed record DiscriminatorValue(string Value, SchemaId Case);
