using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace SyncGen.Runtime;

/// <summary>How the server takes requests. It is configured like every other options class of the application.</summary>
public sealed class ApiServerOptions
{
    private static readonly ApiServerOptions Default = new();

    /// <summary>The most bytes that a request's body may have, before anything is decompressed; null leaves it to the server's own limit. More is a 413.</summary>
    public long? MaxBodyBytes { get; set; }

    /// <summary>Parameters and bodies that break a constraint of the contract (lengths, bounds, patterns) are refused with 400. It is so unless switched off.</summary>
    public bool ChecksConstraints { get; set; } = true;

    /// <summary>The options of the application that serves the request.</summary>
    internal static ApiServerOptions Of(HttpContext httpContext) =>
        httpContext.RequestServices.GetService<IOptions<ApiServerOptions>>()?.Value ?? Default;
}
