namespace SyncGen.Projection;

/// <summary>An open enum: a struct over the value on the wire.</summary>
/// <param name="IsObsolete">The contract deprecates it.</param>
/// <param name="Texts">The literals of the values when they are strings, in lines.</param>
internal sealed record ModelEnum(
    string FileName,
    ImmutableArray<string> Documentation,
    string Name,
    string Codec,
    bool IsObsolete,
    ImmutableArray<string> Texts,
    ImmutableArray<EnumMember> Members) : Declaration(FileName)
{
    /// <summary>The values are strings, else whole numbers.</summary>
    public bool IsText => !Texts.IsEmpty;

    /// <summary>The literals take several lines.</summary>
    public bool IsWide => Texts.Length > 1;
}

/// <summary>A C# enum, which has the contract's values and no other.</summary>
/// <param name="IsObsolete">The contract deprecates it.</param>
internal sealed record ModelClosedEnum(
    string FileName,
    ImmutableArray<string> Documentation,
    string Name,
    string Codec,
    bool IsObsolete,
    ImmutableArray<EnumMember> Members) : Declaration(FileName);

/// <param name="Literal">The value as a C# literal.</param>
/// <param name="Utf8">The value as a UTF-8 literal; empty for numbers.</param>
internal sealed record EnumMember(ImmutableArray<string> Documentation, string Name, string Literal, string Utf8, int Utf8Length);

/// <summary>The codec of an open enum of whole numbers.</summary>
internal sealed record EnumCodec(string FileName, string Name, string Codec) : Declaration(FileName);

/// <summary>The codec of a C# enum.</summary>
/// <param name="Expected">A literal that lists the values.</param>
internal sealed record ClosedEnumCodec(
    string FileName,
    string Name,
    string Codec,
    bool IsText,
    string Expected,
    ImmutableArray<EnumMember> Members) : Declaration(FileName);
