namespace SyncGen.Runtime;

using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;

/// <summary>
/// Writes the responses that the server gives before an operation runs: 400, 401, 403, 406 and 413. Without one in the container they are
/// application/problem+json (RFC 9457); register one where the contract describes errors of another form.
/// </summary>
public interface IApiProblemWriter
{
    /// <summary>Writes a response.</summary>
    /// <param name="httpContext">The request.</param>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <param name="detail">What is wrong, for the caller.</param>
    /// <param name="errors">What is wrong, by parameter or JSON path; empty when it is not a matter of one of them.</param>
    /// <returns>The writing.</returns>
    Task WriteAsync(HttpContext httpContext, int statusCode, string detail, IReadOnlyDictionary<string, string[]> errors);
}
