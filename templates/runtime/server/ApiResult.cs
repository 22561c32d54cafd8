using System;
using System.Collections.Generic;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SyncGen.Runtime.Json;

namespace SyncGen.Runtime;

/// <summary>
/// An answer of an operation. Each operation has a class of its own whose factories are the answers that the contract documents.
/// It serves controllers and minimal APIs alike.
/// </summary>
public abstract class ApiResult : IActionResult, IResult, IStatusCodeHttpResult
{
    private readonly ApiResultBody? _body;
    private List<(string Name, string Text)>? _headers;

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
            foreach (var (name, text) in _headers)
                response.Headers[name] = text;
        }

        return _body is null ? Task.CompletedTask : _body.WriteAsync(httpContext);
    }

    /// <summary>Adds a header unless the text is null.</summary>
    private protected void SetHeader(string name, string? text)
    {
        if (text is not null)
            (_headers ??= []).Add((name, text));
    }

    /// <summary>Adds a header unless the value is null.</summary>
    private protected void SetHeader<T, TCodec>(string name, T? value)
        where T : struct
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is { } given)
            SetHeader(name, HeaderText.Of(ParameterValue.Of<T, TCodec>(given), explode: false));
    }

    /// <summary>Adds a header unless the value is null.</summary>
    private protected void SetHeader<T, TCodec>(string name, T? value)
        where T : class
        where TCodec : struct, IJsonCodec<T>
    {
        if (value is not null)
            SetHeader(name, HeaderText.Of(ParameterValue.Of<T, TCodec>(value), explode: false));
    }

    /// <summary>A status that the contract allows by a range; another one is an error of the caller.</summary>
    private protected static int InRange(int statusCode, int first, int last)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(statusCode, first);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(statusCode, last);
        return statusCode;
    }
}
