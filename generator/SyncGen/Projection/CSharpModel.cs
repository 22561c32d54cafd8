using System.Collections.Frozen;

namespace SyncGen.Projection;

/// <summary>The C# to be written, every decision made: names, types, order, escaping.</summary>
/// <param name="Namespace">The namespace of the public API; JSON code stands in <c>{Namespace}.Json</c>.</param>
/// <param name="Declarations">One file each, sorted by file name.</param>
/// <param name="RuntimeFiles">Names of the files in templates/runtime/ that the declarations need, sorted, with what those need in turn.</param>
/// <param name="ObsoleteTypes">The types that the contract deprecates.</param>
/// <param name="Index">What became of what, for <c>inspect</c>.</param>
internal sealed record CSharpModel(
    string Namespace,
    ImmutableArray<Declaration> Declarations,
    ImmutableArray<string> RuntimeFiles,
    FrozenSet<string> ObsoleteTypes,
    ContractIndex Index);

/// <summary>
/// A generated file. The record's name is the template's name: <c>ModelRecord</c> is laid out by templates/ModelRecord.scriban,
/// which sees the record's own properties and <c>Namespace</c>, nothing else.
/// </summary>
/// <param name="FileName">Path below the output folder, for example <c>Models/EventBatch.g.cs</c>.</param>
/// <param name="Usings">The namespaces the file needs, sorted, System first.</param>
internal abstract record Declaration(string FileName, ImmutableArray<string> Usings);

/// <summary>A record of the models.</summary>
/// <param name="Documentation">The lines behind <c>///</c>.</param>
/// <param name="IsObsolete">The contract deprecates it.</param>
/// <param name="Base">The base record, or null.</param>
/// <param name="IsSealed">Nothing extends it.</param>
/// <param name="Printing">How its members are printed when some are secret; null to leave that to the compiler.</param>
/// <param name="UsesObsolete">Printing touches members that the contract deprecates.</param>
internal sealed record ModelRecord(
    string FileName,
    ImmutableArray<string> Usings,
    ImmutableArray<string> Documentation,
    string Name,
    string Codec,
    bool IsObsolete,
    string? Base,
    bool IsSealed,
    ImmutableArray<ModelProperty> Properties,
    ModelAdditional? Additional,
    ModelPrinting? Printing,
    bool UsesObsolete) : Declaration(FileName, Usings);

/// <summary>A property of a record.</summary>
/// <param name="IsObsolete">The contract deprecates it.</param>
/// <param name="HasObsoleteGetter">The contract deprecates it and requires it.</param>
/// <param name="WireName">A literal of the name on the wire.</param>
/// <param name="Type">With its mark of nullability.</param>
/// <param name="Initializer">What it is set to from the start, or null.</param>
/// <param name="Store">Where the value stands when an absent member reads as the contract's default, or null.</param>
/// <param name="Choice">The values that it can be set to, when it tells the record from other cases of a union by several; or null.</param>
internal sealed record ModelProperty(
    ImmutableArray<string> Documentation,
    bool IsObsolete,
    bool HasObsoleteGetter,
    string Name,
    string WireName,
    string Type,
    bool IsRequired,
    string? Initializer,
    ModelStore? Store,
    ModelChoice? Choice)
{
    /// <summary>It cannot be set.</summary>
    public bool IsFixed { get; init; }
}

/// <summary>A property that has one of a few values.</summary>
/// <param name="Field">The field that holds it.</param>
/// <param name="First">The value that it has from the start.</param>
/// <param name="Condition">The condition that <c>value</c> is one of them.</param>
/// <param name="Message">A literal of what the exception says otherwise.</param>
internal sealed record ModelChoice(string Field, string First, string Condition, string Message);

/// <summary>A property that also knows whether the member is present.</summary>
/// <param name="Read">The expression that reads it with the default: <c>LimitIfPresent ?? 10</c>.</param>
/// <param name="Write">The expression that keeps <c>value</c>.</param>
internal sealed record ModelStore(string Name, string Type, string Read, string Write);

/// <summary>The dictionary of members that the contract does not declare.</summary>
/// <param name="ValueType">With its mark of nullability.</param>
internal sealed record ModelAdditional(string Name, string ValueType);

/// <summary>How a record prints its members so that no secret shows.</summary>
/// <param name="Modifiers">Of the method PrintMembers.</param>
/// <param name="HasBase">The base record prints first.</param>
internal sealed record ModelPrinting(string Modifiers, bool HasBase, ImmutableArray<PrintedMember> Members);

/// <param name="Label">A literal of the separator and the name.</param>
/// <param name="IsSecret">Only its name may show.</param>
internal sealed record PrintedMember(string Label, string Name, bool IsSecret);

/// <summary>The codec of a record.</summary>
/// <param name="Limit">What the documentation says of it after the type's name; empty for the codec of the whole.</param>
/// <param name="HasNames">There are members to tell from others.</param>
/// <param name="HasContent">The record has something to set.</param>
/// <param name="DeclaredNames">Literals of the names that no additional member can have; null when there is none.</param>
/// <param name="SeenWords">The locals that hold the bits of members seen, 64 each.</param>
/// <param name="SharesMembers">A union writes its members behind a discriminator that the record does not declare.</param>
/// <param name="UsesObsolete">It touches members that the contract deprecates.</param>
internal sealed record RecordCodec(
    string FileName,
    ImmutableArray<string> Usings,
    string Name,
    string Codec,
    string Limit,
    bool HasMembers,
    bool HasNames,
    bool HasContent,
    ImmutableArray<string> SeenWords,
    ImmutableArray<CodecMember> Members,
    ImmutableArray<IgnoredMember> Ignored,
    ImmutableArray<RequiredMembers> Required,
    CodecAdditional? Additional,
    ImmutableArray<string>? DeclaredNames,
    bool SharesMembers,
    bool UsesObsolete) : Declaration(FileName, Usings)
{
    /// <summary>The record has something to write.</summary>
    public bool HasWritten => HasMembers || Additional is not null;

    public bool HasWriter => HasWritten || SharesMembers;
}

/// <summary>A member of a record on its way from and to JSON.</summary>
/// <param name="NameField">The field of the encoded name.</param>
/// <param name="NameText">The literal of the name.</param>
/// <param name="NameUtf8">The UTF-8 literal of the name.</param>
/// <param name="Local">The local that holds the value.</param>
/// <param name="LocalType">The local's type, which has a value for an absent member.</param>
/// <param name="LocalDefault">That value.</param>
/// <param name="Advance">The call that moves the reader from the name to the value.</param>
/// <param name="IsWrapped">The local is an <c>Optional</c>.</param>
/// <param name="Property">The property that the value is set by.</param>
/// <param name="Value">The local as the property takes it.</param>
/// <param name="Presence">The condition under which it is written, which declares the local; null when it is always written.</param>
/// <param name="Check">The call that reads it when it can have one value only, and nothing is kept; or null.</param>
/// <param name="Read">The expression that reads it.</param>
internal sealed record CodecMember(
    string NameField,
    string NameText,
    string NameUtf8,
    int NameLength,
    string Local,
    string LocalType,
    string LocalDefault,
    string Advance,
    string WriteCodec,
    bool IsWrapped,
    string Property,
    string Value,
    string? Presence,
    string? Check,
    string Read);

/// <summary>A member that is passed over although members which the contract does not declare are kept.</summary>
internal sealed record IgnoredMember(string NameUtf8, int NameLength);

/// <summary>The required members whose bits one local holds.</summary>
/// <param name="Constant">The name of the constant with their bits.</param>
/// <param name="Bits">Its value.</param>
/// <param name="Names">Literals of their names, separated by commas.</param>
internal sealed record RequiredMembers(string Seen, string Constant, string Bits, string Names);

/// <param name="MapCodec">The codec of all of them as a map.</param>
internal sealed record CodecAdditional(string Local, string Property, string ValueType, string MapCodec);

/// <summary>A union: an abstract record with one sealed record for each case.</summary>
/// <param name="IsObsolete">The contract deprecates it.</param>
internal sealed record ModelUnion(
    string FileName,
    ImmutableArray<string> Usings,
    ImmutableArray<string> Documentation,
    string Name,
    string Codec,
    bool IsObsolete,
    string Unknown,
    string UnknownType,
    string UnknownParameter,
    ImmutableArray<UnionCase> Cases) : Declaration(FileName, Usings);

/// <param name="Name">The nested record: <c>CatCase</c>.</param>
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
/// <param name="First">A literal of the value that it has unless it was read.</param>
/// <param name="WireName">The name on the wire, encoded for the documentation.</param>
internal sealed record UnionCaseKind(string Name, string First, string WireName);

/// <summary>The codec of a union.</summary>
/// <param name="Limit">What the documentation says of it after the type's name; empty for the codec of the whole.</param>
/// <param name="UnknownResult">What a value is read as that is none of the cases.</param>
/// <param name="Discriminator">The UTF-8 literal of the property that tells the case, or null.</param>
/// <param name="Search">The method that finds it.</param>
/// <param name="OtherToken">The condition that a token is of no kind that it has.</param>
/// <param name="Choices">The values of the discriminator.</param>
/// <param name="Arms">The cases by kind of JSON value, where there is no discriminator.</param>
/// <param name="Lookups">The kinds of object, when there are several and no discriminator, and those in lists.</param>
/// <param name="ObjectArms">What each kind of object is read as.</param>
internal sealed record UnionCodec(
    string FileName,
    ImmutableArray<string> Usings,
    string Name,
    string Codec,
    string Limit,
    string Unknown,
    string UnknownCodec,
    string UnknownResult,
    string? Discriminator,
    string Search,
    string OtherToken,
    ImmutableArray<UnionChoice> Choices,
    ImmutableArray<UnionArm> Arms,
    ImmutableArray<UnionLookup> Lookups,
    ImmutableArray<UnionArm> ObjectArms,
    ImmutableArray<UnionCase> Cases) : Declaration(FileName, Usings)
{
    public bool HasObjects => ObjectArms.Length > 0;
}

/// <summary>One value of a discriminator.</summary>
internal sealed record UnionChoice(string Utf8, int Length, string Result);

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

/// <summary>Tells the names of members by a pattern.</summary>
/// <param name="Text">The pattern, encoded for the documentation.</param>
/// <param name="Patterns">The pattern.</param>
internal sealed record NamePattern(
    string FileName,
    ImmutableArray<string> Usings,
    string Name,
    string Text,
    ImmutableArray<PatternField> Patterns) : Declaration(FileName, Usings)
{
    public bool HasPatterns => Patterns.Length > 0;
}

/// <summary>The constraints of a record or union: the part with <c>Validate</c>.</summary>
/// <param name="Modifiers">Of the method that checks.</param>
/// <param name="IsOverride">The base record has constraints of its own and checks them first.</param>
/// <param name="Checks">Of a record's members.</param>
/// <param name="Additional">The calls that check the members which the contract does not declare.</param>
/// <param name="Count">The call that checks how many members there are, or null.</param>
/// <param name="Cases">Of a union.</param>
/// <param name="UsesObsolete">It touches members that the contract deprecates.</param>
internal sealed record ModelRules(
    string FileName,
    ImmutableArray<string> Usings,
    string Name,
    string Modifiers,
    bool IsOverride,
    ImmutableArray<PatternField> Patterns,
    ImmutableArray<RuleCheck> Checks,
    ImmutableArray<string> Additional,
    string? Count,
    ImmutableArray<RuleCase> Cases,
    bool UsesObsolete) : Declaration(FileName, Usings)
{
    public bool HasPatterns => Patterns.Length > 0;

    public bool HasCases => Cases.Length > 0;
}

/// <param name="Literal">The pattern as a C# literal.</param>
/// <param name="IsLinear">It runs in time linear in the text; others run against a clock.</param>
internal sealed record PatternField(string Name, string Literal, bool IsLinear);

/// <param name="Type">The type of the value.</param>
/// <param name="WireName">A literal of the name on the wire.</param>
/// <param name="Value">The expression that reads it, null when absent.</param>
/// <param name="Function">What checks it.</param>
internal sealed record RuleCheck(string Type, string WireName, string Value, string Function);

/// <param name="Name">The nested record.</param>
/// <param name="Function">What checks its value.</param>
internal sealed record RuleCase(string Name, string Function);

/// <summary>Every type of the API for System.Text.Json.</summary>
/// <param name="Name">For example <c>SyncJsonContext</c>.</param>
internal sealed record JsonContext(string FileName, ImmutableArray<string> Usings, string Name, ImmutableArray<JsonContextFormat> Formats) : Declaration(FileName, Usings);

/// <param name="Type">A type that the serializer may be asked for.</param>
/// <param name="Expression">Its format.</param>
internal sealed record JsonContextFormat(string Type, string Expression);
