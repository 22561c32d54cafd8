namespace SyncGen.Runtime;

using System;
using System.Buffers;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO.Pipelines;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using SyncGen.Runtime.Json;

/// <summary>Reads a request body of a JSON text a line, each when it is there.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class RequestItems
{
    private const string TooLong = "An item is larger than the server takes.";

    /// <summary>The items of the body as they come.</summary>
    public static IAsyncEnumerable<T> Items<T, TCodec>(this RequestInput input)
        where TCodec : struct, IJsonCodec<T> => Of<T, TCodec>(input.HttpContext);

    /// <summary>The items, which can be enumerated once.</summary>
    /// <exception cref="RequestItemException">An item is not what the contract says.</exception>
    public static async IAsyncEnumerable<T> Of<T, TCodec>(HttpContext httpContext, [EnumeratorCancellation] CancellationToken cancellationToken = default)
        where TCodec : struct, IJsonCodec<T>
    {
        RequestBody.Limit(httpContext);
        var options = ApiServerOptions.Of(httpContext);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, httpContext.RequestAborted);
        var reader = PipeReader.Create(httpContext.Request.Body, new StreamPipeReaderOptions(leaveOpen: true));
        try
        {
            var index = 0;
            while (await LineAsync(httpContext, reader, options.MaxItemBytes, index, stop.Token).ConfigureAwait(false) is { } line)
            {
                if (line.Length > 0)
                    yield return Read<T, TCodec>(httpContext, line, options, index++);
            }
        }
        finally
        {
            await reader.CompleteAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Has a caller told what is wrong with an item, where the response has not begun.</summary>
    public static RequestDelegate Guard(RequestDelegate serve) => async httpContext =>
    {
        try
        {
            await serve(httpContext).ConfigureAwait(false);
        }
        catch (RequestItemException exception) when (!httpContext.Response.HasStarted)
        {
            await RequestErrors.Of(exception.Path, exception.Message).WriteAsync(httpContext).ConfigureAwait(false);
        }
    };

    /// <summary>The next line without what ends it and without what a JSON text sequence (RFC 7464) begins it with; null at the end.</summary>
    private static async ValueTask<byte[]?> LineAsync(HttpContext httpContext, PipeReader reader, int limit, int index, CancellationToken cancellationToken)
    {
        while (true)
        {
            ReadResult read;
            try
            {
                read = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            }
            catch (BadHttpRequestException exception)
            {
                throw Wrong(httpContext, index, "", RequestBody.MessageOf(exception));
            }

            var buffer = read.Buffer;
            var end = buffer.PositionOf((byte)'\n');
            if ((end is { } position ? buffer.Slice(0, position).Length : buffer.Length) > limit)
                throw Wrong(httpContext, index, "", TooLong);
            if (end is null && !read.IsCompleted)
            {
                reader.AdvanceTo(buffer.Start, buffer.End);
                continue;
            }

            if (end is null && buffer.IsEmpty)
                return null;
            var line = Trim(end is { } last ? buffer.Slice(0, last) : buffer);
            reader.AdvanceTo(end is { } after ? buffer.GetPosition(1, after) : buffer.End);
            return line;
        }
    }

    /// <summary>The exception, of which the request keeps what callers are told, for controllers.</summary>
    private static RequestItemException Wrong(HttpContext httpContext, int index, string path, string problem)
    {
        var exception = new RequestItemException(index, path, problem);
        httpContext.Items[typeof(RequestErrors)] = RequestErrors.Of(exception.Path, problem);
        return exception;
    }

    private static byte[] Trim(ReadOnlySequence<byte> line) => line.ToArray().AsSpan().Trim("\u001E \t\r"u8).ToArray();

    private static T Read<T, TCodec>(HttpContext httpContext, byte[] json, ApiServerOptions options, int index)
        where TCodec : struct, IJsonCodec<T>
    {
        T item;
        try
        {
            item = JsonBody.Read<T, TCodec>(json, options.BodyLimits);
        }
        catch (JsonException exception)
        {
            throw Wrong(httpContext, index, (exception.Path ?? "$")[1..], RequestBody.MessageOf(exception));
        }

        if (options.ChecksConstraints && item is IValidated validated && validated.Validate() is { Count: > 0 } violations)
            throw Wrong(httpContext, index, violations[0].Path[1..], violations[0].Message);
        return item;
    }
}
