using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using SyncGen.Runtime.Json;

namespace SyncGen.Runtime;

/// <summary>Reads the body of a request.</summary>
internal static class RequestBody
{
    /// <summary>What a body over the server's limit is told.</summary>
    public const string TooLarge = "The body is larger than the server takes.";

    /// <summary>Reads JSON; an error is a message and the JSON path it is about.</summary>
    public static async Task<(T? Value, bool IsEmpty, string? Path, string? Error)> ReadJsonAsync<T, TCodec>(HttpRequest request)
        where TCodec : struct, IJsonCodec<T>
    {
        try
        {
            using var body = await PooledBuffer.ReadAsync(request.Body, request.ContentLength, int.MaxValue, request.HttpContext.RequestAborted).ConfigureAwait(false);
            if (body.Length == 0)
                return (default, true, "$", "A body is required.");
            return (JsonBody.Read<T, TCodec>(body.Memory.Span), false, null, null);
        }
        catch (JsonException exception)
        {
            return (default, false, exception.Path ?? "$", exception.Message);
        }
        catch (BadHttpRequestException exception)
        {
            return (default, false, "$", exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge : "The body could not be read.");
        }
    }

    /// <summary>Reads UTF-8 text.</summary>
    public static async Task<(string? Value, string? Error)> ReadTextAsync(HttpRequest request)
    {
        try
        {
            using var reader = new StreamReader(request.Body, Encoding.UTF8, detectEncodingFromByteOrderMarks: true, leaveOpen: true);
            return (await reader.ReadToEndAsync(request.HttpContext.RequestAborted).ConfigureAwait(false), null);
        }
        catch (BadHttpRequestException exception)
        {
            return (null, exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge : "The body could not be read.");
        }
    }
}
