using SyncGen.Diagnostics;

namespace SyncGen.Modeling;

/// <summary>A schema, free of dialect: what it documents and which shape its values have.</summary>
/// <param name="Id">File and pointer.</param>
/// <param name="Span">Where it stands.</param>
/// <param name="Name">The definition key, else the file stem for a schema that is a file's root; null for an inline schema.</param>
/// <param name="PreferredName"><c>x-csharp-name</c>, else that of <c>x-ms-enum</c> or <c>x-ms-client-name</c>: the author's wish for the name in code.</param>
/// <param name="Title"><c>title</c>.</param>
/// <param name="Description"><c>description</c>, Markdown.</param>
/// <param name="IsDeprecated"><c>deprecated</c>.</param>
/// <param name="IsReadOnly">Only sent by servers.</param>
/// <param name="IsWriteOnly">Only sent by clients.</param>
/// <param name="IsNullable">Null is a value (<c>nullable</c>, <c>x-nullable</c>, type "null", a null case or enum member), not counting a reference's target.</param>
/// <param name="Default">The declared default, or null when there is none.</param>
/// <param name="Shape">The shape of its values.</param>
internal sealed record Schema(
    SchemaId Id,
    SourceSpan Span,
    string? Name,
    string? PreferredName,
    string? Title,
    string? Description,
    bool IsDeprecated,
    bool IsReadOnly,
    bool IsWriteOnly,
    bool IsNullable,
    JsonValue? Default,
    Shape Shape)
{
    /// <summary>The preferred name was not written for C#, whose form it need not have.</summary>
    public bool HasForeignName { get; init; }

    /// <summary>Where the default stands.</summary>
    public SourceSpan? DefaultSpan { get; init; }

    /// <summary>What the contract says of the values' JSON and their shape does not hold; null where it holds all.</summary>
    public SchemaCheck? Check { get; init; }

    /// <summary>All that the contract says of values which a union keeps as none of its cases; null where no such value is allowed.</summary>
    public SchemaCheck? UnknownCheck { get; init; }

    /// <summary>The schema that this one stands for in requests, because the two differ; null for what the contract declares.</summary>
    public SchemaId? InputOf { get; init; }
}
