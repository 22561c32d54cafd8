namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

/// <summary>Compares the media types that a caller takes with those that the successes of an operation have.</summary>
internal static class Acceptance
{
    private static readonly ConditionalWeakTable<object, string[]> Produced = [];

    /// <summary>The caller takes one of the media types, or does not say what it takes; an operation without any suits everybody.</summary>
    /// <param name="request">The request.</param>
    /// <param name="operation">The operation, which always has the same media types.</param>
    /// <param name="produced">The media types that the operation responds with; asked once for each operation.</param>
    public static bool IsAcceptable<TOperation>(HttpRequest request, TOperation operation, Func<TOperation, IEnumerable<string>> produced)
        where TOperation : class
    {
        var accept = request.Headers.Accept;
        if (accept.Count == 0 || (accept.Count == 1 && accept[0] == "*/*"))
            return true;
        var types = Produced.TryGetValue(operation, out var known) ? known : Remember(operation, produced);
        return types.Length == 0 || (accept.Count == 1 && types.Contains(accept[0])) || Takes(accept, types);
    }

    /// <summary>Responds that no media type suits the caller.</summary>
    public static Task RefuseAsync(HttpContext httpContext) =>
        ApiProblem.WriteAsync(httpContext, StatusCodes.Status406NotAcceptable, "The response has no media type that the request accepts.");

    // Functions with state of their own, which every request would pay for if they stood in the method above.
    private static string[] Remember<TOperation>(TOperation operation, Func<TOperation, IEnumerable<string>> produced)
        where TOperation : class => Produced.GetValue(operation, _ => [.. produced(operation)]);

    private static bool Takes(StringValues accept, string[] types) =>
        !MediaTypeHeaderValue.TryParseList(accept, out var accepted)
        || accepted.Any(range => range.Quality is not 0 && types.Select(type => MediaTypeHeaderValue.Parse(type)).Any(type => Suits(type, range)));

    /// <summary>An operation that responds with any picture may respond with the one that is asked for.</summary>
    private static bool Suits(MediaTypeHeaderValue type, MediaTypeHeaderValue range) => type.IsSubsetOf(range) || (type.MatchesAllSubTypes && range.IsSubsetOf(type));
}
