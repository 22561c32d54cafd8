namespace SyncGen.Runtime;

using System;
using System.Security.Cryptography;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;

/// <summary>Serves the contract in one of its forms, with an ETag by which callers ask whether it has changed.</summary>
internal sealed class ContractDocument
{
    private readonly byte[] _content;
    private readonly string _mediaType;
    private readonly EntityTagHeaderValue _tag;

    /// <summary>Initializes a new instance of the <see cref="ContractDocument"/> class.</summary>
    /// <param name="content">The contract as it is sent.</param>
    /// <param name="mediaType">The media type of that form.</param>
    public ContractDocument(ReadOnlySpan<byte> content, string mediaType)
    {
        _content = content.ToArray();
        _mediaType = mediaType;
        _tag = new EntityTagHeaderValue($"\"{Convert.ToHexString(SHA256.HashData(content).AsSpan(0, 16))}\"");
    }

    /// <summary>Maps it for GET and HEAD requests.</summary>
    /// <param name="endpoints">The route builder to add the endpoint to.</param>
    /// <param name="path">The path of the document.</param>
    /// <returns>The endpoint, to add conventions such as authorization or caching.</returns>
    public IEndpointConventionBuilder Map(IEndpointRouteBuilder endpoints, string path) =>
        endpoints.MapMethods(path, [HttpMethods.Get, HttpMethods.Head], ServeAsync).ExcludeFromDescription();

    private Task ServeAsync(HttpContext httpContext) => TypedResults.Bytes(_content, _mediaType, entityTag: _tag).ExecuteAsync(httpContext);
}
