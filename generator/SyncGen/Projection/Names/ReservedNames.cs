using System.Collections.Frozen;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Names that generated code uses itself, so that no type or member of the contract may take them.</summary>
internal static class ReservedNames
{
    private static readonly FrozenSet<string> Types = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        // Namespaces that names begin with, and the one of the JSON code.
        "Json", "System", "Microsoft", "Global",
        // System and its collections.
        "Action", "ArgumentException", "ArgumentNullException", "Array", "ArrayPool", "Attribute", "Boolean", "Byte", "Char", "ConcurrentDictionary", "Convert", "DateOnly", "DateTime",
        "DateTimeOffset", "Decimal", "Delegate", "Dictionary", "Double", "Encoding", "Enum", "Enumerable", "EqualityComparer", "Exception", "Func",
        "GC", "Guid", "HashCode", "HashSet", "IBufferWriter", "ICollection", "IComparable", "IDictionary", "IDisposable", "IAsyncDisposable",
        "IAsyncEnumerable", "IAsyncEnumerator", "IEnumerable", "IEnumerator", "IEquatable", "IList", "IReadOnlyCollection", "IReadOnlyDictionary", "IReadOnlyList",
        "ImmutableArray", "Index", "Int16", "Int32", "Int64", "InvalidOperationException", "IServiceProvider", "KeyValuePair", "Lazy", "List",
        "Math", "Memory", "MemoryExtensions", "NotSupportedException", "Nullable", "Object", "Obsolete", "ObsoleteAttribute",
        "OperationCanceledException", "Range", "ReadOnlyMemory", "ReadOnlySequence", "ReadOnlySpan", "Record", "Single", "Span", "String",
        "StringBuilder", "StringComparer", "StringComparison", "TimeOnly", "TimeSpan", "TimeoutException", "Tuple", "Type", "UInt32", "UInt64",
        "Uri", "UriKind", "ValueTuple", "ValueType", "Version", "Void", "CultureInfo", "NumberStyles", "UnreachableException", "Unsafe",
        "DebuggerDisplay", "DecoderFallbackException", "UTF8Encoding", "Regex", "RegexOptions", "RegexMatchTimeoutException", "BigInteger",
        // Files and tasks.
        "CancellationToken", "CancellationTokenSource", "File", "MemoryStream", "Path", "Pipe", "PipeReader", "PipeWriter", "Stream",
        "StreamReader", "Task", "TaskCanceledException", "Thread", "Timeout", "ValueTask",
        // System.Text.Json.
        "JsonConverter", "JsonConverterAttribute", "JsonDocument", "JsonElement", "JsonEncodedText", "JsonException", "JsonIgnore",
        "JsonMarshal", "JsonMetadataServices", "JsonNode", "JsonSerializer", "JsonSerializerContext", "JsonSerializerOptions", "JsonTokenType", "JsonTypeInfo",
        "JsonValueKind", "Utf8JsonReader", "Utf8JsonWriter",
        // HTTP and ASP.NET.
        "ActionContext", "ActionResult", "ApiController", "ApiControllerAttribute", "ControllerBase", "Cookie", "EndpointRouteBuilder", "FromBody", "FromForm",
        "FromHeader", "FromQuery", "FromRoute", "HttpClient", "HttpCompletionOption", "HttpContent", "HttpContext", "HttpGet", "HttpClientFactoryOptions", "HttpHead",
        "HttpMethod", "HttpPatch", "HttpPost", "HttpPut", "HttpDelete", "HttpOptions", "HttpRequest", "HttpRequestException", "HttpRequestMessage",
        "HttpResponse", "HttpResponseMessage", "HttpStatusCode", "IActionResult", "IHttpClientBuilder", "IResult", "IServiceCollection",
        "MediaTypeHeaderValue", "AuthenticationSchemeOptions", "AuthenticationBuilder", "UrlEncoder", "ProducesResponseType", "ProducesDefaultResponseType", "NonAction", "ILoggerFactory", "IOptionsMonitor", "IOptions", "IFormFile", "EnumeratorCancellation", "DynamicallyAccessedMembers", "BindRequired", "AcceptVerbs", "ProblemDetails", "Produces", "Consumes", "Route", "StringValues",
        // What the runtime files name besides.
        "ActionConstraintContext", "ActionSelectorCandidate", "Activity", "ArrayBufferWriter", "ActionExecutingContext", "ActionExecutionDelegate", "ArgumentOutOfRangeException", "AttributeTargets",
        "AttributeUsage", "AuthenticateResult", "AuthenticationHandler", "AuthenticationProperties", "AuthenticationTicket",
        "AuthorizationFilterContext", "BadHttpRequestException", "BindingSource", "BinaryPrimitives", "BitOperations", "ByteArrayContent", "CallerMemberName", "Claim", "ClaimTypes",
        "ClaimsIdentity", "ClaimsPrincipal", "CollectionsMarshal", "ConfigurationChangeTokenSource", "Debug", "DecompressionMethods", "DefaultModelMetadata", "DelegatingHandler", "DistributedContextPropagator",
        "DynamicallyAccessedMemberTypes", "EventId", "Flags", "FormattableString", "HttpIOException", "FromKeyedServices", "FromKeyedServicesAttribute", "HttpMethods", "HttpMetricsEnrichmentContext", "HttpRequestOptionsKey", "IActionConstraint",
        "IApiRequestMetadataProvider", "IApiResponseMetadataProvider", "IAsyncActionFilter", "IAsyncAuthorizationFilter", "IAuthenticationHandlerProvider",
        "IAuthenticationSchemeProvider", "IAuthenticationService", "IBinaryInteger", "IEqualityComparer", "IJsonCheck", "IConfiguration", "IFormatProvider", "IHttpClientFactory", "IHttpRequestFeature", "IJsonCodec", "IJsonMap", "IJsonNames",
        "IJsonTypeInfoResolver", "ILogger", "IModelBinder", "IOException", "IOptionsChangeTokenSource", "IOrderedFilter", "InvalidDataException", "IParsable", "IQueryCollection",
        "IStatusCodeHttpResult", "ITypeDescriptorContext", "IUtf8SpanFormattable", "Comparer", "IValidated", "IValidatedPart", "JsonPathText", "PatternBudget", "Stopwatch", "TaskContinuationOptions", "TaskScheduler", "InlineArray", "Interlocked", "JavaScriptEncoder", "JsonBuffer", "JsonCanonical", "JsonCase", "JsonCheck", "JsonEquality", "JsonListedCheck", "JsonNumberText", "JsonPartCheck", "JsonRestCheck", "JsonTree", "JsonValueCheck",
        "JsonAny", "JsonCodecConverter", "JsonCommentHandling", "JsonDateOnly", "JsonDateText", "JsonDateTimeOffset", "JsonDocumentOptions", "JsonElementText", "JsonError", "JsonErrorLocation", "JsonFreeText", "JsonInteger", "JsonIntegerList", "JsonKind", "JsonKinds", "JsonList", "JsonMap", "JsonNameCheck", "JsonNullableValue", "JsonObjectOnly", "JsonOptionalTime", "JsonPathFinder", "JsonPeek", "JsonRaw", "JsonRead", "JsonTextCheck", "Utf8Parser",
        "JsonReaderOptions", "JsonValueException", "JsonWriterOptions", "JsonWriters", "LogLevel", "LoggerMessage", "MaybeNullWhen",
        "MediaTypeCollection", "MemoryMarshal", "MethodImpl", "MethodImplOptions", "ModelBinderAttribute", "ModelBindingContext",
        "ModelBindingResult", "ModelError", "MultipartFormDataContent", "NotNullWhen", "ReadOnlyDictionary", "ReasonPhrases", "RuntimeHelpers",
        "SearchValues", "SeekOrigin", "SocketsHttpHandler", "SortedDictionary", "Stack", "StatusCodes", "StreamContent", "StringSplitOptions",
        "ThreadStatic", "TypeConverter", "UriComponents", "UriFormat", "Utf8", "ValidationStateEntry", "ViolationList",
        // What endpoints and the runtime files of servers name besides.
        "Base64Url", "IFormFeature", "ILookup", "JQueryFormValueProviderFactory", "JQueryQueryStringValueProviderFactory", "UrlEncodedForm",
        "AcceptsMetadata", "ActionModel", "ApplicationModel", "AttributeRouteInfo", "BindingFlags", "ContractActions", "ContractOperation", "ContractOperationAttribute", "ContractOperationId", "ControllerModel", "EndpointNameMetadata", "IActionConstraintMetadata", "IActionHttpMethodProvider", "IActionModelConvention",
        "IApiDescriptionGroupNameProvider", "IApiDescriptionVisibilityProvider", "IControllerModelConvention", "IEndpointNameMetadata", "IFilterMetadata", "IRouteTemplateProvider", "IRouteValueProvider", "NonActionAttribute",
        "ActionDescriptor", "FileBufferingReadStream", "FormCollection", "FormFileCollection", "FormOptions", "HeaderDictionary", "HeaderUtilities", "IHeaderDictionary", "KeyValueAccumulator", "MultipartReader", "NameValueHeaderValue", "StringSegment", "TransportContext", "CandidateSet", "ConditionalWeakTable", "EndpointMetadataCollection", "IAsyncResourceFilter", "IEndpointConventionBuilder", "IEndpointRouteBuilder",
        "IEndpointSelectorPolicy", "IHttpMaxRequestBodySizeFeature", "IProducesResponseTypeMetadata", "IQueryFeature", "JsonString", "QuerySearch",
        "ApiDescription", "ApiDescriptionProviderContext", "ApiExplorerSettings", "ApiRequestFormat", "ApiResponseFormat", "ConsumesAttribute", "CustomAttributeData", "EndpointNameAttribute", "EndpointSummaryAttribute", "FromBodyAttribute",
        "FromHeaderAttribute", "FromQueryAttribute", "FromRouteAttribute", "IApiDefaultResponseMetadataProvider", "IApiDescriptionProvider", "IFromFormMetadata", "IParameterBindingMetadata",
        "MatcherPolicy", "ParameterDescriptor", "ParameterInfo", "ProducesDefaultResponseTypeAttribute", "ProducesResponseTypeAttribute", "ProducesResponseTypeMetadata", "RequestDelegate", "ResourceExecutingContext",
        "ResourceExecutionDelegate", "RouteEndpoint", "RouteGroupBuilder", "RoutePatternLiteralPart", "RoutePatternParameterPart", "RoutePatternPart", "RoutePatternPathSegment", "RoutePatternSeparatorPart", "ServiceDescriptor", "TagsAttribute", "UnconditionalSuppressMessage",
        // Members of codecs, which would be meant where a codec names the type.
        "Format", "Read", "Write", "TextOf", "NumberOf", "TryParse",
        // Types of the runtime files that stand in the API's namespace.
        "Acceptance", "ApiClientOptions", "ApiConnection", "ApiException", "ApiJsonContext", "ApiProblem", "ApiRequest", "ApiResponse", "ApiResult", "ApiResultBody",
        "ApiServerOptions", "BindingOutcome", "BodyStream", "BodyTypes", "BodyTypesAttribute", "ConstraintCheck", "ConsumesByDefault", "ConsumesByDefaultAttribute", "ContractDescriptions", "EndpointOperation", "EndpointParameter", "EventLines", "EventReader", "CallDeadline", "ClientConfiguration", "CookieSearch", "Credential", "CredentialAuthenticationHandler", "CredentialChoice", "CredentialConverter", "CredentialPlace", "ContentDispositionHeaderValue", "DispositionText", "FileResponse", "FormFile", "FormPart", "MultipartBody", "MultipartForm", "PartDisposition", "PartNames", "PartNamesAttribute", "RequestParts", "IFormFileCollection", "FromJson",
        "FromJsonAttribute", "FromParameter", "FromParameterAttribute", "FromFile", "FromFileAttribute", "FromStream", "FromStreamAttribute",
        "FromText", "FromTextAttribute", "HeaderText", "IApiProblemWriter", "IContractMetadata", "InvalidRequestException", "ItemStream", "JsonBinder", "JsonBody", "JsonFormat", "JsonLimits", "ListChecks", "ListedChecks", "NumberChecks", "Optional", "ParameterBinder", "ParameterLayout", "ParameterPlace",
        "ParameterReader", "ParameterStyle", "ParameterText", "ParameterValue", "PathText", "PooledBuffer", "PooledBufferWriter", "ProducesDefault", "ProducesDefaultAttribute", "ProducesRange", "ProducesRangeAttribute", "QueryText", "RawJson",
        "RequestBody", "RequestCheck", "RequestContent", "RequestErrors", "RequestForm", "RequestInput", "RequestMediaType", "RequestTelemetry", "RequireLiterals", "RequireLiteralsAttribute", "RequireQuery", "RequireQueryAttribute", "RequireSecurity", "RequireSecurityAttribute", "ResponseCapture", "ResponseHeaders", "ResponseStream", "RouteDemandPolicy", "RouteText",
        "SchemeCredential", "ServerSentEvent", "StrictContract", "StrictContractAttribute", "TraceNames", "Violation");

    private static readonly FrozenSet<string> Members = FrozenSet.Create(
        StringComparer.Ordinal,
        "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "ReferenceEquals", "Finalize", "Clone", "EqualityContract",
        "PrintMembers", "Deconstruct", "Validate", "Check", "Match");

    private static readonly FrozenSet<string> ControllerMembers = FrozenSet.Create(
        StringComparer.Ordinal,
        "Accepted", "AcceptedAtAction", "AcceptedAtRoute", "BadRequest", "Challenge", "Conflict", "Content", "ControllerContext", "Created",
        "CreatedAtAction", "CreatedAtRoute", "File", "Forbid", "HttpContext", "InternalServerError", "LocalRedirect", "LocalRedirectPermanent",
        "LocalRedirectPermanentPreserveMethod", "LocalRedirectPreserveMethod", "MetadataProvider", "ModelBinderFactory", "ModelState", "NoContent",
        "NotFound", "ObjectValidator", "Ok", "PhysicalFile", "Problem", "ProblemDetailsFactory", "Redirect", "RedirectPermanent",
        "RedirectPermanentPreserveMethod", "RedirectPreserveMethod", "RedirectToAction", "RedirectToActionPermanent",
        "RedirectToActionPermanentPreserveMethod", "RedirectToActionPreserveMethod", "RedirectToPage", "RedirectToPagePermanent",
        "RedirectToPagePermanentPreserveMethod", "RedirectToPagePreserveMethod", "RedirectToRoute", "RedirectToRoutePermanent",
        "RedirectToRoutePermanentPreserveMethod", "RedirectToRoutePreserveMethod", "Request", "Response", "RouteData", "SignIn", "SignOut",
        "StatusCode", "TryUpdateModelAsync", "TryValidateModel", "Unauthorized", "UnprocessableEntity", "Url", "User", "ValidationProblem", "Empty");

    private static readonly FrozenSet<string> Extensions = FrozenSet.Create(
        StringComparer.Ordinal,
        // AddX of services with a type argument, and MapX of endpoints with nothing else.
        "ActivatedSingleton", "ExceptionHandler", "HostedService", "HttpClient", "Options", "Scoped", "Singleton", "Transient",
        "Controllers", "DefaultControllerRoute", "OpenApi", "RazorPages", "StaticAssets");

    /// <summary>Whether a type of this name would hide one that generated code uses. The fixed answer is the suffix <c>Model</c>.</summary>
    public static bool IsType(string name) => Types.Contains(name);

    /// <summary>Whether a record of its own accord has, or may get, a member of this name. The fixed answer is the suffix <c>Value</c>.</summary>
    public static bool IsMember(string name) => Members.Contains(name);

    /// <summary>Whether ASP.NET's controllers have a member of this name, or every object has. The fixed answer is the suffix <c>Action</c>.</summary>
    public static bool IsControllerMember(string name) => ControllerMembers.Contains(name) || Members.Contains(name);

    /// <summary>Whether ASP.NET Core has an extension AddX or MapX with this X that a call could mean as well. The fixed answer is the suffix <c>Api</c>.</summary>
    public static bool IsExtension(string name) => Extensions.Contains(name);

    /// <summary>The name itself, or with the suffix that keeps it off reserved ground.</summary>
    public static string ForType(string name, Shape shape) => IsType(name) || IsMemberOf(name, shape) ? name + "Model" : name;

    /// <summary>C# allows no member of its type's own name. Records name their members around their own name.</summary>
    private static bool IsMemberOf(string name, Shape shape) => shape switch
    {
        Shape.Enum => name is "Kind" or "Known" or "Value" or "Parse" or "TryParse" or "Equals" or "GetHashCode" or "ToString",
        Shape.Union => name is "UnknownCase" || IsMember(name),
        Shape.Object => name is not "Match" && IsMember(name),
        _ => false,
    };
}
