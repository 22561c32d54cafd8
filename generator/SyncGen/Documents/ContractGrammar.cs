namespace SyncGen.Documents;

/// <summary>What a value in a contract is, as far as finding references needs to know.</summary>
internal enum PartKind
{
    /// <summary>Examples, defaults, extensions and plain text: a <c>$ref</c> in there is no reference.</summary>
    Data,

    /// <summary>The root of a Swagger or OpenAPI document.</summary>
    Contract,
    Components,
    Paths,
    PathItem,
    Operation,
    Parameter,
    RequestBody,
    MediaType,
    Encoding,
    Responses,
    Response,
    Example,
    Link,
    Callback,
    SecurityScheme,
    Schema,
    Discriminator,

    /// <summary>Values that name a schema or point at one.</summary>
    DiscriminatorMapping,

    /// <summary>A text that points at an operation.</summary>
    OperationReference,

    /// <summary>The kinds from here on map names of the author's choice to parts: no name is a keyword.</summary>
    PathItemMap,
    OperationMap,
    ParameterMap,
    RequestBodyMap,
    MediaTypeMap,
    EncodingMap,
    ResponseMap,
    ExampleMap,
    LinkMap,
    CallbackMap,
    SecuritySchemeMap,
    SchemaMap,
}

/// <summary>
/// Where Swagger 2.0, OpenAPI 3.0 to 3.2 and JSON Schema keep which parts. One table serves them all: where they use the same keyword
/// for different things, it stands in different kinds of objects. A list of parts counts as the part.
/// </summary>
internal static class ContractGrammar
{
    /// <summary>A file is a contract by its version keyword, else a schema.</summary>
    public static PartKind KindOfRoot(Node root) =>
        root is MappingNode mapping && (mapping.Get("openapi") ?? mapping.Get("swagger")) is not null ? PartKind.Contract : PartKind.Schema;

    /// <summary>Whether the object's names are the author's, so that <c>$ref</c> with a value that is no text is such a name.</summary>
    public static bool IsMap(PartKind kind) => kind >= PartKind.PathItemMap;

    /// <summary>The kind of a member's value.</summary>
    public static PartKind KindOfMember(PartKind parent, string name) => parent switch
    {
        PartKind.Schema => OfSchema(name),
        PartKind.SchemaMap => PartKind.Schema,
        PartKind.Contract => OfContract(name),
        PartKind.Components => OfComponents(name),
        PartKind.Paths or PartKind.Callback => IsExtension(name) ? PartKind.Data : PartKind.PathItem,
        PartKind.Responses => IsExtension(name) ? PartKind.Data : PartKind.Response,
        PartKind.PathItem => OfPathItem(name),
        PartKind.Operation => OfOperation(name),
        PartKind.Parameter => OfParameter(name),
        PartKind.RequestBody => name is "content" ? PartKind.MediaTypeMap : PartKind.Data,
        PartKind.MediaType => OfMediaType(name),
        PartKind.Encoding => OfEncoding(name),
        PartKind.Response => OfResponse(name),
        PartKind.Link => name is "operationRef" ? PartKind.OperationReference : PartKind.Data,
        PartKind.Discriminator => name is "mapping" or "defaultMapping" ? PartKind.DiscriminatorMapping : PartKind.Data,
        PartKind.DiscriminatorMapping => PartKind.DiscriminatorMapping,
        PartKind.PathItemMap => PartKind.PathItem,
        PartKind.OperationMap => PartKind.Operation,
        PartKind.ParameterMap => PartKind.Parameter,
        PartKind.RequestBodyMap => PartKind.RequestBody,
        PartKind.MediaTypeMap => PartKind.MediaType,
        PartKind.EncodingMap => PartKind.Encoding,
        PartKind.ResponseMap => PartKind.Response,
        PartKind.ExampleMap => PartKind.Example,
        PartKind.LinkMap => PartKind.Link,
        PartKind.CallbackMap => PartKind.Callback,
        PartKind.SecuritySchemeMap => PartKind.SecurityScheme,
        _ => PartKind.Data,
    };

    private static PartKind OfContract(string name) => name switch
    {
        "paths" => PartKind.Paths,
        "webhooks" => PartKind.PathItemMap,
        "components" => PartKind.Components,
        "definitions" or "$defs" => PartKind.SchemaMap,
        "parameters" => PartKind.ParameterMap,
        "responses" => PartKind.ResponseMap,
        "securityDefinitions" => PartKind.SecuritySchemeMap,
        _ => PartKind.Data,
    };

    private static PartKind OfComponents(string name) => name switch
    {
        "schemas" => PartKind.SchemaMap,
        "responses" => PartKind.ResponseMap,
        "parameters" or "headers" => PartKind.ParameterMap,
        "examples" => PartKind.ExampleMap,
        "requestBodies" => PartKind.RequestBodyMap,
        "securitySchemes" => PartKind.SecuritySchemeMap,
        "links" => PartKind.LinkMap,
        "callbacks" => PartKind.CallbackMap,
        "pathItems" => PartKind.PathItemMap,
        "mediaTypes" => PartKind.MediaTypeMap,
        _ => PartKind.Data,
    };

    private static PartKind OfPathItem(string name) => name switch
    {
        "get" or "put" or "post" or "delete" or "options" or "head" or "patch" or "trace" or "query" => PartKind.Operation,
        "additionalOperations" => PartKind.OperationMap,
        "parameters" => PartKind.Parameter,
        _ => PartKind.Data,
    };

    private static PartKind OfOperation(string name) => name switch
    {
        "parameters" => PartKind.Parameter,
        "requestBody" => PartKind.RequestBody,
        "responses" => PartKind.Responses,
        "callbacks" => PartKind.CallbackMap,
        _ => PartKind.Data,
    };

    /// <summary>Parameters and headers, which differ in nothing that matters here.</summary>
    private static PartKind OfParameter(string name) => name switch
    {
        "schema" or "items" => PartKind.Schema,
        "content" => PartKind.MediaTypeMap,
        "examples" => PartKind.ExampleMap,
        _ => PartKind.Data,
    };

    private static PartKind OfMediaType(string name) => name switch
    {
        "schema" or "itemSchema" => PartKind.Schema,
        "examples" => PartKind.ExampleMap,
        "encoding" => PartKind.EncodingMap,
        "prefixEncoding" or "itemEncoding" => PartKind.Encoding,
        _ => PartKind.Data,
    };

    private static PartKind OfEncoding(string name) => name switch
    {
        "headers" => PartKind.ParameterMap,
        "encoding" => PartKind.EncodingMap,
        "prefixEncoding" or "itemEncoding" => PartKind.Encoding,
        _ => PartKind.Data,
    };

    /// <summary>The <c>examples</c> of a Swagger 2.0 response are data by media type.</summary>
    private static PartKind OfResponse(string name) => name switch
    {
        "schema" => PartKind.Schema,
        "headers" => PartKind.ParameterMap,
        "content" => PartKind.MediaTypeMap,
        "links" => PartKind.LinkMap,
        _ => PartKind.Data,
    };

    private static PartKind OfSchema(string name) => name switch
    {
        "properties" or "patternProperties" or "$defs" or "definitions" or "dependentSchemas" or "dependencies" => PartKind.SchemaMap,
        "items" or "prefixItems" or "additionalItems" or "unevaluatedItems" or "contains"
            or "additionalProperties" or "unevaluatedProperties" or "propertyNames"
            or "allOf" or "anyOf" or "oneOf" or "not" or "if" or "then" or "else" or "contentSchema" => PartKind.Schema,
        "discriminator" => PartKind.Discriminator,
        _ => PartKind.Data,
    };

    private static bool IsExtension(string name) => name.StartsWith("x-", StringComparison.Ordinal);
}
