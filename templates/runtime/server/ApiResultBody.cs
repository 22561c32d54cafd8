namespace SyncGen.Runtime;

using System;
using System.Buffers;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Text;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SyncGen.Runtime.Json;

/// <summary>The body of a response.</summary>
/// <param name="mediaType">Its media type.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
internal abstract class ApiResultBody(string mediaType)
{
    /// <summary>A value as JSON.</summary>
    public static ApiResultBody Json<T, TCodec>(T value, string mediaType = "application/json")
        where TCodec : struct, IJsonCodec<T> => new JsonBodyOf<T, TCodec>(value, mediaType);

    /// <summary>Text as UTF-8.</summary>
    public static ApiResultBody Text(string value, string mediaType) => new TextBody(value, mediaType);

    /// <summary>The rest of a stream, which is disposed of afterwards, with the name to save it under and its length where the stream does not know it.</summary>
    public static ApiResultBody File(Stream value, string mediaType, string? fileName = null, long? contentLength = null) =>
        new FileBody(value, mediaType, fileName, contentLength);

    /// <summary>A JSON text a line, each sent when it is there. A JSON text sequence (RFC 7464) marks the start of each.</summary>
    public static ApiResultBody Lines<T, TCodec>(IAsyncEnumerable<T> values, string mediaType)
        where TCodec : struct, IJsonCodec<T> => new LinesBody<T, TCodec>(values, mediaType, isSequence: mediaType.StartsWith("application/json-seq", StringComparison.OrdinalIgnoreCase));

    /// <summary>Writes the body with its headers.</summary>
    public Task WriteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = mediaType;
        return WriteAsync(httpContext.Response, httpContext.RequestAborted);
    }

    /// <summary>Writes the body.</summary>
    protected abstract Task WriteAsync(HttpResponse response, CancellationToken cancellationToken);

    /// <summary>Sends what is in the buffer, whole, and gives the buffer back.</summary>
    private static Task SendAsync(HttpResponse response, PooledBufferWriter buffer, CancellationToken cancellationToken)
    {
        response.ContentLength = buffer.Memory.Length;
        var sending = HttpMethods.IsHead(response.HttpContext.Request.Method) ? default : response.BodyWriter.WriteAsync(buffer.Memory, cancellationToken);
        if (!sending.IsCompletedSuccessfully)
            return DisposeAfter(sending.AsTask(), buffer);
        sending.GetAwaiter().GetResult();
        buffer.Dispose();
        return Task.CompletedTask;
    }

    private static async Task DisposeAfter(Task sending, PooledBufferWriter buffer)
    {
        using (buffer)
            await sending.ConfigureAwait(false);
    }

    private sealed class JsonBodyOf<T, TCodec>(T value, string mediaType) : ApiResultBody(mediaType)
        where TCodec : struct, IJsonCodec<T>
    {
        protected override Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
        {
            // Nothing is sent before all of it is written, so that a value that cannot be written is a 500 and not half a response.
            var buffer = new PooledBufferWriter();
            JsonFormat<T>.Of<TCodec>().Write(buffer, value);
            return SendAsync(response, buffer, cancellationToken);
        }
    }

    private sealed class TextBody(string value, string mediaType) : ApiResultBody(InUtf8(mediaType))
    {
        /// <summary>The media type with its charset, whatever other one it names.</summary>
        private static string InUtf8(string mediaType)
        {
            if (!mediaType.Contains(';', StringComparison.Ordinal) || !MediaTypeHeaderValue.TryParse(mediaType, out var type))
                return mediaType + "; charset=utf-8";
            type.Charset = "utf-8";
            return type.ToString();
        }

        protected override Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
        {
            var buffer = new PooledBufferWriter();
            Encoding.UTF8.GetBytes(value, buffer);
            return SendAsync(response, buffer, cancellationToken);
        }
    }

    private sealed class FileBody(Stream value, string mediaType, string? fileName, long? contentLength) : ApiResultBody(mediaType)
    {
        protected override async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
        {
            await using (value.ConfigureAwait(false))
            {
                if (contentLength is not null || value.CanSeek)
                    response.ContentLength = contentLength ?? (value.Length - value.Position);
                if (fileName is not null && StringValues.IsNullOrEmpty(response.Headers.ContentDisposition))
                {
                    // Both forms of the name, as RFC 6266 advises: one in ASCII, one in UTF-8.
                    var disposition = new ContentDispositionHeaderValue("attachment");
                    disposition.SetHttpFileName(fileName);
                    response.Headers.ContentDisposition = disposition.ToString();
                }

                if (!HttpMethods.IsHead(response.HttpContext.Request.Method))
                    await value.CopyToAsync(response.Body, cancellationToken).ConfigureAwait(false);
            }
        }
    }

    private sealed class LinesBody<T, TCodec>(IAsyncEnumerable<T> values, string mediaType, bool isSequence) : ApiResultBody(mediaType)
        where TCodec : struct, IJsonCodec<T>
    {
        protected override async Task WriteAsync(HttpResponse response, CancellationToken cancellationToken)
        {
            await response.BodyWriter.FlushAsync(cancellationToken).ConfigureAwait(false);
            await foreach (var value in values.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                using var buffer = new PooledBufferWriter();
                if (isSequence)
                    buffer.Write("\u001E"u8);
                JsonFormat<T>.Of<TCodec>().Write(buffer, value);
                buffer.Write("\n"u8);
                await response.BodyWriter.WriteAsync(buffer.Memory, cancellationToken).ConfigureAwait(false);
            }
        }
    }
}
