using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>What an argument of an operation is.</summary>
internal enum ArgumentKind
{
    /// <summary>A parameter of the contract.</summary>
    Parameter,

    /// <summary>The whole body.</summary>
    Body,

    /// <summary>Where to send a webhook.</summary>
    Address,

    /// <summary>The media type of the body, where the contract leaves it open.</summary>
    ContentType,

    /// <summary>A field of a form.</summary>
    Field,

    /// <summary>A file of a form.</summary>
    File,

    /// <summary>A list of files of a form.</summary>
    Files,

    /// <summary>Files of a form by their names.</summary>
    FileMap,

    /// <summary>Lists of files of a form by their names.</summary>
    FilesMap,
}

/// <summary>An argument of an operation's methods on both sides.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">The C# name.</param>
/// <param name="WireName">The name on the wire; empty for a body.</param>
/// <param name="Type">Its type; for files the one of the client.</param>
/// <param name="IsRequired">A value must be given.</param>
/// <param name="IsNullable">Null is a value of the type itself.</param>
/// <param name="Schema">Its schema, or null when the contract gives none.</param>
/// <param name="Parameter">The contract's parameter, for that kind.</param>
/// <param name="Field">How it travels in a form, for the kinds that do.</param>
/// <param name="Description">Markdown, or null.</param>
internal sealed record Argument(
    ArgumentKind Kind,
    string Name,
    string WireName,
    CSharpType Type,
    bool IsRequired,
    bool IsNullable,
    SchemaId? Schema,
    Parameter? Parameter,
    FormField? Field,
    string? Description)
{
    /// <summary>The name of the part of a form whose header it is; null for anything else.</summary>
    public string? Part { get; init; }

    /// <summary>The value has items or members, which a style lays out.</summary>
    public bool HasParts { get; init; }

    /// <summary>The kinds of value that have a form in its style, of each item where it is parts, as the generated code names them; none where the contract has one kind.</summary>
    public ImmutableArray<string> Kinds { get; init; } = [];

    /// <summary>The names in the query that belong to others, for a parameter whose members may have any name there; else null.</summary>
    public ImmutableArray<string>? QueryOfOthers { get; init; }

    /// <summary>What the server takes where a request has no value, as an expression; null to take null.</summary>
    public string? Default { get; init; }

    /// <summary>The only value that the contract allows of what it requires, as an expression: a client's caller need not give it.</summary>
    public string? Constant { get; init; }

    /// <summary>Cases of a union give it other schemas, too.</summary>
    public bool HasOtherSchemas { get; init; }

    /// <summary>What it is in each case of a union of which the form is one, where it is not the same in all of them.</summary>
    public ImmutableArray<Argument> ByCase { get; init; } = [];

    /// <summary>A form that is sent must have it, but there may be no form.</summary>
    public bool IsRequiredWithBody { get; init; }

    /// <summary>It holds files.</summary>
    public bool IsFile => Kind is ArgumentKind.File or ArgumentKind.Files or ArgumentKind.FileMap or ArgumentKind.FilesMap;

    /// <summary>The type on a server, where files are ASP.NET Core's.</summary>
    public CSharpType ServerType => IsFile
        ? Type with { Text = Type.Text.Replace("FilePart", "IFormFile", StringComparison.Ordinal) }
        : Type;

    /// <summary>The type as a signature writes it.</summary>
    public string TypeText => Type.Annotated(!IsRequired || IsNullable);

    /// <summary>The type as a client's signature writes it.</summary>
    public string ClientTypeText => Type.Annotated(!MustBePassed || IsNullable);

    /// <summary>A client's caller must give it.</summary>
    public bool MustBePassed => IsRequired && Constant is null;

    /// <summary>It must be sent, null included, which has a form: the text is JSON.</summary>
    public bool SendsNull => this is { MustBePassed: true, IsNullable: true } && HasNull;

    /// <summary>It must be sent, and null, which its type allows, has no form.</summary>
    public bool RefusesNull => this is { MustBePassed: true, Kind: ArgumentKind.Parameter or ArgumentKind.Field } && (IsNullable || Type.Codec == "JsonAny") && !HasNull;

    /// <summary>A parameter or field whose text is JSON.</summary>
    public bool IsJson => MediaKinds.IsJson(Parameter?.ContentType) || Field?.Layout == FieldLayout.Json;

    /// <summary>Null has a form: the text is JSON, or a part says whether its text is.</summary>
    public bool HasNull => IsJson || Field is { IsSelfDescribing: true };

    /// <summary>The type arguments of a call that reads or writes the value.</summary>
    public string TypeArguments => $"<{Type.Text}, {Type.Codec}>";
}
