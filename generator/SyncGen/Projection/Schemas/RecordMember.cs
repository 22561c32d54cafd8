using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>How a property of a record stands to presence and null.</summary>
internal enum MemberForm
{
    /// <summary>Must be set: <c>required T</c> or <c>required T?</c>.</summary>
    Required,

    /// <summary><c>required T?</c>: the contract requires it, but reading forgives that it is absent.</summary>
    Expected,

    /// <summary>Required on the wire with one possible value, which is set already.</summary>
    Constant,

    /// <summary>A discriminator with one value for this record: always written, never set.</summary>
    Fixed,

    /// <summary>A discriminator with several values for this record: the first one unless another is set or was read, always written.</summary>
    Chosen,

    /// <summary><c>T?</c>, null when absent.</summary>
    Optional,

    /// <summary><c>Optional&lt;T&gt;</c>, which tells absent from null.</summary>
    Distinct,

    /// <summary><c>T</c> with the contract's default when absent; whether it was there is kept beside it.</summary>
    Default,
}

/// <summary>A property of a record, its own or inherited.</summary>
/// <param name="Property">The property of the contract.</param>
/// <param name="Schema">The schema at the property.</param>
/// <param name="Name">The C# name.</param>
/// <param name="Type">The type without a mark of nullability.</param>
/// <param name="IsNullable">Null is a value.</param>
/// <param name="Default">The default or the constant as a C# expression; null for other forms.</param>
/// <param name="StoreName">For <see cref="MemberForm.Default"/>, the property that knows whether the member is present.</param>
internal sealed record RecordMember(
    Property Property,
    Schema Schema,
    string Name,
    CSharpType Type,
    bool IsNullable,
    MemberForm Form,
    string? Default,
    string? StoreName)
{
    /// <summary>The values that a discriminator can have, as C# expressions; empty for other forms.</summary>
    public ImmutableArray<string> Choices { get; init; } = [];

    /// <summary>The text on the wire when it has one value only, and that is a text.</summary>
    public string? Text { get; init; }

    /// <summary>The type of the C# property.</summary>
    public string PropertyType => Form switch
    {
        MemberForm.Optional or MemberForm.Expected => Type.Annotated(true),
        MemberForm.Distinct => $"Optional<{Type.Annotated(IsNullable)}>",
        _ => Type.Annotated(IsNullable),
    };

    /// <summary>The type that also has a value for an absent member.</summary>
    public string StoreType => Form == MemberForm.Default && IsNullable ? $"Optional<{Type.Annotated(true)}>"
        : Form == MemberForm.Distinct ? PropertyType
        : Type.Annotated(true);

    /// <summary>It is always written.</summary>
    public bool IsRequired => Form is MemberForm.Required or MemberForm.Constant or MemberForm.Fixed or MemberForm.Chosen;

    /// <summary>It must be there on reading, where that forgives nothing.</summary>
    public bool IsDemanded => Form is MemberForm.Required or MemberForm.Constant || (Property.IsRequired && Form is MemberForm.Fixed or MemberForm.Chosen);

    /// <summary>It tells the record from the other cases of a union.</summary>
    public bool IsDiscriminator => Form is MemberForm.Fixed or MemberForm.Chosen;

    /// <summary>Who makes a record must set it.</summary>
    public bool MustBeSet => Form is MemberForm.Required or MemberForm.Expected;

    /// <summary>The contract deprecates it.</summary>
    public bool IsObsolete => Schema.IsDeprecated;

    /// <summary>Presence is told by Optional&lt;T&gt;.</summary>
    public bool IsWrapped => Form == MemberForm.Distinct || (Form == MemberForm.Default && IsNullable);
}

/// <summary>The members of a record.</summary>
/// <param name="Inherited">Those of the base classes, outermost first.</param>
/// <param name="Own">Those declared here.</param>
/// <param name="Base">The base class, or null.</param>
/// <param name="Additional">The members that are not declared, own or inherited; null when they are not kept.</param>
internal sealed record RecordMembers(
    ImmutableArray<RecordMember> Inherited,
    ImmutableArray<RecordMember> Own,
    Schema? Base,
    AdditionalMembers? Additional)
{
    /// <summary>The names of properties that are passed over, own and inherited.</summary>
    public ImmutableArray<string> PassedOver { get; init; } = [];

    public ImmutableArray<RecordMember> All => [.. Inherited, .. Own];
}

/// <summary>The dictionary of members that the contract does not declare.</summary>
/// <param name="Name">The C# property.</param>
/// <param name="Schema">The schema of a value.</param>
/// <param name="Type">The type of a value, without a mark of nullability.</param>
/// <param name="NameType">The type that tells which names the contract speaks of; null when it speaks of all.</param>
internal sealed record AdditionalMembers(string Name, SchemaId Schema, CSharpType Type, bool IsNullable, string? NameType, bool IsInherited);
