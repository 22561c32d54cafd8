using SyncGen.Diagnostics;

namespace SyncGen.Modeling;

/// <summary>What can be wrong with what a contract says.</summary>
internal static class ModelingRules
{
    public static readonly Rule UnknownDocument = new(
        "SG3001",
        Severity.Error,
        "Not a contract",
        "This is no contract: the root names no 'swagger' or 'openapi' version and is no JSON Schema. Add the version, for example openapi: 3.1.0.");

    public static readonly Rule TwoVersions = new(
        "SG3002",
        Severity.Error,
        "Two versions",
        "The contract says both 'swagger' and 'openapi'. Keep the one it is written in.");

    public static readonly Rule UnsupportedVersion = new(
        "SG3003",
        Severity.Error,
        "Version not supported",
        "{0} is not supported. Supported are Swagger 2.0, OpenAPI 3.0, 3.1 and 3.2.");

    public static readonly Rule VersionIsNumber = new(
        "SG3004",
        Severity.Warning,
        "Version is a number",
        "The version must be text. Write '{0}' in quotes.");

    public static readonly Rule WrongKind = new(
        "SG3005",
        Severity.Error,
        "Wrong kind of section",
        "'{0}' must be {1}, not {2}.");

    public static readonly Rule NullSection = new(
        "SG3006",
        Severity.Warning,
        "Empty section",
        "'{0}' is null and read as absent. Remove it or give it a value.");

    public static readonly Rule IgnoredKeyword = new(
        "SG3007",
        Severity.Warning,
        "Keyword ignored",
        "'{0}' must be {1}, not {2}. It is ignored.");

    public static readonly Rule ProbableTypo = new(
        "SG3008",
        Severity.Warning,
        "Probable typing error",
        "'{0}' is no keyword and is ignored. Is '{1}' meant?{2}");

    public static readonly Rule SingleForList = new(
        "SG3009",
        Severity.Warning,
        "Single value for a list",
        "'{0}' must be a list. The single value is read as a list of one.");

    public static readonly Rule TextForBoolean = new(
        "SG3010",
        Severity.Warning,
        "Text for a boolean",
        "'{0}' must be true or false without quotes. The text '{1}' is read as the boolean.");

    public static readonly Rule TextForNumber = new(
        "SG3011",
        Severity.Warning,
        "Text for a number",
        "'{0}' must be a number without quotes. The text '{1}' is read as the number.");

    public static readonly Rule MissingMember = new(
        "SG3012",
        Severity.Error,
        "Missing property",
        "'{0}' is missing in this {1}.");

    public static readonly Rule NoOperationMatches = new(
        "SG3013",
        Severity.Error,
        "No operation matches",
        "No operation matches '{0}'. Write a method and a path (GET /pets), a path, an operationId (id:listPets where it could mean something else), a tag (tag:pets) or deprecated; a star stands for any text.");

    public static readonly Rule UnknownMethod = new(
        "SG3020",
        Severity.Error,
        "Unknown method",
        "'{0}' is no HTTP method that a path item may have. Mend it, or begin the name with x- if it is an extension.");

    public static readonly Rule MethodInUpperCase = new(
        "SG3021",
        Severity.Warning,
        "Method in upper case",
        "Methods are written in lower case. '{0}' is read as the method.");

    public static readonly Rule PathWithoutSlash = new(
        "SG3022",
        Severity.Warning,
        "Path without a slash",
        "The path '{0}' must begin with '/'. It is read as if it did.");

    public static readonly Rule UnbalancedBraces = new(
        "SG3023",
        Severity.Error,
        "Braces do not pair",
        "The braces in the path '{0}' do not enclose names. Write each placeholder as a name in braces.");

    public static readonly Rule RepeatedPlaceholder = new(
        "SG3024",
        Severity.Warning,
        "Placeholder repeated",
        "The path '{0}' has the placeholder '{1}' twice; one value stands in both places. Give each its own name.");

    public static readonly Rule UndeclaredPathParameter = new(
        "SG3025",
        Severity.Warning,
        "Path parameter not declared",
        "No path parameter declares the placeholder '{0}'. It is read as a required text.");

    public static readonly Rule UnusedPathParameter = new(
        "SG3026",
        Severity.Warning,
        "Path parameter not used",
        "The path has no placeholder for the path parameter '{0}', which is ignored.");

    public static readonly Rule OptionalPathParameter = new(
        "SG3027",
        Severity.Warning,
        "Path parameter not required",
        "The path parameter '{0}' must say required: true. It is read as if it did.");

    public static readonly Rule AmbiguousPath = new(
        "SG3028",
        Severity.Warning,
        "Ambiguous paths",
        "The path '{0}' matches the same {1} requests as '{2}' at {3}, which a server takes them for. Make the paths differ by more than names of placeholders.");

    public static readonly Rule OperationInTwoContracts = new(
        "SG3029",
        Severity.Warning,
        "Operation in two contracts",
        "{0} {1} is declared by another contract as well, at {2}. The first one is kept; leave one of them out.");

    public static readonly Rule UnknownParameterLocation = new(
        "SG3030",
        Severity.Error,
        "Unknown place of a parameter",
        "'{0}' is no place a parameter can be in. Write path, query, header or cookie (Swagger 2.0: body and formData too, but no cookie).");

    public static readonly Rule UnknownStyle = new(
        "SG3031",
        Severity.Error,
        "Unknown style",
        "'{0}' is no style or collection format. Write one of {1}.");

    public static readonly Rule StyleOutOfPlace = new(
        "SG3032",
        Severity.Warning,
        "Style out of place",
        "The style '{0}' is not for {1} parameters. '{2}' is used.");

    public static readonly Rule InvalidHeaderName = new(
        "SG3033",
        Severity.Error,
        "Invalid name in a header",
        "'{0}' cannot be the name of a header or cookie. Use letters, digits and - _ . only.");

    public static readonly Rule DuplicateParameter = new(
        "SG3034",
        Severity.Warning,
        "Parameter declared twice",
        "The {1} parameter '{0}' is declared twice in one list. The first one counts.");

    public static readonly Rule ParameterWithoutSchema = new(
        "SG3035",
        Severity.Warning,
        "Parameter without a schema",
        "The parameter '{0}' has no schema. It is read as free of constraints.");

    public static readonly Rule ReservedHeader = new(
        "SG3036",
        Severity.Info,
        "Reserved header",
        "The header '{0}' is set from the content or the security scheme. The parameter is ignored, as the standard says.");

    public static readonly Rule BodyAndForm = new(
        "SG3037",
        Severity.Error,
        "Body and form",
        "An operation cannot have both a body parameter and formData parameters. Keep one kind.");

    public static readonly Rule SeveralBodies = new(
        "SG3038",
        Severity.Error,
        "Several bodies",
        "An operation can have one body parameter only. Put the values into one object.");

    public static readonly Rule NamelessParameter = new(
        "SG3039",
        Severity.Warning,
        "Parameter without a name",
        "The parameter has no name and is ignored.");

    public static readonly Rule InvalidStatus = new(
        "SG3040",
        Severity.Error,
        "Invalid status code",
        "'{0}' is no status code. Write a code such as 200, a range such as 4XX, or default.");

    public static readonly Rule NoResponses = new(
        "SG3041",
        Severity.Warning,
        "No responses",
        "The operation documents no response. Add at least one.");

    public static readonly Rule InvalidMediaType = new(
        "SG3042",
        Severity.Warning,
        "Invalid media type",
        "'{0}' is no media type and is ignored. Write, for example, application/json.");

    public static readonly Rule UnusableServer = new(
        "SG3043",
        Severity.Warning,
        "Unusable server",
        "'{0}' is no address of a server and is ignored.");

    public static readonly Rule ServerVariableWithoutDefault = new(
        "SG3044",
        Severity.Warning,
        "Server variable without default",
        "The variable '{0}' of the server '{1}' has no default. The server is ignored.");

    public static readonly Rule ServerDefaultNotListed = new(
        "SG3170",
        Severity.Warning,
        "Default of a server variable is not listed",
        "The default '{0}' of the server variable '{1}' is none of the values under 'enum'. It counts as one of them; list it, or correct the default.");

    public static readonly Rule CallbackNotUnderstood = new(
        "SG3045",
        Severity.Warning,
        "Callback not understood",
        "'{0}' is no HTTP method. The callback or webhook is ignored.");

    public static readonly Rule UnknownScheme = new(
        "SG3050",
        Severity.Warning,
        "Unknown security scheme",
        "The security scheme '{0}' is not declared. Nobody can satisfy it, so servers refuse such requests. Declare it, or correct the name.");

    public static readonly Rule SchemeNotUnderstood = new(
        "SG3051",
        Severity.Error,
        "Security scheme not understood",
        "The security scheme '{0}' does not say how a caller proves who it is. Give it a type that the standard knows, with what the type needs.");

    public static readonly Rule SchemeConflict = new(
        "SG3052",
        Severity.Error,
        "Security schemes conflict",
        "The security scheme '{0}' means something else at {1}. Rename one of them.");

    public static readonly Rule UnknownType = new(
        "SG3060",
        Severity.Error,
        "Unknown type",
        "'{0}' is no type. Write string, number, integer, boolean, array, object or, in OpenAPI 3.1, null.");

    public static readonly Rule GuessedType = new(
        "SG3061",
        Severity.Warning,
        "Type of another language",
        "'{0}' is no type of JSON Schema. It is read as {1}.");

    public static readonly Rule TypeListBefore31 = new(
        "SG3062",
        Severity.Warning,
        "List of types in OpenAPI 3.0",
        "A list of types is OpenAPI 3.1. Write nullable: true or oneOf, or raise the version. It is read as 3.1 means it.");

    public static readonly Rule BooleanBound = new(
        "SG3063",
        Severity.Warning,
        "Boolean bound in OpenAPI 3.1",
        "'{0}' is a number in OpenAPI 3.1. It is read as 3.0 means it: the value of '{1}' is excluded.");

    public static readonly Rule InvalidCount = new(
        "SG3064",
        Severity.Error,
        "Invalid limit",
        "'{0}' must be a whole number that is not negative, not {1}.");

    public static readonly Rule EmptyRange = new(
        "SG3065",
        Severity.Error,
        "Empty range",
        "No value lies between {0} and {1}.");

    public static readonly Rule InvalidMultipleOf = new(
        "SG3066",
        Severity.Error,
        "Invalid multiple",
        "'multipleOf' must be above zero, not {0}.");

    public static readonly Rule RequiredFlag = new(
        "SG3067",
        Severity.Warning,
        "Required on a property",
        "'required' lists names beside 'properties'. The property '{0}' is read as required.");

    public static readonly Rule RequiredUndeclared = new(
        "SG3068",
        Severity.Warning,
        "Required property not declared",
        "'{0}' is required but not declared in 'properties'. Reading demands it, but no property holds it.");

    public static readonly Rule ArrayWithoutItems = new(
        "SG3069",
        Severity.Warning,
        "List without items",
        "An array needs 'items'. Its items are read as free-form.");

    public static readonly Rule IgnoredSibling = new(
        "SG3070",
        Severity.Warning,
        "Keyword beside a reference",
        "'{0}' beside $ref is ignored, as the standard says before OpenAPI 3.1. Use allOf to combine them.");

    public static readonly Rule EmptyEnum = new(
        "SG3071",
        Severity.Warning,
        "Empty enum",
        "An enum without values allows nothing. It is ignored.");

    public static readonly Rule ConvertedEnumValue = new(
        "SG3072",
        Severity.Warning,
        "Enum value of another type",
        "{0} is not {1}, the declared type. It is read as {2}.");

    public static readonly Rule EnumTextCount = new(
        "SG3073",
        Severity.Warning,
        "Names do not match values",
        "'{0}' has {1} entries for {2} values and is ignored.");

    public static readonly Rule ContradictingTypes = new(
        "SG3074",
        Severity.Warning,
        "Contradicting types",
        "The parts of this schema ask for type {0} and for type {1}. The latter is used.");

    public static readonly Rule AllOfTooDeep = new(
        "SG3076",
        Severity.Error,
        "allOf nested too deeply",
        "More than {0} schemas are nested by allOf here. Merge some of them.");

    public static readonly Rule OnlyItself = new(
        "SG3077",
        Severity.Warning,
        "Schema leads back to itself",
        "The schema at {0} leads back to itself by references or by cases of a union, which say nothing. It is read as what its other cases say, or as free-form where there are none.");

    public static readonly Rule MappingWithoutCase = new(
        "SG3078",
        Severity.Warning,
        "Discriminator value without a case",
        "The discriminator maps '{0}' to '{1}', which is none of the cases. It is ignored.");

    public static readonly Rule CaseWithoutValue = new(
        "SG3110",
        Severity.Warning,
        "Case without a discriminator value",
        "Nothing says which value of '{1}' means the case {0}, so it is read as an unknown case. Name one in the discriminator's mapping.");

    public static readonly Rule MappingOfWrongType = new(
        "SG3111",
        Severity.Warning,
        "Discriminator value of another type",
        "The discriminator maps '{0}', but its property '{1}' is {2}. The entry is ignored.");

    public static readonly Rule ItemsAsList = new(
        "SG3209",
        Severity.Warning,
        "List of schemas for the items",
        "'items' is a list, which JSON Schema had before 2020-12 and OpenAPI 3 does not have. It is read as 'prefixItems'.");

    public static readonly Rule DefaultWithoutCase = new(
        "SG3240",
        Severity.Warning,
        "Default of a discriminator without a case",
        "'defaultMapping' names '{0}', which is none of the cases. It is ignored: other values are read as unknown cases.");

    public static readonly Rule FixedMethod = new(
        "SG3241",
        Severity.Warning,
        "Method with a field of its own",
        "'{0}' stands in additionalOperations, but a path item has the field '{1}' for it. It is read as that one.");

    public static readonly Rule QueryBesideWhole = new(
        "SG3242",
        Severity.Error,
        "Query parameter beside the whole query",
        "The parameter '{1}' is the whole query, so that '{0}' has no place in it. Declare it as a property of '{1}'.");

    public static readonly Rule QueryStringType = new(
        "SG3243",
        Severity.Error,
        "Whole query of a media type that no query has",
        "The parameter '{0}' is the whole query in the media type '{1}', which is not supported. Its 'content' may be application/x-www-form-urlencoded, application/json or text/plain.");

    public static readonly Rule QueryStringEncoding = new(
        "SG3244",
        Severity.Warning,
        "Encoding of a query's fields",
        "The 'encoding' of the parameter '{0}' has no effect: lists and objects stand in the query in the style 'form', exploded.");

    public static readonly Rule CookieStyle = new(
        "SG3245",
        Severity.Warning,
        "Style 'cookie' is read as 'form'",
        "The style 'cookie' is read as 'form': the client percent-encodes what a cookie cannot hold, the server decodes it, and lists and objects stand in one cookie.");

    public static readonly Rule PartsByPosition = new(
        "SG3246",
        Severity.Warning,
        "Parts by their position",
        "'{0}' describes the parts of '{1}' by their position. That is not supported: the body has the parts that 'schema' describes, without one it is parts of any name.");

    public static readonly Rule ItemsOfNoSequence = new(
        "SG3247",
        Severity.Warning,
        "Items of a body that has none",
        "'{0}' describes the items of a sequence, and '{1}' is none. It is ignored.");

    public static readonly Rule ClosedPart = new(
        "SG3120",
        Severity.Info,
        "Closed part of an allOf",
        "A part of this schema has 'additionalProperties: false', which forbids the property '{0}' of another part. It is read as closing the whole: no more than all parts declare.");

    public static readonly Rule AdditionalOfPart = new(
        "SG3121",
        Severity.Info,
        "Additional properties of a part",
        "By JSON Schema the 'additionalProperties' of a part of this schema speaks of the property '{0}', too, which another part declares. It is read as speaking of properties that no part declares.");

    public static readonly Rule DefaultDoesNotFit = new(
        "SG3079",
        Severity.Warning,
        "Default does not fit",
        "The default {0} is no value of its schema. It is ignored.");

    public static readonly Rule MendedDefault = new(
        "SG3080",
        Severity.Warning,
        "Default of another type",
        "The default {0} has another type than its schema. It is read as {1}.");

    public static readonly Rule CombinedTooDeeply = new(
        "SG3081",
        Severity.Warning,
        "Combined too deeply",
        "Schemas that must hold together are nested more than {0} levels deep here. From here on the last of them counts alone, without oneOf and anyOf. Merge some of them.");

    public static readonly Rule UntypedSchema = new(
        "SG3091",
        Severity.Info,
        "Schema without a type",
        "'{0}' stands in a schema without a type, which is read as {1}. Values of other types, which JSON Schema allows here, are refused.{2}");

    public static readonly Rule PatternTooLong = new(
        "SG3261",
        Severity.Error,
        "Pattern too long",
        "A pattern may have at most {0} characters. Use several shorter ones in allOf.");

    public static readonly Rule SiblingOfReference = new(
        "SG3262",
        Severity.Warning,
        "Keyword beside the reference of a part",
        "'{0}' beside $ref is ignored: {1} that is a reference is what the reference leads to. Write it there, or write the object out.{2}");

    public static readonly Rule DiscriminatorOfSwagger = new(
        "SG3263",
        Severity.Warning,
        "Discriminator of Swagger 2.0",
        "In OpenAPI 3 a discriminator is a mapping with propertyName. The text '{0}' is read as Swagger 2.0 means it, as the name of the property.");

    public static readonly Rule DiscriminatorOfNothing = new(
        "SG3264",
        Severity.Warning,
        "Discriminator that no case has",
        "No case of the union declares the property '{0}', by which the discriminator tells them apart. Declare it in each of them, or correct the name.{2}");

    public static readonly Rule FileInPlainForm = new(
        "SG3265",
        Severity.Warning,
        "File in a form that is not multipart",
        "'{0}' is a file by its format, which no field of '{1}' can be: its bytes travel as Base64. Use multipart/form-data.{2}");

    public static readonly Rule NameOfComponent = new(
        "SG3266",
        Severity.Info,
        "Name that components cannot have",
        "A name in '{0}' has other characters than letters, digits, '.', '-' and '_', which OpenAPI does not allow; other tools may refuse it.{2}");

    public static readonly Rule WebhookSecurity = new(
        "SG3260",
        Severity.Info,
        "Credentials of a webhook",
        "No generated code asks for, or gives, the credentials that a webhook or callback needs: check them in an endpoint filter, and send them by a handler of the HttpClient.{2}");

    public static readonly Rule NoTypeEffect = new(
        "SG3090",
        Severity.Info,
        "No effect on types",
        "'{0}' has no effect on the generated types.{2}");

    public static readonly Rule UnknownKeyword = new(
        "SG3150",
        Severity.Warning,
        "Unknown keyword",
        "'{0}' is no keyword of {1} and is ignored. Remove it, or begin the name with x- if it is an extension.{2}");

    public static readonly Rule SecurityMisspelt = new(
        "SG3151",
        Severity.Error,
        "Security misspelt",
        "'{0}' is no keyword, and '{1}' is probably meant. Ignored, it would leave operations open to everybody. Mend it, or begin the name with x- if it is an extension.");

    public static readonly Rule SectionMisspelt = new(
        "SG3171",
        Severity.Error,
        "Section misspelt",
        "'{0}' is no keyword, and '{1}' is probably meant. Ignored, all that it declares would be lost. Mend it, or begin the name with x- if it is an extension.");

    public static readonly Rule Annotation = new(
        "SG3172",
        Severity.Info,
        "Annotation",
        "'{0}' is no keyword of JSON Schema, which takes it for an annotation. It has no effect on the generated types.{2}");

    public static readonly Rule KeywordOfOtherVersion = new(
        "SG3173",
        Severity.Warning,
        "Keyword of another version",
        "'{0}' is no keyword of {1} in the version that the contract names. It is read as in the version that has it; name that version, or write what this one has.{2}");

    public static readonly Rule SecurityOfPath = new(
        "SG3152",
        Severity.Warning,
        "Security of a path item",
        "A path item has no 'security'. {0}; state it for each operation.");

    public static readonly Rule NothingLeft = new(
        "SG3153",
        Severity.Error,
        "Nothing left to generate",
        "The contract has neither an operation nor a schema, so the files that were generated before would be deleted. Mend the contract, or delete them with --force.");

    public static readonly Rule BlanksAroundName = new(
        "SG3154",
        Severity.Warning,
        "Blanks around a name",
        "No name of a header or cookie has blanks around it. '{0}' is read as '{1}'.");

    public static readonly Rule StyleNearlyKnown = new(
        "SG3155",
        Severity.Warning,
        "Style nearly known",
        "'{0}' is no style or collection format. It is read as '{1}'.");

    public static readonly Rule RepeatedEnumValue = new(
        "SG3156",
        Severity.Warning,
        "Enum value repeated",
        "The enum lists '{0}' twice. Remove one of them.");

    public static readonly Rule ContentBesideSchema = new(
        "SG3157",
        Severity.Warning,
        "Content beside a schema",
        "A parameter or header has either 'schema' or 'content'. For a parameter 'content' counts, for a header 'schema'; remove the other.");

    public static readonly Rule SeveralParameterMediaTypes = new(
        "SG3174",
        Severity.Warning,
        "Several media types of a parameter",
        "A parameter or header has one media type under 'content'. '{0}' counts, being the first; remove the others.");

    public static readonly Rule DeepObjectOfOther = new(
        "SG3158",
        Severity.Warning,
        "Deep object of another type",
        "The style 'deepObject' is for objects, and no standard says what it means for type '{0}'. Choose another style.");

    public static readonly Rule HeaderTwice = new(
        "SG3159",
        Severity.Warning,
        "Header declared twice",
        "The header '{0}' is declared as '{1}' already, for letter case means nothing in names of headers. The first one counts.");

    public static readonly Rule StyleOfSingle = new(
        "SG3185",
        Severity.Warning,
        "Style without parts to lay out",
        "The style '{0}' says what stands between the parts of a list or object, and a value of type '{1}' has none. It has no effect; remove it, or correct the type.{2}");

    public static readonly Rule EncodingWithoutForm = new(
        "SG3186",
        Severity.Warning,
        "Encoding outside a form",
        "An encoding says how the properties of a multipart or urlencoded request travel. Under '{0}' of {1} it has no effect; remove it.{2}");

    public static readonly Rule ServerVariableUnused = new(
        "SG3187",
        Severity.Warning,
        "Server variable that no address has",
        "The address '{1}' has no '{{{0}}}', so the variable has no effect. Remove it, or correct one of the two names.");

    public static readonly Rule UndeclaredScope = new(
        "SG3188",
        Severity.Warning,
        "Scope that no flow declares",
        "No flow of the scheme '{1}' declares the scope '{0}'. Servers demand it all the same; declare it, or correct the name.{2}");

    public static readonly Rule ScopesOfKey = new(
        "SG3189",
        Severity.Warning,
        "Scopes of a scheme without scopes",
        "Before OpenAPI 3.1 only OAuth 2 and OpenID Connect have scopes, and the scheme '{1}' is neither. Servers demand '{0}' all the same; leave the list empty.{2}");

    public static readonly Rule LinkToNothing = new(
        "SG3190",
        Severity.Warning,
        "Link to an unknown operation",
        "No operation of the contracts has the id '{0}' that a link names. Links have no effect on the generated code; correct the id for those who read them.");

    public static readonly Rule FileOutsideMultipart = new(
        "SG3191",
        Severity.Warning,
        "File of a form that is not multipart",
        "Only multipart/form-data can carry the file '{0}', and 'consumes' does not list it. It is sent so all the same; list it.{2}");

    public static readonly Rule KeywordMissing = new(
        "SG3192",
        Severity.Warning,
        "Keyword missing",
        "'{0}' is missing in {1}, which must have it. Add it.{2}");

    public static readonly Rule KeywordsTogether = new(
        "SG3193",
        Severity.Warning,
        "Keywords that exclude each other",
        "'{0}' and '{1}' exclude each other in one object. Remove one of them.{2}");

    public static readonly Rule RepeatedName = new(
        "SG3194",
        Severity.Warning,
        "Name listed twice",
        "'{0}' lists '{1}' twice. Remove one of them.{2}");

    public static readonly Rule KeywordWithoutEffect = new(
        "SG3195",
        Severity.Warning,
        "Keyword without effect",
        "'{0}' has no effect on {1}. Remove it.{2}");

    public static readonly Rule ExplodeOfStyle = new(
        "SG3196",
        Severity.Warning,
        "Explode that the style does not have",
        "The style '{0}' is not defined with explode: {1}, and is read as without it. Remove it.{2}");

    public static readonly Rule MediaTypeAsHeader = new(
        "SG3197",
        Severity.Info,
        "Media type as a header",
        "The media type of a body says what the header '{0}' is. The header is ignored, as the standard says.");

    public static readonly Rule BodyOfMethod = new(
        "SG3198",
        Severity.Info,
        "Body of a method without one",
        "HTTP gives the body of a {0} request no meaning, and programs on its way may drop it. It is sent and read all the same.{2}");

    public static readonly Rule NoRuntimeExpression = new(
        "SG3199",
        Severity.Warning,
        "No runtime expression",
        "'{0}' is no runtime expression. Write $url, $method, $statusCode, or $request or $response with .header.name, .query.name, .path.name or .body.");

    public static readonly Rule FileElsewhere = new(
        "SG3200",
        Severity.Warning,
        "File outside a form",
        "The type 'file' is for fields of formData and for responses. {0} is read as a string.");

    public static readonly Rule StatusOutOfRange = new(
        "SG3201",
        Severity.Warning,
        "Status code out of range",
        "HTTP has status codes from 100 to 599. '{0}' is taken as it stands.");

    public static readonly Rule StatusMisspelt = new(
        "SG3205",
        Severity.Warning,
        "Status code misspelt",
        "The responses of '{0}' are read as those of '{1}', which other tools may not do. Write '{1}'.");

    public static readonly Rule EmptyCombination = new(
        "SG3202",
        Severity.Warning,
        "Combination of no schemas",
        "'{0}' lists no schema and is ignored. List at least one, or remove it.");

    public static readonly Rule NoMapping = new(
        "SG3203",
        Severity.Warning,
        "Something else for a mapping",
        "What stands here for {0} must be a mapping and is {1}. It is ignored.{2}");

    public static readonly Rule AuthenticationSchemeMisspelt = new(
        "SG3204",
        Severity.Warning,
        "Authentication scheme misspelt",
        "'{0}' is no registered authentication scheme of HTTP. Is '{1}' meant? It is sent as it stands.");

    public static readonly Rule UnknownFlow = new(
        "SG3206",
        Severity.Warning,
        "Unknown flow of OAuth 2",
        "'{0}' is no flow of Swagger 2.0, which knows implicit, password, application and accessCode. Is '{1}' meant?");

    public static readonly Rule MediaTypeMisspelt = new(
        "SG3207",
        Severity.Warning,
        "Media type misspelt",
        "The media type '{0}' is of no kind that is registered. Is '{1}/...' meant? It is taken as it stands, for a stream of bytes.");

    public static readonly Rule DiscriminatorMisspelt = new(
        "SG3208",
        Severity.Warning,
        "Discriminator misspelt",
        "The discriminator names the property '{0}', which the schema does not declare. Is '{1}' meant?");

    public static readonly Rule EncodingOfNothing = new(
        "SG3160",
        Severity.Warning,
        "Encoding of no property",
        "The encoding '{0}' is of no property that the schema declares. It is ignored. Correct the name, or declare the property.");

    public static readonly Rule SchemaWithoutName = new(
        "SG3162",
        Severity.Error,
        "Schema without a name",
        "A schema is declared under an empty name, by which nothing in code could be called. Give it a name.");

    public static readonly Rule UnknownSchemaDialect = new(
        "SG3163",
        Severity.Warning,
        "Unknown dialect of JSON Schema",
        "The dialect '{0}' is not known; the schemas are read as JSON Schema 2020-12. Name a dialect of json-schema.org or spec.openapis.org, or none.");

    public static readonly Rule BooleanSchema = new(
        "SG3164",
        Severity.Warning,
        "Boolean schema before OpenAPI 3.1",
        "Before OpenAPI 3.1 a schema is an object and not '{0}'; it is read as there. Write {1}.");

    public static readonly Rule EnumValueOutOfFormat = new(
        "SG3165",
        Severity.Warning,
        "Enum value beyond its format",
        "The enum lists {0}, which is no number of the format '{1}'. Remove it, or change the format.");

    public static readonly Rule TooMuchCode = new(
        "SG3161",
        Severity.Error,
        "Contract makes too much code",
        "With what is declared here the contract makes more than {0} MiB of code. Share schemas and parameters instead of repeating them, or allow more by --max-output.");
}
