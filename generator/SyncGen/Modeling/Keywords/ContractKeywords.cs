using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>
/// The keywords of every object of a contract but schemas and path items, whose keywords others know. OpenAPI 3.0, 3.1 and
/// 3.2 share a table: what a later one adds is understood in an earlier one too, and told of where it declares operations.
/// </summary>
internal static class ContractKeywords
{
    /// <summary>What means something wherever it stands, or merely describes.</summary>
    private static readonly string[] Anywhere = ["$ref", "$comment", "title", "summary", "description", "example", "examples", "deprecated", "externalDocs"];

    /// <summary>What a root may have in every dialect: schemas are also declared there, and editors find their own schema of a contract by the others.</summary>
    private const string OfRoots = " $schema $id id $defs definitions";

    /// <summary>In Swagger 2.0 a parameter or header is a schema of its own.</summary>
    private const string OfValues =
        " type format items collectionFormat default enum const maximum exclusiveMaximum minimum exclusiveMinimum maxLength minLength pattern maxItems"
        + " minItems uniqueItems multipleOf nullable readOnly writeOnly properties additionalProperties allOf anyOf oneOf not";

    private static readonly ObjectKeywords ExternalDocumentation = ObjectKeywords.Of("a reference to external documentation", "url").Demanding("url");

    private static readonly ObjectKeywords Info = ObjectKeywords.Of(
        "the information about the contract",
        "termsOfService contact license version",
        ("contact", ObjectKeywords.Of("a contact", "name url email")),
        ("license", ObjectKeywords.Of("a license", "name identifier url").Demanding("name").WithEither("identifier", "url")));

    private static readonly ObjectKeywords Tag = ObjectKeywords.Of("a tag", "name parent kind", ("externalDocs", ExternalDocumentation)).Demanding("name");

    private static readonly ObjectKeywords Server = ObjectKeywords.Of(
        "a server", "url name variables", ("variables", ObjectKeywords.Of("a server variable", "enum default").Demanding("default").AsMap()));

    private static readonly ObjectKeywords Flow = ObjectKeywords.Of("an OAuth flow", "authorizationUrl tokenUrl refreshUrl deviceAuthorizationUrl scopes");

    private static readonly ObjectKeywords Flows = ObjectKeywords.Of(
        "the OAuth flows",
        "implicit password clientCredentials authorizationCode deviceAuthorization",
        ("implicit", Flow.Demanding("authorizationUrl", "scopes")),
        ("password", Flow.Demanding("tokenUrl", "scopes")),
        ("clientCredentials", Flow.Demanding("tokenUrl", "scopes")),
        ("authorizationCode", Flow.Demanding("authorizationUrl", "tokenUrl", "scopes")),
        ("deviceAuthorization", Flow.Demanding("deviceAuthorizationUrl", "tokenUrl", "scopes")));

    private static readonly ObjectKeywords Swagger = ObjectKeywords.Of(
        "a Swagger 2.0 contract",
        "swagger info host basePath schemes consumes produces paths parameters responses securityDefinitions security tags" + OfRoots,
        ("info", Info),
        ("tags", Tag),
        ("externalDocs", ExternalDocumentation));

    private static readonly ObjectKeywords OpenApi = ObjectKeywords.Of(
        "an OpenAPI contract",
        "openapi $self jsonSchemaDialect info servers paths webhooks components security tags" + OfRoots,
        ("info", Info),
        ("servers", Server),
        ("tags", Tag),
        ("externalDocs", ExternalDocumentation));

    private static readonly ObjectKeywords OpenApi30 = OpenApi.Without("webhooks");

    private static readonly ObjectKeywords Components = ObjectKeywords.Of(
        "components", "schemas responses parameters requestBodies headers securitySchemes links callbacks pathItems mediaTypes");

    private static readonly ObjectKeywords Components30 = Components.Without("pathItems");

    private static readonly ObjectKeywords SwaggerOperation = ObjectKeywords.Of(
        "an operation",
        "tags operationId consumes produces parameters responses schemes security",
        ("externalDocs", ExternalDocumentation));

    private static readonly ObjectKeywords Operation = ObjectKeywords.Of(
        "an operation",
        "tags operationId parameters requestBody responses callbacks security servers",
        ("servers", Server),
        ("externalDocs", ExternalDocumentation));

    private static readonly ObjectKeywords SwaggerParameter = ObjectKeywords.Of("a parameter or header", "name in required allowEmptyValue schema" + OfValues);

    private static readonly ObjectKeywords Parameter = ObjectKeywords.Of(
        "a parameter or header", "name in required allowEmptyValue style explode allowReserved schema content").WithEither("example", "examples");

    private static readonly ObjectKeywords RequestBody = ObjectKeywords.Of("a request body", "content required").Demanding("content");

    private static readonly ObjectKeywords MediaType = ObjectKeywords.Of("a media type", "schema itemSchema encoding prefixEncoding itemEncoding").WithEither("example", "examples");

    private static readonly ObjectKeywords Encoding = ObjectKeywords.Of(
        "an encoding", "contentType headers style explode allowReserved encoding prefixEncoding itemEncoding");

    private static readonly ObjectKeywords SwaggerResponse = ObjectKeywords.Of("a response", "headers schema");

    private static readonly ObjectKeywords Response = ObjectKeywords.Of("a response", "headers content links");

    private static readonly ObjectKeywords Example = ObjectKeywords.Of("an example", "value externalValue dataValue serializedValue").WithEither("value", "externalValue");

    private static readonly ObjectKeywords Link = ObjectKeywords.Of("a link", "operationRef operationId parameters requestBody server", ("server", Server)).WithEither("operationRef", "operationId");

    private static readonly ObjectKeywords SwaggerScheme = ObjectKeywords.Of("a security scheme", "type name in flow authorizationUrl tokenUrl scopes");

    private static readonly ObjectKeywords Scheme = ObjectKeywords.Of(
        "a security scheme", "type name in scheme bearerFormat flows openIdConnectUrl oauth2MetadataUrl", ("flows", Flows));

    private static readonly ObjectKeywords Discriminator = ObjectKeywords.Of("a discriminator", "propertyName mapping defaultMapping");

    private static readonly ObjectKeywords Schema = ObjectKeywords.Of(
        "a schema", "xml", ("xml", ObjectKeywords.Of("an XML description", "name namespace prefix attribute wrapped nodeType")), ("externalDocs", ExternalDocumentation));

    /// <summary>The keywords of a kind of object; null where the names are the author's, or nothing is said here.</summary>
    public static ObjectKeywords? Of(PartKind kind, Dialect dialect) => kind switch
    {
        PartKind.Contract => dialect == Dialect.Swagger20 ? Swagger : dialect == Dialect.OpenApi30 ? OpenApi30 : OpenApi,
        PartKind.Components => dialect == Dialect.OpenApi30 ? Components30 : Components,
        PartKind.PathItem => PathItem,
        PartKind.Operation => dialect == Dialect.Swagger20 ? SwaggerOperation : Operation,
        PartKind.Parameter => dialect == Dialect.Swagger20 ? SwaggerParameter : Parameter,
        PartKind.RequestBody => RequestBody,
        PartKind.MediaType => MediaType,
        PartKind.Encoding => Encoding,
        PartKind.Response => dialect == Dialect.Swagger20 ? SwaggerResponse : Response,
        PartKind.Example when dialect != Dialect.Swagger20 => Example,
        PartKind.Link => Link,
        PartKind.SecurityScheme => dialect == Dialect.Swagger20 ? SwaggerScheme : Scheme,
        PartKind.Discriminator => Discriminator,
        PartKind.Schema => Schema,
        _ => null,
    };

    /// <summary>Path items, of which <see cref="PathReader"/> knows the other keywords.</summary>
    public static ObjectKeywords PathItem { get; } = ObjectKeywords.Of("a path item", "security", ("servers", Server));

    /// <summary>Whether a contract or an operation has the keyword, which a path item has not.</summary>
    public static bool IsMisplaced(string name) =>
        IsKnown(OpenApi, name) || IsKnown(Swagger, name) || IsKnown(Operation, name) || IsKnown(SwaggerOperation, name);

    /// <summary>Whether a keyword of another version is read where the version's own one is absent.</summary>
    public static bool IsReadAnyway(MappingNode owner, string name, ObjectKeywords keywords) =>
        keywords == Parameter ? IsKnown(SwaggerParameter, name) && owner.Get("schema") is null && owner.Get("content") is null
        : keywords == SwaggerResponse ? name == "content" && owner.Get("schema") is null
        : keywords == OpenApi30 ? name == "webhooks"
        : keywords == Components30 ? name == "pathItems"
        : keywords == Swagger && name == "components";

    /// <summary>The sections of a contract without which it says nothing.</summary>
    public static bool IsSection(string keyword) => keyword is "paths" or "webhooks" or "components" or "definitions";

    public static IEnumerable<string> KnownIn(ObjectKeywords keywords) => keywords.Keywords.Concat(Anywhere);

    public static bool IsKnown(ObjectKeywords keywords, string name) =>
        keywords.Keywords.Contains(name) || Array.IndexOf(Anywhere, name) >= 0 || ContractReader.IsExtension(name);
}
