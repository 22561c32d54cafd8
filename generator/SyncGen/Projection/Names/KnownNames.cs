using System.Collections.Frozen;

namespace SyncGen.Projection;

/// <summary>
/// What generated code names of the frameworks, by namespace, and the attributes that templates of users name most. A test compiles every case and finds what
/// is missing or too much.
/// </summary>
internal static class KnownNames
{
    /// <summary>The namespace of each type that is no attribute.</summary>
    public static readonly FrozenDictionary<string, string> Types = ByName(
        ("System", "Action ArgumentException ArgumentNullException ArgumentOutOfRangeException DateOnly DateTimeOffset Func Guid IEquatable IFormatProvider IParsable IServiceProvider InvalidOperationException ReadOnlySpan StringComparer StringComparison TimeOnly TimeSpan Type Uri UriKind"),
        ("System.Collections.Generic", "Dictionary HashSet IAsyncEnumerable IEnumerable IReadOnlyDictionary IReadOnlyList KeyValuePair List"),
        ("System.Collections.ObjectModel", "ReadOnlyDictionary"),
        ("System.Diagnostics", "UnreachableException"),
        ("System.Diagnostics.CodeAnalysis", "DynamicallyAccessedMemberTypes"),
        ("System.Globalization", "CultureInfo NumberStyles"),
        ("System.IO", "Stream"),
        ("System.Net.Http", "HttpClient HttpMethod IHttpClientFactory"),
        ("System.Numerics", "BigInteger"),
        ("System.Text", "StringBuilder"),
        ("System.Text.Encodings.Web", "UrlEncoder"),
        ("System.Text.Json", "JsonElement JsonEncodedText JsonException JsonSerializer JsonSerializerOptions JsonTokenType JsonValueKind Utf8JsonReader Utf8JsonWriter"),
        ("System.Text.Json.Serialization.Metadata", "IJsonTypeInfoResolver JsonTypeInfo"),
        ("System.Text.RegularExpressions", "Regex RegexOptions"),
        ("System.Threading", "CancellationToken Timeout"),
        ("System.Threading.Tasks", "Task ValueTask"),
        ("Microsoft.AspNetCore.Authentication", "AuthenticationBuilder AuthenticationSchemeOptions"),
        ("Microsoft.AspNetCore.Builder", "IEndpointConventionBuilder"),
        ("Microsoft.AspNetCore.Http", "HttpContext IFormFile IFormFileCollection ProducesResponseTypeMetadata"),
        ("Microsoft.AspNetCore.Http.Metadata", "AcceptsMetadata"),
        ("Microsoft.AspNetCore.Mvc", "ControllerBase IActionResult ProducesDefaultResponseTypeAttribute"),
        ("Microsoft.AspNetCore.Routing", "IEndpointRouteBuilder MatcherPolicy RouteGroupBuilder"),
        ("Microsoft.Extensions.Configuration", "IConfiguration"),
        ("Microsoft.Extensions.DependencyInjection", "FromKeyedServicesAttribute IHttpClientBuilder IServiceCollection ServiceDescriptor"),
        ("Microsoft.Extensions.Http", "HttpClientFactoryOptions"),
        ("Microsoft.Extensions.Logging", "ILoggerFactory"),
        ("Microsoft.Extensions.Options", "ConfigurationChangeTokenSource IOptionsChangeTokenSource IOptionsMonitor"),
        ("Microsoft.OpenApi", "OpenApiDocument"));

    /// <summary>The namespace of each attribute, by its short name.</summary>
    public static readonly FrozenDictionary<string, string> Attributes = ByName(
        ("System", "Obsolete"),
        ("System.Diagnostics.CodeAnalysis", "DynamicallyAccessedMembers NotNullWhen"),
        ("System.Runtime.CompilerServices", "EnumeratorCancellation"),
        ("System.Text.Json.Serialization", "JsonConverter JsonExtensionData JsonIgnore JsonInclude JsonPropertyName JsonPropertyOrder JsonRequired"),
        ("Microsoft.AspNetCore.Http", "EndpointSummary Tags"),
        ("Microsoft.AspNetCore.Mvc", "AcceptVerbs ApiController ApiExplorerSettings Consumes FromHeader HttpDelete HttpGet HttpHead HttpPatch HttpPost HttpPut NonAction ProducesDefaultResponseType ProducesResponseType Route"),
        ("Microsoft.AspNetCore.Mvc.ModelBinding", "BindRequired"));

    /// <summary>The namespace of each extension method.</summary>
    public static readonly FrozenDictionary<string, string> Extensions = ByName(
        ("System", "SequenceEqual"),
        ("System.Linq", "Any OfType"),
        // Of tasks it is a method, of what is enumerated an extension; a file that awaits either names one of the namespace's types, or needs it.
        ("System.Threading.Tasks", "ConfigureAwait"),
        ("Microsoft.AspNetCore.Builder", "MapGroup WithMetadata"),
        ("Microsoft.AspNetCore.Http", "ExcludeFromDescription WithSummary WithTags"),
        ("Microsoft.Extensions.DependencyInjection", "AddHttpClient AddKeyedTransient AddOptions AddScoped AddSingleton AddTransient ConfigurePrimaryHttpMessageHandler GetRequiredKeyedService GetRequiredService PostConfigure"),
        ("Microsoft.Extensions.DependencyInjection.Extensions", "TryAddEnumerable"));

    private static FrozenDictionary<string, string> ByName(params (string Namespace, string Names)[] groups) =>
        groups.SelectMany(group => group.Names.Split(' '), (group, name) => KeyValuePair.Create(name, group.Namespace)).ToFrozenDictionary(StringComparer.Ordinal);
}
