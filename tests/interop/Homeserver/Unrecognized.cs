namespace Homeserver;

/// <summary>What the specification wants of a homeserver that lacks an operation: 404 with M_UNRECOGNIZED.</summary>
internal static class Unrecognized
{
    /// <summary>The body of an operation that this homeserver lacks.</summary>
    public static Task<T> Answer<T>() => throw new UnrecognizedException();

    /// <summary>Turns such an operation's exception into the response.</summary>
    public static async Task AnswerAsync(HttpContext context, RequestDelegate next)
    {
        try
        {
            await next(context);
        }
        catch (UnrecognizedException)
        {
            await WriteAsync(context);
        }
    }

    public static Task WriteAsync(HttpContext context) =>
        Errors.WriteAsync(context, StatusCodes.Status404NotFound, Errors.Of("M_UNRECOGNIZED", "This homeserver does not know the request."));

    private sealed class UnrecognizedException : Exception;
}
