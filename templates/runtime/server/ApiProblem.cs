namespace SyncGen.Runtime;

using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using SyncGen.Runtime.Json;

/// <summary>Responds with application/problem+json (RFC 9457).</summary>
internal static class ApiProblem
{
    /// <summary>More of a name or a message is nothing that a person reads. A character may become six bytes.</summary>
    private const int MaxText = 1200;

    private const int MaxBytesOfText = (MaxText * 6) + 16;

    /// <summary>Writes a problem unless a response has begun.</summary>
    /// <param name="httpContext">The request.</param>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <param name="detail">What is wrong, for the caller.</param>
    /// <param name="errors">What is wrong, by parameter or JSON path; null or empty when it is not a matter of one of them.</param>
    public static async Task WriteAsync(HttpContext httpContext, int statusCode, string detail, IReadOnlyDictionary<string, string[]>? errors = null)
    {
        var response = httpContext.Response;
        if (response.HasStarted)
            return;
        errors ??= ReadOnlyDictionary<string, string[]>.Empty;
        if (httpContext.RequestServices.GetService<IApiProblemWriter>() is { } problemWriter)
        {
            await problemWriter.WriteAsync(httpContext, statusCode, detail, errors).ConfigureAwait(false);
            return;
        }

        response.StatusCode = statusCode;
        response.ContentType = "application/problem+json";
        using var buffer = new PooledBufferWriter();
        using (var writer = new Utf8JsonWriter(buffer))
            Write(writer, statusCode, JsonPathText.Cut(detail, MaxText), errors, ApiServerOptions.Of(httpContext).MaxProblemBytes - MaxBytesOfText);
        response.ContentLength = buffer.Memory.Length;
        if (!HttpMethods.IsHead(httpContext.Request.Method))
            await response.BodyWriter.WriteAsync(buffer.Memory, httpContext.RequestAborted).ConfigureAwait(false);
    }

    private static void Write(Utf8JsonWriter writer, int statusCode, string detail, IReadOnlyDictionary<string, string[]> errors, int limit)
    {
        writer.WriteStartObject();
        writer.WriteString("title"u8, ReasonPhrases.GetReasonPhrase(statusCode));
        writer.WriteNumber("status"u8, statusCode);
        writer.WriteString("detail"u8, detail);
        if (errors.Count > 0)
        {
            writer.WriteStartObject("errors"u8);
            foreach (var (name, messages) in errors)
            {
                if (LengthOf(writer) > limit - MaxBytesOfText)
                    break;
                writer.WriteStartArray(JsonPathText.Cut(name, MaxText));
                foreach (var message in messages)
                {
                    if (LengthOf(writer) > limit)
                        break;
                    writer.WriteStringValue(JsonPathText.Cut(message, MaxText));
                }

                writer.WriteEndArray();
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static long LengthOf(Utf8JsonWriter writer) => writer.BytesCommitted + writer.BytesPending;
}
