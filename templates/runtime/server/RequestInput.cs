namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.Extensions.DependencyInjection;
using SyncGen.Runtime.Json;

/// <summary>
/// What an endpoint binds from a request. An error leaves the default value behind and is kept, so that a caller learns of all of them at once;
/// <see cref="IsValidAsync"/> stands between the binding and the handler.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal sealed class RequestInput(HttpContext httpContext)
{
    private RequestErrors? _errors;

    /// <summary>The request and what responds to it.</summary>
    public HttpContext HttpContext => httpContext;

    /// <summary>The media type of the body, or null when the request names none.</summary>
    public string? ContentType => httpContext.Request.ContentType;

    /// <summary>The caller proves who it is as the contract says; otherwise the response is written here.</summary>
    public async ValueTask<bool> IsAuthorizedAsync()
    {
        // Without metadata there is no alternative to satisfy, and nobody comes in.
        var alternatives = httpContext.GetEndpoint()?.Metadata.GetOrderedMetadata<RequireSecurityAttribute>() ?? [];
        var status = await RequireSecurityAttribute.CheckAsync(httpContext, alternatives).ConfigureAwait(false);
        if (status == StatusCodes.Status200OK)
            return true;
        await RequireSecurityAttribute.RefuseAsync(httpContext, alternatives, status).ConfigureAwait(false);
        return false;
    }

    /// <summary>The body has one of the media types, or the request names none; otherwise the response is written here.</summary>
    public async ValueTask<bool> IsOfTypeAsync(params string[] mediaTypes)
    {
        if (RequestMediaType.Suits(httpContext.Request, mediaTypes))
            return true;
        await RequestMediaType.RefuseAsync(httpContext).ConfigureAwait(false);
        return false;
    }

    /// <summary>The parameter, which a request must have.</summary>
    public T Required<T, TCodec>(in ParameterLayout layout)
        where TCodec : struct, IJsonCodec<T> => TryRead<T, TCodec>(layout with { IsRequired = true }, out var value) ? value! : default!;

    /// <summary>The parameter, or null when the request has none.</summary>
    public T? Optional<T, TCodec>(in ParameterLayout layout)
        where T : class
        where TCodec : struct, IJsonCodec<T> => TryRead<T, TCodec>(layout, out var value) ? value : null;

    /// <summary>The parameter, or null when the request has none.</summary>
    public T? OptionalValue<T, TCodec>(in ParameterLayout layout)
        where T : struct
        where TCodec : struct, IJsonCodec<T> => TryRead<T, TCodec>(layout, out var value) ? value : null;

    /// <summary>The body as JSON, which a request must have.</summary>
    public async ValueTask<T> RequiredJsonAsync<T, TCodec>()
        where TCodec : struct, IJsonCodec<T> => (await ReadJsonAsync<T, TCodec>(isOptional: false, allowsNull: false).ConfigureAwait(false)).Value!;

    /// <summary>The body as JSON, which a request must have and which may be null.</summary>
    public async ValueTask<T?> NullableJsonAsync<T, TCodec>()
        where T : class
        where TCodec : struct, IJsonCodec<T> => (await ReadJsonAsync<T, TCodec>(isOptional: false, allowsNull: true).ConfigureAwait(false)).Value;

    /// <summary>The body as JSON, which a request must have and which may be null.</summary>
    public async ValueTask<T?> NullableJsonValueAsync<T, TCodec>()
        where T : struct
        where TCodec : struct, IJsonCodec<T> => await ReadJsonAsync<T, TCodec>(isOptional: false, allowsNull: true).ConfigureAwait(false) is (true, var value) ? value : null;

    /// <summary>The body as JSON, or null when the request has none.</summary>
    public async ValueTask<T?> OptionalJsonAsync<T, TCodec>(bool allowsNull = false)
        where T : class
        where TCodec : struct, IJsonCodec<T> => (await ReadJsonAsync<T, TCodec>(isOptional: true, allowsNull).ConfigureAwait(false)).Value;

    /// <summary>The body as JSON, or null when the request has none.</summary>
    public async ValueTask<T?> OptionalJsonValueAsync<T, TCodec>(bool allowsNull = false)
        where T : struct
        where TCodec : struct, IJsonCodec<T> => await ReadJsonAsync<T, TCodec>(isOptional: true, allowsNull).ConfigureAwait(false) is (true, var value) ? value : null;

    /// <summary>The body as text.</summary>
    public async ValueTask<string> TextAsync()
    {
        var (value, error) = await RequestBody.ReadTextAsync(httpContext.Request).ConfigureAwait(false);
        if (error is not null)
            Fail("$", error);
        return value!;
    }

    /// <summary>The body as it comes.</summary>
    public Stream Stream() => RequestBody.Open(httpContext.Request);

    /// <summary>The form was read, so that its fields and files are there; otherwise the response is written here.</summary>
    public async ValueTask<bool> ReadFormAsync()
    {
        if (await RequestForm.ReadAsync(httpContext.Request).ConfigureAwait(false) is not { } error)
            return true;
        Fail("$", error);
        return await IsValidAsync().ConfigureAwait(false);
    }

    /// <summary>The files of a name in a form that was read, of any without one; null when there is none, which a form may have to have.</summary>
    public IReadOnlyList<IFormFile>? OptionalFiles(string? name = null, bool isRequiredWithBody = false)
    {
        var files = RequestForm.Files(httpContext.Request, name);
        if (files is null && isRequiredWithBody && RequestForm.IsGiven(httpContext.Request))
            Fail(name ?? "$", RequestForm.FileRequired);
        return files;
    }

    /// <summary>The files of a name in a form that was read, of any without one; there may be none.</summary>
    public IReadOnlyList<IFormFile> AllFiles(string? name = null) => OptionalFiles(name) ?? [];

    /// <summary>The files of a name in a form that was read, of which a request must have one.</summary>
    public IReadOnlyList<IFormFile> RequiredFiles(string? name = null)
    {
        var files = OptionalFiles(name);
        if (files is null)
            Fail(name ?? "$", RequestForm.FileRequired);
        return files!;
    }

    /// <summary>The file of a name in a form that was read, or null when there is none, which a form may have to have.</summary>
    public IFormFile? OptionalFile(string? name = null, bool isRequiredWithBody = false) => Single(name, OptionalFiles(name, isRequiredWithBody));

    /// <summary>The file of a name in a form that was read, which a request must have.</summary>
    public IFormFile RequiredFile(string? name = null) => Single(name, RequiredFiles(name))!;

    /// <summary>The files by their names in a form that was read, but for those of other parameters.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IFormFile>> RequiredFilesMap(params string[] except) => RequestForm.FilesExcept(httpContext.Request, except);

    /// <summary>The files by their names in a form that was read, but for those of other parameters; null when there is none.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<IFormFile>>? OptionalFilesMap(params string[] except) => RequiredFilesMap(except) is { Count: > 0 } files ? files : null;

    /// <summary>The file of each name in a form that was read, but for those of other parameters.</summary>
    public IReadOnlyDictionary<string, IFormFile> RequiredFileMap(params string[] except) => RequiredFilesMap(except).ToDictionary(entry => entry.Key, entry => Single(entry.Key, entry.Value)!, StringComparer.Ordinal);

    /// <summary>The file of each name in a form that was read, but for those of other parameters; null when there is none.</summary>
    public IReadOnlyDictionary<string, IFormFile>? OptionalFileMap(params string[] except) => RequiredFileMap(except) is { Count: > 0 } files ? files : null;

    /// <summary>What is wrong with the request.</summary>
    public RequestErrors Errors => _errors ??= new RequestErrors();

    /// <summary>What implements the operations.</summary>
    public THandler Handler<THandler>()
        where THandler : notnull => httpContext.RequestServices.GetRequiredService<THandler>();

    /// <summary>The filters of the endpoint, or null.</summary>
    public OperationFilters? Filters => OperationFilters.Of(httpContext);

    /// <summary>All that was bound is as the contract says, and the caller takes the response; otherwise the response is written here.</summary>
    public ValueTask<bool> IsValidAsync()
    {
        if (_errors is not { IsEmpty: false } && QuerySearch.ErrorOf(httpContext.Request) is { } error)
            Fail(QuerySearch.Place, error);
        if (_errors is { IsEmpty: false })
            return FalseAfter(_errors.WriteAsync(httpContext));
        var isAcceptable = httpContext.GetEndpoint() is not { } endpoint || Acceptance.IsAcceptable(httpContext.Request, endpoint.Metadata, ProducedBy);
        return isAcceptable ? new(true) : FalseAfter(Acceptance.RefuseAsync(httpContext));
    }

    private static async ValueTask<bool> FalseAfter(Task response)
    {
        await response.ConfigureAwait(false);
        return false;
    }

    private IFormFile? Single(string? name, IReadOnlyList<IFormFile>? files)
    {
        if (files is { Count: > 1 })
            Fail(name ?? "$", RequestForm.FileRepeated);
        return files?[0];
    }

    private bool TryRead<T, TCodec>(in ParameterLayout layout, out T? value)
        where TCodec : struct, IJsonCodec<T>
    {
        try
        {
            return ParameterReader.TryRead<T, TCodec>(httpContext, layout, out value);
        }
        catch (JsonException exception)
        {
            Fail(layout.Name, ParameterReader.MessageOf(exception));
            value = default;
            return false;
        }
    }

    private async ValueTask<(bool IsGiven, T? Value)> ReadJsonAsync<T, TCodec>(bool isOptional, bool allowsNull)
        where TCodec : struct, IJsonCodec<T>
    {
        var (value, isNull, path, error) = await RequestBody.ReadJsonAsync<T, TCodec>(httpContext.Request, isOptional, allowsNull).ConfigureAwait(false);
        if (error is not null)
            Fail(path!, error);
        return (error is null && !isNull, value);
    }

    private void Fail(string place, string error) => Errors.Add(place, error);

    private static IEnumerable<string> ProducedBy(EndpointMetadataCollection metadata) => metadata
        .GetOrderedMetadata<IProducesResponseTypeMetadata>()
        .Where(response => response.StatusCode is >= 200 and <= 299)
        .SelectMany(response => response.ContentTypes);
}
