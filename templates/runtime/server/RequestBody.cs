namespace SyncGen.Runtime;

using System;
using System.IO;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using SyncGen.Runtime.Json;

/// <summary>Reads the body of a request.</summary>
internal static class RequestBody
{
    /// <summary>What the sender of a body over the limit is told.</summary>
    public const string TooLarge = "The body is larger than the server takes.";

    /// <summary>What the sender of a body that breaks off is told.</summary>
    public const string Unreadable = "The body could not be read.";

    private const string NotUtf8 = "The text is not UTF-8.";

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: true, throwOnInvalidBytes: true);

    /// <summary>Reads JSON; an error is a message and the JSON path it is about.</summary>
    /// <param name="request">The request.</param>
    /// <param name="isOptional">A request may have no body, which reads as null.</param>
    /// <param name="allowsNull">The body may be the JSON null.</param>
    public static async Task<(T? Value, bool IsNull, string? Path, string? Error)> ReadJsonAsync<T, TCodec>(HttpRequest request, bool isOptional, bool allowsNull)
        where TCodec : struct, IJsonCodec<T>
    {
        Limit(request.HttpContext);
        try
        {
            using var body = await PooledBuffer.ReadAsync(request.Body, request.ContentLength, int.MaxValue, request.HttpContext.RequestAborted).ConfigureAwait(false);
            if (body.Length == 0)
                return isOptional ? (default, true, null, null) : (default, false, "$", "A body is required.");
            if (allowsNull && body.Memory.Span.Trim(" \t\r\n"u8).SequenceEqual("null"u8))
                return (default, true, null, null);
            return (JsonBody.Read<T, TCodec>(body.Memory.Span, ApiServerOptions.Of(request.HttpContext).BodyLimits), false, null, null);
        }
        catch (JsonException exception)
        {
            return (default, false, exception.Path ?? "$", MessageOf(exception));
        }
        catch (BadHttpRequestException exception)
        {
            return (default, false, "$", MessageOf(exception));
        }
    }

    /// <summary>Reads UTF-8 text.</summary>
    public static async Task<(string? Value, string? Error)> ReadTextAsync(HttpRequest request)
    {
        Limit(request.HttpContext);
        try
        {
            using var reader = new StreamReader(request.Body, StrictUtf8, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
            return (await reader.ReadToEndAsync(request.HttpContext.RequestAborted).ConfigureAwait(false), null);
        }
        catch (DecoderFallbackException)
        {
            return (null, NotUtf8);
        }
        catch (BadHttpRequestException exception)
        {
            return (null, MessageOf(exception));
        }
    }

    /// <summary>The body as it comes.</summary>
    public static Stream Open(HttpRequest request)
    {
        Limit(request.HttpContext);
        return request.Body;
    }

    /// <summary>Lets the server read no more than the options allow.</summary>
    public static void Limit(HttpContext httpContext)
    {
        if (ApiServerOptions.Of(httpContext).MaxBodyBytes is not { } limit)
            return;
        if (httpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
            feature.MaxRequestBodySize = limit;
        // The server counts what is sent. What the application has decompressed is counted here.
        if (httpContext.Request.Body is not BodyStream)
            httpContext.Request.Body = new BodyStream(httpContext.Request.Body, limit);
    }

    /// <summary>What the sender of a body that the server refuses is told.</summary>
    public static string MessageOf(BadHttpRequestException exception) =>
        exception.StatusCode == StatusCodes.Status413PayloadTooLarge ? TooLarge : Unreadable;

    /// <summary>What is wrong, without the place, which the caller is told beside it.</summary>
    public static string MessageOf(JsonException exception)
    {
        var place = exception.Message.LastIndexOf(" Path: ", StringComparison.Ordinal);
        return place < 0 ? exception.Message : exception.Message[..place];
    }
}
