namespace SyncGen.Bundling;

/// <summary>What a value of a contract is, by where it stands. A plural is a mapping or list of its singular.</summary>
internal enum Position
{
    /// <summary>No part that a reference could name.</summary>
    Other,
    Root,
    Paths,
    PathItem,
    Operation,
    Parameters,
    Parameter,
    RequestBody,
    Responses,
    Response,
    Headers,
    Header,
    Content,
    MediaType,
    JsonMediaType,
    Examples,
    Example,
    JsonExamples,
    JsonExample,

    /// <summary>The examples of a Swagger 2.0 response, by media type.</summary>
    ResponseExamples,
    Links,
    Link,
    Callbacks,
    Callback,
    SecurityScheme,
    Schemas,
    Schema,

    /// <summary>A value, not a description of values: nothing in it is a keyword.</summary>
    Data,

    /// <summary>A value in a JSON media type; text there may be the JSON itself.</summary>
    JsonData,
}

/// <summary>Which position a member has in its parent.</summary>
internal static class Positions
{
    public static Position OfMember(Position parent, string name) => parent switch
    {
        _ when name.StartsWith("x-", StringComparison.Ordinal) && !IsPlural(parent) => Position.Data,
        Position.Root => InRoot(name),
        Position.PathItem => InPathItem(name),
        Position.Operation => InOperation(name),
        Position.Parameter or Position.Header => InParameter(name),
        Position.RequestBody => name == "content" ? Position.Content : Position.Other,
        Position.Response => InResponse(name),
        Position.Content => MediaTypes.IsJson(name) ? Position.JsonMediaType : Position.MediaType,
        Position.MediaType => InMediaType(name, Position.Data, Position.Examples),
        Position.JsonMediaType => InMediaType(name, Position.JsonData, Position.JsonExamples),
        Position.Example => name == "value" ? Position.Data : Position.Other,
        Position.JsonExample => name == "value" ? Position.JsonData : Position.Other,
        Position.ResponseExamples => MediaTypes.IsJson(name) ? Position.JsonData : Position.Data,
        Position.Schema => InSchema(name),
        Position.Data or Position.JsonData => Position.Data,
        Position.Link or Position.SecurityScheme or Position.Other => Position.Other,
        _ => OfItem(parent),
    };

    /// <summary>The position of an item of a list; a list in the place of one value holds several of them.</summary>
    public static Position OfItem(Position parent) => parent switch
    {
        Position.Paths => Position.PathItem,
        Position.Parameters => Position.Parameter,
        Position.Responses => Position.Response,
        Position.Headers => Position.Header,
        Position.Examples => Position.Example,
        Position.JsonExamples => Position.JsonExample,
        Position.Links => Position.Link,
        Position.Callbacks => Position.Callback,
        Position.Callback => Position.PathItem,
        Position.Schemas => Position.Schema,
        Position.JsonData => Position.Data,
        _ => parent,
    };

    private static bool IsPlural(Position position) => position is Position.Data or Position.JsonData or Position.Content || OfItem(position) != position;

    private static Position InRoot(string name) => name is "paths" or "webhooks" ? Position.Paths : Position.Other;

    private static Position InPathItem(string name) => name switch
    {
        "parameters" => Position.Parameters,
        _ when Methods.Contains(name) => Position.Operation,
        _ => Position.Other,
    };

    private static Position InOperation(string name) => name switch
    {
        "parameters" => Position.Parameters,
        "requestBody" => Position.RequestBody,
        "responses" => Position.Responses,
        "callbacks" => Position.Callbacks,
        _ => Position.Other,
    };

    private static Position InParameter(string name) => name switch
    {
        "schema" => Position.Schema,
        "content" => Position.Content,
        "example" or "default" or "enum" => Position.Data,
        "examples" => Position.Examples,
        _ => Position.Other,
    };

    private static Position InResponse(string name) => name switch
    {
        "schema" => Position.Schema,
        "headers" => Position.Headers,
        "content" => Position.Content,
        "links" => Position.Links,
        "examples" => Position.ResponseExamples,
        _ => Position.Other,
    };

    private static Position InMediaType(string name, Position example, Position examples) => name switch
    {
        "schema" => Position.Schema,
        "example" => example,
        "examples" => examples,
        _ => Position.Other,
    };

    private static Position InSchema(string name) => name switch
    {
        "properties" or "patternProperties" or "definitions" or "$defs" or "dependentSchemas" or "allOf" or "anyOf" or "oneOf" or "prefixItems" => Position.Schemas,
        "items" or "additionalProperties" or "additionalItems" or "not" or "if" or "then" or "else" or "contains" or "propertyNames"
            or "unevaluatedItems" or "unevaluatedProperties" or "contentSchema" => Position.Schema,
        "example" or "examples" or "default" or "const" or "enum" => Position.Data,
        _ => Position.Other,
    };
}
