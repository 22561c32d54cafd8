using System.Collections.Frozen;
using SyncGen.Diagnostics;

namespace SyncGen.Modeling;

/// <summary>What the contracts say, free of dialect and of C#. Several contracts are one API.</summary>
/// <param name="Documents">The contracts, in the user's order.</param>
/// <param name="Operations">Contract by contract, in contract order.</param>
/// <param name="Webhooks">OpenAPI 3.1's webhooks; their path is the webhook's name.</param>
/// <param name="SecuritySchemes">United over the contracts, by name, in contract order.</param>
/// <param name="Schemas">
/// Every schema that the contracts declare or reach, each once: first the ones declared by name in contract order, then the ones reached
/// from operations and other files in the order they are met; an inline schema follows the schema it stands in.
/// </param>
/// <param name="Files">Path of every file read, sorted.</param>
internal sealed record ApiModel(
    ImmutableArray<ApiDocument> Documents,
    ImmutableArray<Operation> Operations,
    ImmutableArray<Operation> Webhooks,
    ImmutableArray<SecurityScheme> SecuritySchemes,
    ImmutableArray<Schema> Schemas,
    ImmutableArray<string> Files)
{
    private readonly FrozenDictionary<SchemaId, Schema> _schemas = Schemas.ToFrozenDictionary(schema => schema.Id);

    /// <summary>Which values discriminators have for objects.</summary>
    public DiscriminatedCases Cases { get; } = DiscriminatedCases.Of(Schemas);

    /// <summary>All that those schemas say which checks refer to, sorted.</summary>
    public ImmutableArray<KeyValuePair<SchemaId, SchemaCheck>> WholeChecks { get; init; } = [];

    /// <summary>Whether the contracts describe nothing.</summary>
    public bool IsEmpty => Operations.IsEmpty && Webhooks.IsEmpty && Schemas.IsEmpty;

    /// <summary>The schema with this id, which every id in the model has.</summary>
    public Schema this[SchemaId id] => _schemas[id];

    /// <summary>Whether there is a schema with this id, where a check may name one that is not in the model.</summary>
    public bool Contains(SchemaId id) => _schemas.ContainsKey(id);

    /// <summary>The model with other schemas, and what it knows of them found again.</summary>
    public ApiModel WithSchemas(ImmutableArray<Schema> schemas) => new(Documents, Operations, Webhooks, SecuritySchemes, schemas, Files) { WholeChecks = WholeChecks };

    /// <summary>The model with other operations, which need no credentials and belong to no server.</summary>
    public ApiModel WithCalls(ImmutableArray<Operation> operations) =>
        new([.. Documents.Select(document => document with { Servers = [] })], operations, [], [], Schemas, Files) { WholeChecks = WholeChecks };

    /// <summary>Follows <see cref="Shape.Reference"/> to the schema that has a shape of its own.</summary>
    public Schema Resolve(SchemaId id)
    {
        var schema = _schemas[id];
        // A chain of references is no longer than there are schemas, even if a cycle got past the earlier stages.
        for (var hops = 0; schema.Shape is Shape.Reference reference && hops < _schemas.Count; hops++)
            schema = _schemas[reference.Target];
        return schema;
    }

    /// <summary>Whether null is the only value.</summary>
    public bool AllowsNullOnly(SchemaId id) =>
        Resolve(id) is { Shape: Shape.Any, Check: SchemaCheck.Kinds { Types: SchemaTypes.Null } or SchemaCheck.Listed { Values: [JsonValue.Null] } };

    /// <summary>The only value that a schema allows, where there is no more than one: an <c>enum</c> of one, or a <c>const</c>.</summary>
    public JsonValue? OnlyValueOf(SchemaId id) => _schemas[id].IsNullable ? null : Resolve(id) switch
    {
        { IsNullable: false, Shape: Shape.Enum { IsOpen: false, Values: [var only] } } => only.Value,
        { IsNullable: false, Shape.Listed: [not JsonValue.Null and var only] } => only,
        _ => null,
    };
}

/// <summary>One contract of the API.</summary>
/// <param name="File">Path relative to the first contract's folder.</param>
/// <param name="Title"><c>info.title</c>; null for a file that is a schema.</param>
/// <param name="Version"><c>info.version</c>; null for a file that is a schema.</param>
/// <param name="Description"><c>info.description</c>, Markdown.</param>
/// <param name="Servers">In contract order. Swagger 2.0's schemes, host and basePath become one for each scheme. Empty when the contract names none.</param>
/// <param name="Tags">Tag descriptions by name.</param>
internal sealed record ApiDocument(
    string File,
    SourceSpan Span,
    string? Title,
    string? Version,
    string? Description,
    ImmutableArray<Server> Servers,
    ImmutableArray<Tag> Tags);

/// <summary>A tag with what the contract says of it.</summary>
internal sealed record Tag(string Name, string? Description);

/// <summary>Where the API lives.</summary>
/// <param name="Url">With variables replaced by their defaults: absolute, or relative ("/v1") when the contract names no host. Without a trailing slash.</param>
/// <param name="Template">The same with the variables in braces.</param>
/// <param name="Variables">Those of the template, each once.</param>
internal sealed record Server(string Url, string Template, ImmutableArray<ServerVariable> Variables, SourceSpan Span, string? Description);

/// <summary>A part of a server's address that callers choose.</summary>
/// <param name="Values">The only values there are, the default among them; empty when any goes.</param>
internal sealed record ServerVariable(string Name, SourceSpan Span, string? Description, string Default, ImmutableArray<string> Values);

/// <summary>A way to a token.</summary>
/// <param name="Name">As OpenAPI 3 names it: <c>clientCredentials</c>.</param>
/// <param name="Urls">By their names in the contract: <c>tokenUrl</c>.</param>
/// <param name="Scopes">By their names, what they allow.</param>
internal sealed record OAuthFlow(string Name, Sequence<KeyValuePair<string, string>> Urls, Sequence<KeyValuePair<string, string>> Scopes);

/// <summary>How a caller proves who it is.</summary>
internal abstract record SecurityScheme(string Name, SourceSpan Span, string? Description)
{
    /// <param name="ParameterName">The name of the query key, header or cookie.</param>
    public sealed record ApiKey(string Name, SourceSpan Span, string? Description, ParameterLocation Location, string ParameterName)
        : SecurityScheme(Name, Span, Description);

    /// <param name="Scheme">basic, bearer or another HTTP scheme, lower case.</param>
    public sealed record Http(string Name, SourceSpan Span, string? Description, string Scheme, string? BearerFormat)
        : SecurityScheme(Name, Span, Description);

    /// <summary>OAuth 2 or OpenID Connect: a bearer token from a provider.</summary>
    /// <param name="DiscoveryUrl">Where OpenID Connect, or the metadata of an OAuth 2 server, says the rest; or null.</param>
    public sealed record Token(string Name, SourceSpan Span, string? Description, bool IsOpenIdConnect, string? DiscoveryUrl, Sequence<OAuthFlow> Flows)
        : SecurityScheme(Name, Span, Description);

    public sealed record MutualTls(string Name, SourceSpan Span, string? Description)
        : SecurityScheme(Name, Span, Description);
}
