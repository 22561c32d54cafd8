using SyncGen.Diagnostics;

namespace SyncGen;

/// <summary>What to generate; any subset.</summary>
[Flags]
internal enum EmitKinds
{
    None = 0,

    /// <summary>Models and their JSON code; Microsoft.NETCore.App alone.</summary>
    Models = 1,

    /// <summary>Client interface and proxy; needs the models.</summary>
    Client = 2,

    /// <summary>Controller base classes; the ASP.NET Core framework.</summary>
    Server = 4,

    /// <summary>AddXClient; the package Microsoft.Extensions.Http.</summary>
    DependencyInjection = 8,

    /// <summary>Minimal-API endpoints; the ASP.NET Core framework without controllers.</summary>
    Endpoints = 16,

    /// <summary>Fakes of the clients for tests; needs the client.</summary>
    Fakes = 32,

    /// <summary>An endpoint that serves the contract; the ASP.NET Core framework.</summary>
    Contract = 64,

    /// <summary>What completes OpenAPI documents of a server by the contract; the package Microsoft.OpenApi.</summary>
    OpenApi = 128,

    /// <summary>Endpoints that receive webhooks and callbacks; the ASP.NET Core framework.</summary>
    WebhookReceivers = 256,

    /// <summary>A client that sends webhooks and callbacks; needs the models.</summary>
    WebhookSenders = 512,

    /// <summary>All that serves.</summary>
    AnyServer = Server | Endpoints | Contract | WebhookReceivers,
}

/// <summary>How free-form JSON appears in models.</summary>
internal enum FreeFormJson
{
    /// <summary>System.Text.Json's JsonElement.</summary>
    Element,

    /// <summary>RawJson, a struct over the UTF-8 text that parses on demand.</summary>
    Raw,
}

/// <summary>What reading forgives that contradicts the contract; any subset.</summary>
[Flags]
internal enum Leniency
{
    None = 0,

    /// <summary>Of members with one name the last one counts.</summary>
    Duplicates = 1,

    /// <summary>Null for a member that may be absent reads as absent.</summary>
    Nulls = 2,

    /// <summary>Required members may be absent, and are null then.</summary>
    Missing = 4,

    /// <summary>Numbers and booleans may stand in quotes.</summary>
    Quotes = 8,

    /// <summary>Dates and times need not be written as RFC 3339 says, and an empty text stands for none.</summary>
    Times = 16,

    /// <summary>Properties that a closed object does not declare are passed over.</summary>
    Extra = 32,
}

/// <summary>What becomes of an object's members that the contract neither declares nor forbids.</summary>
internal enum UnknownMembers
{
    /// <summary>They are passed over.</summary>
    Skip,

    /// <summary>A record keeps and writes them.</summary>
    Keep,

    /// <summary>They are an error.</summary>
    Refuse,
}

/// <summary>A runtime that the output does not carry.</summary>
/// <param name="Namespace">Its namespace.</param>
internal abstract record OuterRuntime(string Namespace);

/// <summary>A runtime that several outputs use.</summary>
/// <param name="Folder">Full path of the folder that holds it and nothing else.</param>
/// <param name="Namespace">Its namespace.</param>
internal sealed record SharedRuntime(string Folder, string Namespace) : OuterRuntime(Namespace);

/// <summary>The runtime of the NuGet packages.</summary>
/// <param name="Version">The version that the packages must have.</param>
internal sealed record PackagedRuntime(string Version) : OuterRuntime(Name)
{
    /// <summary>The namespace of the runtime, and the package that holds what all code needs.</summary>
    public const string Name = "SyncGen.Runtime";
}

/// <summary>What the user asked for, paths made absolute.</summary>
/// <param name="Contracts">Full paths, in the user's order.</param>
/// <param name="Root">Full path of the folder that no reference may leave.</param>
/// <param name="Output">Full path of the output folder.</param>
/// <param name="Namespace">The namespace of the generated code.</param>
/// <param name="Name">The API's name (the group of operations without a tag, file names of shared code); null to take the contract's file stem.</param>
/// <param name="Emit">What to generate.</param>
/// <param name="Operations">Patterns of the operations to generate code for, or behind an exclamation mark not to; empty for all.</param>
/// <param name="Style">The choices that change how C# looks.</param>
/// <param name="Templates">The overriding templates by name.</param>
/// <param name="Diagnostics">How severities are tuned.</param>
/// <param name="IsForced">Overwrite generated files that were edited by hand.</param>
internal sealed record Options(
    ImmutableArray<string> Contracts,
    string Root,
    string Output,
    string Namespace,
    string? Name,
    EmitKinds Emit,
    ImmutableArray<string> Operations,
    CodeStyle Style,
    ImmutableDictionary<string, SourceFile> Templates,
    DiagnosticSettings Diagnostics,
    bool IsForced)
{
    /// <summary>The most MiB of code; null for what the size of the contracts allows.</summary>
    public int? MaxOutput { get; init; }

    /// <summary>Null for a runtime in the output folder, in the namespace <c>{Namespace}.Runtime</c>.</summary>
    public OuterRuntime? Runtime { get; init; }

    /// <summary>The files whose types other targets make.</summary>
    public ImmutableArray<LentFile> LentFiles { get; init; } = [];

    /// <summary>Inline schemas that say the same are one type.</summary>
    public bool SharesInline { get; init; }

    /// <summary>Types are internal, so that no other assembly can use them.</summary>
    public bool IsInternal { get; init; }
}

/// <summary>A file of schemas whose types another target makes.</summary>
/// <param name="Path">Full path of the file.</param>
/// <param name="Span">Where the user says it.</param>
/// <param name="Lender">The options of the other target.</param>
internal sealed record LentFile(string Path, SourceSpan Span, Options Lender);

/// <summary>The choices that change how the generated C# looks.</summary>
/// <param name="FreeForm">The type of free-form JSON.</param>
/// <param name="UsesDecimal">number is decimal, not double.</param>
/// <param name="HasClosedEnums">An unknown enum value is an error on reading.</param>
/// <param name="UsesOptional">Optional and nullable properties are Optional&lt;T&gt;, which tells absent from null.</param>
/// <param name="Lenient">What reading forgives.</param>
/// <param name="Names">C# names by <c>file#pointer</c>, over every rule.</param>
internal sealed record CodeStyle(
    FreeFormJson FreeForm,
    bool UsesDecimal,
    bool HasClosedEnums,
    bool UsesOptional,
    Leniency Lenient,
    ImmutableDictionary<string, string> Names)
{
    /// <summary>What becomes of members that the contract neither declares nor forbids.</summary>
    public UnknownMembers Unknown { get; init; }

    /// <summary>Texts must have the form that their <c>format</c> names, where C# has no type for it.</summary>
    public bool ChecksFormats { get; init; }

    /// <summary>The formats <c>time</c> and <c>duration</c> are TimeOnly and TimeSpan, not strings.</summary>
    public bool HasTimeTypes { get; init; }

    /// <summary>A server need not implement every operation: what it leaves out returns 501.</summary>
    public bool AllowsUnimplemented { get; init; }

    /// <summary>Types of the user's own, by what they stand for: <c>format:pet-id</c> or <c>schema:file#pointer</c>.</summary>
    public ImmutableDictionary<string, UserType> Types { get; init; } = ImmutableDictionary<string, UserType>.Empty;

    public static CodeStyle Default { get; } = new(FreeFormJson.Element, false, false, false, Leniency.None, ImmutableDictionary<string, string>.Empty);
}

/// <summary>A type of the user's own in place of the one that a schema would become.</summary>
/// <param name="Name">With its namespace.</param>
/// <param name="Codec">What reads and writes it, with its namespace; without one, a codec of the runtime.</param>
/// <param name="IsClass">It is no struct.</param>
/// <param name="Span">Where the user says it.</param>
internal sealed record UserType(string Name, string Codec, bool IsClass, SourceSpan Span);
