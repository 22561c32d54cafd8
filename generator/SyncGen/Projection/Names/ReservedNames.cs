using System.Collections.Frozen;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Names that generated code uses itself, so that no type or member of the contract may take them.</summary>
internal static class ReservedNames
{
    private static readonly FrozenSet<string> Types = new[]
    {
        // Namespaces that names begin with, and those of the JSON code and the runtime.
        "Json", "Runtime", "System", "Microsoft", "Global",
        // What everybody takes for a type of .NET, and projects with implicit usings could not tell from it.
        "Action", "ArgumentException", "ArgumentNullException", "Array", "Attribute", "Boolean", "Byte", "Char", "Convert", "DateOnly", "DateTime", "DateTimeOffset",
        "Decimal", "Delegate", "Dictionary", "Double", "Encoding", "Enum", "Enumerable", "EqualityComparer", "Exception", "Func", "GC", "Guid", "HashCode", "HashSet",
        "ICollection", "IComparable", "IDictionary", "IDisposable", "IAsyncDisposable", "IAsyncEnumerable", "IAsyncEnumerator", "IEnumerable", "IEnumerator",
        "IEquatable", "IList", "IReadOnlyCollection", "IReadOnlyDictionary", "IReadOnlyList", "Index", "Int16", "Int32", "Int64", "InvalidOperationException",
        "KeyValuePair", "Lazy", "List", "Math", "Memory", "NotSupportedException", "Nullable", "Object", "ObsoleteAttribute", "OperationCanceledException", "Range",
        "ReadOnlyMemory", "ReadOnlySpan", "Record", "Single", "Span", "String", "StringBuilder", "StringComparer", "StringComparison", "TimeOnly", "TimeSpan",
        "TimeoutException", "Tuple", "Type", "UInt32", "UInt64", "Uri", "ValueTuple", "ValueType", "Version", "Void", "CancellationToken", "CancellationTokenSource",
        "File", "MemoryStream", "Path", "Stream", "StreamReader", "Task", "TaskCanceledException", "Thread", "Timeout", "ValueTask",
        // Members of codecs, which would be meant where a codec names the type.
        "Format", "Read", "Write", "TextOf", "NumberOf", "TryParse",
        // Types of the runtime: those that users name beside the contract's, and those that generated code names.
        "ApiClientOptions", "ApiConnection", "ApiException", "ApiJsonContext", "ApiRequest", "ApiResult", "ApiResultBody", "ApiServerOptions",
        "BodyTypesAttribute", "ClientConfiguration", "ConstraintCheck", "ConsumesByDefaultAttribute", "ContractDescriptions", "ContractDocument", "ContractOperationAttribute",
        "Credential", "CredentialAuthenticationHandler", "CredentialConverter", "CredentialPlace", "EventBody", "FilePart", "FileResponse", "FormCaseAttribute", "FormCasePartOfAttribute", "FormCasePartAttribute", "FormCheck",
        "FormNamesAttribute", "FromFileAttribute", "FromItemsAttribute", "FromJsonAttribute", "FromParameterAttribute", "FromStreamAttribute", "FromTextAttribute", "IApiProblemWriter",
        "IJsonCheck", "IJsonCodec", "IJsonMap", "IJsonNames", "IJsonScalarCodec", "IListedText", "IValidated", "IValidatedPart", "InvalidRequestException", "ItemsBinder", "JsonAbsoluteUri", "JsonAny",
        "JsonArrayCheck", "JsonBase64", "JsonBase64Url", "JsonBigInteger", "JsonBinder", "JsonBoolean", "JsonCase", "JsonCases", "JsonCheck", "JsonChecked",
        "JsonCodecConverter", "JsonDateOnly", "JsonDateTimeOffset", "JsonDecimal", "JsonDouble", "JsonError", "JsonFixed", "JsonFormat", "JsonGuid", "JsonInt32",
        "JsonInt64", "JsonInteger", "JsonIntegerList", "JsonKinds", "JsonLastAny", "JsonLastMap", "JsonLastRaw", "JsonLenientDate", "JsonLenientDateTime", "JsonLenientTime",
        "JsonLeniency", "JsonLimits", "JsonList", "JsonListedText", "JsonMap", "JsonNullable", "JsonNullableTime", "JsonNullableValue", "JsonObjectCheck", "JsonParts", "JsonObjectOnly", "JsonOptionalTime",
        "JsonPatternMap", "JsonPeek", "JsonQuotable", "JsonRaw", "JsonRead", "JsonSingle", "JsonString", "JsonStrictUri", "JsonTagged", "JsonTimeOnly", "JsonTimeSpan", "JsonUInt64", "JsonUnionCase", "JsonUri", "JsonWrite",
        "JsonValueCheck", "ListChecks", "ListedChecks", "KnownTexts", "NumberChecks", "OpenApiContract", "Optional", "ParameterBinder", "ParameterLayout", "ParameterPlace", "ParameterStyle",
        "PartialServer", "PartHeaderAttribute", "PartHeadersAttribute", "PartNamesAttribute", "PartRuleAttribute", "PartTypesAttribute", "PatternBudget", "ProducesDefaultAttribute", "ProducesRangeAttribute", "RawJson", "RequestCheck",
        "RequestInput", "RequestItemException", "RequestItems", "RequireLiteralsAttribute", "RequireQueryAttribute", "RequestTelemetry", "RequireSecurityAttribute",
        "ResponseCapture", "RouteDemandPolicy", "SchemeCredential", "ServerSentEvent", "StrictContractAttribute", "TextChecks", "TextKinds", "UnimplementedAttribute", "UnknownChecks", "Violation",
        "UnionValue",
        "ViolationList",
    }.Concat(KnownNames.Types.Keys).Concat(KnownNames.Attributes.Keys.Select(name => $"{name}Attribute")).ToFrozenSet(StringComparer.OrdinalIgnoreCase);

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

    /// <summary>Whether a type of this name would hide one that generated code uses. Such a name gets the suffix <c>Model</c>.</summary>
    public static bool IsType(string name) => Types.Contains(name);

    /// <summary>Whether a record of its own accord has, or may get, a member of this name. Such a name gets the suffix <c>Value</c>.</summary>
    public static bool IsMember(string name) => Members.Contains(name);

    /// <summary>Whether ASP.NET's controllers have a member of this name, or every object has. Such a name gets the suffix <c>Action</c>.</summary>
    public static bool IsControllerMember(string name) => ControllerMembers.Contains(name) || Members.Contains(name);

    /// <summary>Whether ASP.NET Core has an extension AddX or MapX with this X that a call could mean as well. Such a name gets the suffix <c>Api</c>.</summary>
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
