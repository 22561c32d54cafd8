using MatrixApi.Runtime;

namespace Homeserver;

/// <summary>Responds to requests that never reach an operation with the specification's error object.</summary>
internal sealed class MatrixProblems : IApiProblemWriter
{
    public Task WriteAsync(HttpContext httpContext, int statusCode, string detail, IReadOnlyDictionary<string, string[]> errors)
    {
        var code = statusCode switch
        {
            StatusCodes.Status400BadRequest => "M_BAD_JSON",
            StatusCodes.Status401Unauthorized => httpContext.Request.Headers.Authorization.Count > 0 ? "M_UNKNOWN_TOKEN" : "M_MISSING_TOKEN",
            StatusCodes.Status403Forbidden => "M_FORBIDDEN",
            StatusCodes.Status413PayloadTooLarge => "M_TOO_LARGE",
            _ => "M_UNKNOWN",
        };
        var text = errors.Count == 0 ? detail : string.Join(' ', errors.Select(error => $"{error.Key}: {string.Join(' ', error.Value)}"));
        return Errors.WriteAsync(httpContext, statusCode, Errors.Of(code, text));
    }
}
