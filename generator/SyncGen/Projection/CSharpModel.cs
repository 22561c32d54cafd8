using System.Collections.Frozen;
using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The C# to be written, every decision made: names, types, order, escaping.</summary>
/// <param name="Namespace">The namespace of the public API; JSON code stands in <c>{Namespace}.Json</c>.</param>
/// <param name="RuntimeNamespace">The namespace of the runtime; its JSON code stands in <c>{RuntimeNamespace}.Json</c>.</param>
/// <param name="Declarations">One file each, sorted by file name.</param>
/// <param name="RuntimeFiles">Names of the files in templates/runtime/ that the declarations need, sorted, with what those need in turn.</param>
/// <param name="Aliases">The names of the user's own types and codecs, and of those that other targets make, with the namespaces that they stand in.</param>
/// <param name="JsonTypes">The types of the contract in the JSON namespace, whether or not they are among the declarations.</param>
/// <param name="ObsoleteTypes">The types that the contract deprecates.</param>
/// <param name="Lent">What is not among the declarations because other targets declare it.</param>
/// <param name="TypeNames">The types that the declarations make of schemas.</param>
/// <param name="Index">What became of what, for <c>inspect</c>.</param>
internal sealed record CSharpModel(
    string Namespace,
    string RuntimeNamespace,
    ImmutableArray<Declaration> Declarations,
    ImmutableArray<string> RuntimeFiles,
    FrozenDictionary<string, string> Aliases,
    FrozenSet<string> JsonTypes,
    FrozenSet<string> ObsoleteTypes,
    ImmutableArray<LentDeclaration> Lent,
    FrozenDictionary<SchemaId, string> TypeNames,
    ContractIndex Index);

/// <summary>A type that another target declares.</summary>
/// <param name="Ours">What it would be here.</param>
/// <param name="Theirs">What it is there.</param>
/// <param name="Namespace">The namespace of the other target.</param>
/// <param name="Span">Where its schema stands.</param>
internal sealed record LentDeclaration(string Name, Declaration Ours, Declaration Theirs, string Namespace, SourceSpan Span)
{
    public string FullName => DeclaredType.InJson(Ours) is null ? $"{Namespace}.{Name}" : $"{Namespace}.Json.{Name}";
}

/// <summary>
/// A generated file. The record's name is the template's name: <c>ModelRecord</c> is laid out by templates/ModelRecord.scriban,
/// which sees the record's own properties and <c>Namespace</c>, nothing else.
/// </summary>
/// <param name="FileName">Path below the output folder, for example <c>Models/EventBatch.g.cs</c>.</param>
internal abstract record Declaration(string FileName);

/// <summary>A record of the models.</summary>
/// <param name="Documentation">The lines behind <c>///</c>.</param>
/// <param name="IsObsolete">The contract deprecates it.</param>
/// <param name="Base">The base record, or null.</param>
/// <param name="IsSealed">Nothing extends it.</param>
/// <param name="Printing">How its members are printed when some are secret; null to leave that to the compiler.</param>
/// <param name="Rules">What its values must be, beyond their types; or null.</param>
/// <param name="UsesObsolete">Printing or checking touches members that the contract deprecates.</param>
internal sealed record ModelRecord(
    string FileName,
    ImmutableArray<string> Documentation,
    string Name,
    string Codec,
    bool IsObsolete,
    string? Base,
    bool IsSealed,
    ImmutableArray<ModelProperty> Properties,
    ModelAdditional? Additional,
    ModelPrinting? Printing,
    ModelRules? Rules,
    bool UsesObsolete) : Declaration(FileName)
{
    /// <summary>What stands behind the name: the base record and the interfaces; or empty.</summary>
    public string BaseList => (Base, Rules) switch
    {
        (null, { IsOverride: false }) => " : IValidated, IValidatedPart",
        ({ } record, { IsOverride: false }) => $" : {record}, IValidated, IValidatedPart",
        ({ } record, _) => $" : {record}",
        _ => "",
    };

    public ImmutableArray<PatternField> Patterns => Rules?.Patterns ?? [];

    public bool HasPatterns => !Patterns.IsEmpty;
}

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
/// <param name="IsClosed">A property that is not declared is an error.</param>
/// <param name="DeclaredNames">Literals of the names that no additional member can have; null when there is none.</param>
/// <param name="SeenWords">The locals that hold the bits of members seen, 64 each.</param>
/// <param name="SharesMembers">A union writes its members behind a discriminator that the record does not declare.</param>
/// <param name="UsesObsolete">It touches members that the contract deprecates.</param>
internal sealed record RecordCodec(
    string FileName,
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
    bool IsClosed,
    CodecAdditional? Additional,
    ImmutableArray<string>? DeclaredNames,
    bool SharesMembers,
    bool UsesObsolete) : Declaration(FileName)
{
    /// <summary>The type of the check that the JSON must pass, or null.</summary>
    public string? Check { get; init; }

    /// <summary>The check asks for members of any name.</summary>
    public bool NotesAll { get; init; }
}

/// <summary>A member of a record on its way from and to JSON.</summary>
/// <param name="NameField">The field of the encoded name.</param>
/// <param name="NameText">The literal of the name.</param>
/// <param name="NameUtf8">The UTF-8 literal of the name.</param>
/// <param name="Local">The local that holds the value.</param>
/// <param name="LocalType">The local's type, which has a value for an absent member.</param>
/// <param name="LocalDefault">That value.</param>
/// <param name="Advance">The call that moves the reader from the name to the value; null where <paramref name="Read"/> holds it.</param>
/// <param name="Write">The call that writes name and value.</param>
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
    string? Advance,
    string Write,
    bool IsWrapped,
    string Property,
    string Value,
    string? Presence,
    string? Check,
    string Read)
{
    /// <summary>A null is passed over, where one value of a few is expected.</summary>
    public bool ForgivesNull { get; init; }

    /// <summary>The check asks for it.</summary>
    public bool IsNoted { get; init; }
}

/// <summary>A member that is passed over although members which the contract does not declare are kept.</summary>
internal sealed record IgnoredMember(string NameUtf8, int NameLength);

/// <summary>The required members whose bits one local holds.</summary>
/// <param name="Constant">The name of the constant with their bits.</param>
/// <param name="Bits">Its value.</param>
/// <param name="Names">Literals of their names, separated by commas.</param>
internal sealed record RequiredMembers(string Seen, string Constant, string Bits, string Names);

/// <param name="MapCodec">The codec of all of them as a map.</param>
internal sealed record CodecAdditional(string Local, string Property, string ValueType, string MapCodec);

/// <summary>Tells the names of members by a pattern.</summary>
/// <param name="Text">The pattern, encoded for the documentation.</param>
/// <param name="Patterns">The pattern.</param>
internal sealed record NamePattern(
    string FileName,
    string Name,
    string Text,
    ImmutableArray<PatternField> Patterns) : Declaration(FileName)
{
    public bool HasPatterns => Patterns.Length > 0;
}

/// <summary>What the contract says of a value's JSON and no type can hold.</summary>
/// <param name="Documentation">What of it.</param>
/// <param name="FirstLine">The expression of the check, or its first line.</param>
/// <param name="Lines">Its other lines.</param>
internal sealed record JsonCheck(
    string FileName,
    string Name,
    string Documentation,
    ImmutableArray<PatternField> Patterns,
    string FirstLine,
    ImmutableArray<string> Lines) : Declaration(FileName)
{
    public bool HasPatterns => Patterns.Length > 0;

    public bool HasLines => Lines.Length > 0;
}

/// <summary>The constraints of a record or union.</summary>
/// <param name="Method">The method that checks, up to its parameter.</param>
/// <param name="IsOverride">The base record has constraints of its own and checks them first.</param>
/// <param name="IsOverridden">Derived records check more.</param>
/// <param name="Calls">The calls that check a record.</param>
/// <param name="Cases">Of a union.</param>
/// <param name="UsesObsolete">It touches members that the contract deprecates.</param>
internal sealed record ModelRules(
    string Method,
    bool IsOverride,
    bool IsOverridden,
    ImmutableArray<PatternField> Patterns,
    ImmutableArray<string> Calls,
    ImmutableArray<RuleCase> Cases,
    bool UsesObsolete)
{
    public bool IsUnion => Cases.Length > 0;

    /// <summary>One call is all.</summary>
    public bool IsSingle => Calls.Length == 1 && !IsOverride && !IsUnion;
}

/// <param name="Literal">The pattern as a C# literal.</param>
/// <param name="IsLinear">It runs in time linear in the text; others run against a clock.</param>
internal sealed record PatternField(string Name, string Literal, bool IsLinear);

/// <param name="Pattern">What finds the case, and its value as <c>value</c>.</param>
/// <param name="Calls">What checks it.</param>
internal sealed record RuleCase(string Pattern, ImmutableArray<string> Calls);

/// <summary>Every type of the API for System.Text.Json.</summary>
/// <param name="Name">For example <c>SyncJsonContext</c>.</param>
internal sealed record JsonContext(string FileName, string Name, ImmutableArray<JsonContextFormat> Formats) : Declaration(FileName);

/// <param name="Type">A type that the serializer may be asked for.</param>
/// <param name="Expression">Its format.</param>
internal sealed record JsonContextFormat(string Type, string Expression);

/// <summary>What binds an output to one version of the NuGet packages that hold its runtime.</summary>
/// <param name="Version">The version, which is that of the generator.</param>
/// <param name="Packages">The packages that the output needs: <c>SyncGen.Runtime, SyncGen.Runtime.AspNetCore</c>.</param>
/// <param name="Member">The constant that this version alone has, for example <c>Version_1_2_0</c>.</param>
internal sealed record RuntimePackage(string FileName, string Version, string Packages, string Member) : Declaration(FileName);
