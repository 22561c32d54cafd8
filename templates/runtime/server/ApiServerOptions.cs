namespace SyncGen.Runtime;

using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

/// <summary>Configures how the server reads requests. It is configured like every other options class of the application.</summary>
public sealed class ApiServerOptions
{
    private static readonly ApiServerOptions Default = new();
    private JsonLimits _bodyLimits = new() { MaxValues = 1_000_000 };

    /// <summary>
    /// The most bytes that a request's body may have, as it is sent and as it is after the application has decompressed it; null leaves it to the
    /// server's own limit. More is a 413.
    /// </summary>
    public long? MaxBodyBytes { get; set; }

    /// <summary>How many values a body of JSON may have, objects and arrays counted with what they hold; 1,000,000 by default. More is a 400.</summary>
    public int MaxBodyValues
    {
        get => _bodyLimits.MaxValues;
        set => _bodyLimits = new JsonLimits { MaxValues = value };
    }

    /// <summary>The most bytes of an item where a body's items are read as they come; 4 MiB by default. More is a 400.</summary>
    public int MaxItemBytes { get; set; } = 4 * 1024 * 1024;

    /// <summary>Parameters and bodies that break a constraint of the contract (lengths, bounds, patterns) are refused with 400. It is so unless switched off.</summary>
    public bool ChecksConstraints { get; set; } = true;

    /// <summary>How many violations of the contract are looked for in a request and told to its sender, 100 by default. What a request breaks after that is not told.</summary>
    public int MaxViolations { get; set; } = 100;

    /// <summary>The most bytes of a problem that tells a sender what is wrong; 64 KiB by default. What has no room is not told.</summary>
    public int MaxProblemBytes { get; set; } = 64 * 1024;

    /// <summary>The limits of a body of JSON.</summary>
    internal JsonLimits BodyLimits => _bodyLimits;

    /// <summary>The options of the application that serves the request.</summary>
    internal static ApiServerOptions Of(HttpContext httpContext) =>
        httpContext.RequestServices.GetService<IOptions<ApiServerOptions>>()?.Value ?? Default;
}
