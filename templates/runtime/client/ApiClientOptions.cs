namespace SyncGen.Runtime;

using System;
using System.Net.Http;

/// <summary>What every client of an API can be told.</summary>
public abstract class ApiClientOptions
{
    /// <summary>
    /// Where the API lives: scheme, host and base path. It stands in for the contract's server and comes before
    /// <see cref="HttpClient.BaseAddress"/>, which comes before the contract's own address.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>
    /// How long a call may take, its response read; <see cref="global::System.Threading.Timeout.InfiniteTimeSpan"/> for no limit. Where the response is a
    /// stream, the time until it begins. When null, the timeout of the <see cref="HttpClient"/> if one was set, else 100 seconds.
    /// </summary>
    public TimeSpan? Timeout { get; set; }

    /// <summary>The longest response that is read into memory, in bytes after decompression; 256 MiB by default.</summary>
    public int MaxResponseBytes { get; set; } = 256 * 1024 * 1024;

    /// <summary>How many values JSON in a response may have, objects and arrays counted with what they hold; 5,000,000 by default.</summary>
    public int MaxResponseValues { get; set; } = 5_000_000;

    /// <summary>
    /// Checks what is sent against the constraints of the contract: lengths, ranges, patterns, listed values. A request that breaks one is not
    /// sent; the call throws an <see cref="InvalidRequestException"/>. Off by default, for the server has the last word.
    /// </summary>
    public bool ValidatesRequests { get; set; }

    /// <summary>
    /// Reads the body of a response whatever media type the server gives it, for servers that say <c>text/html</c> of their JSON. Off by default: a response
    /// with a media type that the contract does not document is an <see cref="ApiException"/>. JSON is always read where the server says
    /// that it is JSON of some kind, calls it <c>text/plain</c> or <c>application/octet-stream</c>, as for anything unknown, or does not say what it is.
    /// </summary>
    public bool IgnoresMediaTypes { get; set; }

    /// <summary>How much of an error's body an exception keeps, in bytes; 64 KiB by default.</summary>
    public int MaxErrorBodyBytes { get; set; } = 64 * 1024;
}
