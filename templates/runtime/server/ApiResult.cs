namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using SyncGen.Runtime.Json;

/// <summary>
/// A response of an operation. Each operation has a class of its own whose factories are the responses that the contract documents.
/// It serves controllers and minimal APIs alike.
/// </summary>
public abstract class ApiResult : IActionResult, IResult, IStatusCodeHttpResult
{
    private readonly ApiResultBody? _body;
    private List<(string Name, StringValues Values)>? _headers;

    /// <summary>Makes a response.</summary>
    /// <param name="statusCode">The HTTP status code.</param>
    /// <param name="body">The body, or null for none.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    private protected ApiResult(int statusCode, ApiResultBody? body)
    {
        StatusCode = statusCode;
        _body = body;
    }

    /// <summary>The HTTP status.</summary>
    public int StatusCode { get; }

    int? IStatusCodeHttpResult.StatusCode => StatusCode;

    /// <inheritdoc/>
    public Task ExecuteResultAsync(ActionContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return ExecuteAsync(context.HttpContext);
    }

    /// <inheritdoc/>
    public Task ExecuteAsync(HttpContext httpContext)
    {
        ArgumentNullException.ThrowIfNull(httpContext);
        var response = httpContext.Response;
        response.StatusCode = StatusCode;
        if (_headers is not null)
        {
            foreach (var (name, values) in _headers)
            {
                if (name.Equals("Set-Cookie", StringComparison.OrdinalIgnoreCase))
                    response.Headers.Append(name, values);
                else
                    response.Headers[name] = values;
            }
        }

        return _body is null ? Task.CompletedTask : _body.WriteAsync(httpContext);
    }

    /// <summary>Adds a header unless the text is null.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    private protected void SetHeader(string name, string? text)
    {
        if (text is not null)
            (_headers ??= []).Add((name, HeaderText.CheckLine(name, text)));
    }

    /// <summary>Adds a header once for each text, beside those that others set.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    private protected void SetHeaderLines(string name, IReadOnlyList<string>? texts)
    {
        if (texts is not null)
            (_headers ??= []).Add((name, new StringValues([.. texts.Select(text => HeaderText.CheckLine(name, text))])));
    }

    /// <summary>Adds a header that the contract requires.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    private protected void SetRequiredHeader(string name, string text)
    {
        ArgumentNullException.ThrowIfNull(text, name);
        SetHeader(name, text);
    }

    /// <summary>Adds a header that the contract requires; a list without items has no text.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    private protected void SetRequiredHeader<T, TCodec>(string name, T value)
        where TCodec : struct, IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(value, name);
        SetHeader(name, HeaderText.Of<T, TCodec>(name, value, explode: false) ?? throw new ArgumentException("The contract requires this header, and an empty list cannot be sent.", name));
    }

    /// <summary>Adds a header that the contract requires once for each text.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    private protected void SetRequiredHeaderLines(string name, IReadOnlyList<string> texts)
    {
        ArgumentNullException.ThrowIfNull(texts, name);
        if (texts.Count == 0)
            throw new ArgumentException("The contract requires this header, and an empty list cannot be sent.", name);
        SetHeaderLines(name, texts);
    }

    /// <summary>Adds a header unless the value is null.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    private protected void SetHeader<T, TCodec>(string name, T? value)
        where T : struct
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is { } given)
            SetHeader(name, HeaderText.Of<T, TCodec>(name, given, explode: false));
    }

    /// <summary>Adds a header unless the value is null.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    private protected void SetHeader<T, TCodec>(string name, T? value)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
            SetHeader(name, HeaderText.Of<T, TCodec>(name, value, explode: false));
    }

    /// <summary>Adds a header that the contract requires, whose text is JSON.</summary>
    private protected void SetRequiredJsonHeader<T, TCodec>(string name, T value)
        where TCodec : struct, IJsonCodec<T>
    {
        ArgumentNullException.ThrowIfNull(value, name);
        SetHeader(name, HeaderText.Json<T, TCodec>(value));
    }

    /// <summary>Adds a header whose text is JSON unless the value is null.</summary>
    private protected void SetJsonHeader<T, TCodec>(string name, T? value)
        where T : struct
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is { } given)
            SetHeader(name, HeaderText.Json<T, TCodec>(given));
    }

    /// <summary>Adds a header whose text is JSON unless the value is null.</summary>
    private protected void SetJsonHeader<T, TCodec>(string name, T? value)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
            SetHeader(name, HeaderText.Json<T, TCodec>(value));
    }

    /// <summary>The media type of a body, which is one that the contract documents, perhaps with parameters, and no range; another one is an error of the caller.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    private protected static string Documented(string mediaType, params string[] documented)
    {
        ArgumentNullException.ThrowIfNull(mediaType);
        var isDocumented = MediaTypeHeaderValue.TryParse(mediaType, out var given)
            && !mediaType.Contains('*', StringComparison.Ordinal)
            && Array.Exists(documented, type => given.MediaType.Equals(type, StringComparison.OrdinalIgnoreCase)
                || (type.EndsWith("/*", StringComparison.Ordinal) && (type == "*/*" || given.MediaType.StartsWith(type[..^1], StringComparison.OrdinalIgnoreCase))));
        return isDocumented ? mediaType : throw new ArgumentException($"The contract documents the media types {string.Join(", ", documented)}, and a range is not sent as it is.", nameof(mediaType));
    }

    /// <summary>A status that the contract allows by a range; another one is an error of the caller, and so is one that HTTP has no body for.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    private protected static int InRange(int statusCode, int first, int last, bool hasBody = false)
    {
        if (hasBody && statusCode is StatusCodes.Status204NoContent or StatusCodes.Status205ResetContent or StatusCodes.Status304NotModified)
            throw new ArgumentOutOfRangeException(nameof(statusCode), statusCode, "A response with this status code has no body.");
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, last);
        return statusCode;
    }
}
