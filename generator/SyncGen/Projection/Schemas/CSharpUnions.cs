namespace SyncGen.Projection;

/// <summary>A union: an abstract class with one sealed class for each case.</summary>
/// <param name="IsObsolete">The contract deprecates it.</param>
internal sealed record ModelUnion(
    string FileName,
    ImmutableArray<string> Documentation,
    string Name,
    string Codec,
    bool IsObsolete,
    string Unknown,
    string UnknownType,
    string UnknownParameter,
    ImmutableArray<UnionCase> Cases) : Declaration(FileName)
{
    /// <summary>What its values must be, beyond their types.</summary>
    public ModelRules? Rules { get; init; }

    public ImmutableArray<PatternField> Patterns => Rules?.Patterns ?? [];

    public bool HasPatterns => !Patterns.IsEmpty;
}

/// <param name="Name">The nested class: <c>CatCase</c>.</param>
/// <param name="Type">The type of its value.</param>
/// <param name="Parameter">The parameter of <c>Match</c>.</param>
/// <param name="ParameterName">The same without <c>@</c>, for the documentation.</param>
/// <param name="TypeText">The type, encoded for the documentation.</param>
/// <param name="HasConversion">A value of the type converts to the union.</param>
/// <param name="Kind">What it keeps of the discriminator, when the value does not declare it and several mean this case; or null.</param>
internal sealed record UnionCase(
    string Name,
    string Type,
    string Codec,
    string Parameter,
    string ParameterName,
    string TypeText,
    bool HasConversion,
    UnionCaseKind? Kind)
{
    /// <summary>The pattern behind the case's name that finds what is written.</summary>
    public string Pattern { get; init; } = "(var content)";

    /// <summary>The statements that write it.</summary>
    public ImmutableArray<string> Writes { get; init; } = [$"{Codec}.Write(writer, content);"];
}

/// <summary>The discriminator that a case was read with.</summary>
/// <param name="Name">The property.</param>
/// <param name="Type">The type of the value.</param>
/// <param name="First">A literal of the value that it has unless it was read.</param>
/// <param name="WireName">The name on the wire, encoded for the documentation.</param>
internal sealed record UnionCaseKind(string Name, string Type, string First, string WireName);

/// <summary>The codec of a union.</summary>
/// <param name="Limit">What the documentation says of it after the type's name; empty for the codec of the whole.</param>
/// <param name="UnknownResult">What a value is read as that is none of the cases.</param>
/// <param name="Discriminator">The UTF-8 literal of the property that tells the case, or null.</param>
/// <param name="Search">The method that finds it.</param>
/// <param name="OtherToken">The condition that a token is of no kind that it has.</param>
/// <param name="Kind">The expression that reads the value, where the condition does not; or null.</param>
/// <param name="Subject">The expression that the values are told by.</param>
/// <param name="Choices">The values of the discriminator.</param>
/// <param name="Arms">The cases by kind of JSON value, where there is no discriminator.</param>
/// <param name="Lookups">The kinds of object, when there are several and no discriminator, and those in lists.</param>
/// <param name="ObjectArms">What each kind of object is read as.</param>
internal sealed record UnionCodec(
    string FileName,
    string Name,
    string Codec,
    string Limit,
    string Unknown,
    string UnknownCodec,
    string UnknownResult,
    string? Discriminator,
    string Search,
    string OtherToken,
    string? Kind,
    string Subject,
    ImmutableArray<UnionArm> Choices,
    ImmutableArray<UnionArm> Arms,
    ImmutableArray<UnionLookup> Lookups,
    ImmutableArray<UnionArm> ObjectArms,
    ImmutableArray<UnionCase> Cases) : Declaration(FileName)
{
    /// <summary>The type of the check that the JSON must pass before it is read, or null.</summary>
    public string? Check { get; init; }

    public bool HasObjects => ObjectArms.Length > 0;
}

/// <summary>One arm of a switch.</summary>
internal sealed record UnionArm(string Pattern, string Result);

/// <summary>A table by which kinds of object are told apart.</summary>
/// <param name="Name">The field's: Objects, or Lists for the objects in lists.</param>
/// <param name="Cases">In the contract's order.</param>
internal sealed record UnionLookup(string Name, ImmutableArray<UnionObject> Cases);

/// <summary>What tells one kind of object from the others.</summary>
internal sealed record UnionObject(ImmutableArray<UnionObjectMember> Members);

/// <param name="Method">Needs or Allows; Keeps for members that the case does not declare.</param>
/// <param name="Arguments">Literals of the name, the kinds and the values; of the kinds alone.</param>
internal sealed record UnionObjectMember(string Method, string Arguments);
