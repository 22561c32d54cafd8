using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>One method on one path.</summary>
/// <param name="Document">Index into <see cref="ApiModel.Documents"/>.</param>
/// <param name="Pointer">Where the operation object stands in that document (after references: in the file of the span).</param>
/// <param name="Span">The place of the method's name.</param>
/// <param name="Method">GET, PUT, POST, DELETE, OPTIONS, HEAD, PATCH, TRACE, QUERY, or another one as the contract writes it.</param>
/// <param name="Path">The path template as written, beginning with '/', without the base path.</param>
/// <param name="OperationId"><c>operationId</c>, or null.</param>
/// <param name="PreferredName"><c>x-csharp-name</c>, or null.</param>
/// <param name="Summary">One line of Markdown, or null.</param>
/// <param name="Description">Markdown, or null.</param>
/// <param name="IsDeprecated"><c>deprecated</c>.</param>
/// <param name="Tags">In contract order.</param>
/// <param name="Parameters">Of the path item and the operation together, overrides applied, in contract order.</param>
/// <param name="Body">The request body, or null. Swagger 2.0's body and formData parameters become one.</param>
/// <param name="Responses">In contract order.</param>
/// <param name="Security">The alternatives, any of which suffices; empty when the operation is open to all. An alternative without schemes is anonymous access.</param>
/// <param name="Servers">Of the operation or path item; empty when the document's apply.</param>
/// <param name="Callbacks">What the server calls back.</param>
internal sealed record Operation(
    int Document,
    JsonPointer Pointer,
    SourceSpan Span,
    string Method,
    string Path,
    string? OperationId,
    string? PreferredName,
    string? Summary,
    string? Description,
    bool IsDeprecated,
    ImmutableArray<string> Tags,
    ImmutableArray<Parameter> Parameters,
    RequestBody? Body,
    ImmutableArray<Response> Responses,
    ImmutableArray<SecurityRequirement> Security,
    ImmutableArray<Server> Servers,
    ImmutableArray<Callback> Callbacks)
{
    /// <summary>An operation before this one matches the same requests, so that a server never routes one here; a client may call it.</summary>
    public bool IsShadowed { get; init; }
}

/// <summary>Where a parameter travels.</summary>
internal enum ParameterLocation
{
    Path,
    Query,
    Header,
    Cookie,

    /// <summary>It is the whole query (OpenAPI 3.2), as text or JSON. A form in its place is an object in <see cref="Query"/> whose properties stand there by their names.</summary>
    QueryString,
}

/// <summary>How a parameter's value is laid out, in OpenAPI 3's words. Swagger 2.0's collectionFormat maps onto them; tsv stays its own.</summary>
internal enum ParameterStyle
{
    Simple,
    Label,
    Matrix,
    Form,
    SpaceDelimited,
    PipeDelimited,
    TabDelimited,
    DeepObject,
}

/// <summary>A parameter of an operation.</summary>
/// <param name="ContentType">The media type its text is encoded in (OpenAPI 3 <c>content</c>), or null when <see cref="Style"/> applies.</param>
internal sealed record Parameter(
    string Name,
    SourceSpan Span,
    ParameterLocation Location,
    string? PreferredName,
    string? Description,
    bool IsRequired,
    bool IsDeprecated,
    ParameterStyle Style,
    bool IsExploded,
    bool AllowsReserved,
    bool AllowsEmptyValue,
    SchemaId Schema,
    string? ContentType);

/// <summary>What a request carries.</summary>
/// <param name="Name">Swagger 2.0's name of the body parameter, a hint for the C# parameter; null elsewhere.</param>
internal sealed record RequestBody(SourceSpan Span, string? Name, string? Description, bool IsRequired, ImmutableArray<MediaType> Content);

/// <summary>One representation of a body.</summary>
/// <param name="Name">The media type or range as written, lower case: <c>application/json; charset=utf-8</c>, <c>text/*</c>.</param>
/// <param name="Schema">The schema of the value, or null when the contract gives none.</param>
/// <param name="Encodings">Of a form's properties: media type, style and headers of each.</param>
internal sealed record MediaType(string Name, SourceSpan Span, SchemaId? Schema, ImmutableArray<PropertyEncoding> Encodings)
{
    /// <summary>A part whose schema names no type is a file, as OpenAPI has it since 3.1.</summary>
    public bool HasUntypedFiles { get; init; }

    /// <summary>The schema is that of each item of a sequence (OpenAPI 3.2 <c>itemSchema</c>).</summary>
    public bool IsItem { get; init; }
}

/// <summary>How one property of a form body is written.</summary>
/// <param name="Span">Where the contract says it.</param>
/// <param name="ContentTypes">Media types and ranges as written; none when the contract names none.</param>
internal sealed record PropertyEncoding(string Property, SourceSpan Span, ImmutableArray<string> ContentTypes, ParameterStyle Style, bool IsExploded, bool AllowsReserved)
{
    /// <summary>The contract gives a style, which holds in multipart bodies too.</summary>
    public bool HasStyle { get; init; }

    /// <summary>The headers of the part.</summary>
    public ImmutableArray<ResponseHeader> Headers { get; init; } = [];
}

/// <summary>A documented response.</summary>
/// <param name="Status">A code such as 200, a range 4XX, or the default.</param>
internal sealed record Response(
    ResponseStatus Status,
    SourceSpan Span,
    string? Description,
    ImmutableArray<ResponseHeader> Headers,
    ImmutableArray<MediaType> Content);

/// <summary>For which status codes a response is documented.</summary>
/// <param name="First">The lowest code; 0 for the default.</param>
/// <param name="Last">The highest code; 999 for the default.</param>
internal readonly record struct ResponseStatus(int First, int Last)
{
    public static ResponseStatus Default { get; } = new(0, 999);

    public bool IsDefault => this == Default;

    /// <summary>2xx, one or all of them.</summary>
    public bool IsSuccess => First is >= 200 and <= 299;

    public bool IsRange => First != Last && !IsDefault;

    /// <summary>As the contract writes it: <c>200</c>, <c>4XX</c> or <c>default</c>.</summary>
    public override string ToString() =>
        IsDefault ? "default" : IsRange ? $"{(char)('0' + (First / 100))}XX" : First.ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>A header that a response carries.</summary>
internal sealed record ResponseHeader(string Name, SourceSpan Span, string? Description, bool IsRequired, bool IsDeprecated, SchemaId Schema, string? ContentType);

/// <summary>Schemes that must all be satisfied together.</summary>
internal sealed record SecurityRequirement(ImmutableArray<RequiredScheme> Schemes);

/// <summary>A scheme by its name in <see cref="ApiModel.SecuritySchemes"/>, with the scopes it needs.</summary>
internal sealed record RequiredScheme(string Scheme, ImmutableArray<string> Scopes);

/// <summary>A callback: operations at an address that the client chooses.</summary>
internal sealed record Callback(string Name, string Expression, ImmutableArray<Operation> Operations);
