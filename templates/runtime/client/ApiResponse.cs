namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Linq;
using System.Net.Http;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using SyncGen.Runtime.Json;

/// <summary>A response whose headers are here; its body is read by the one method that fits what the contract documents.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal sealed class ApiResponse(ApiRequest request, HttpRequestMessage message, HttpResponseMessage response, CallDeadline deadline, ApiClientOptions options)
    : IDisposable
{
    private readonly JsonLimits _limits = new() { MaxValues = options.MaxResponseValues };
    private bool _isHandedOver;
    private ResponseType? _type;

    /// <summary>The HTTP status.</summary>
    public int Status => (int)response.StatusCode;

    /// <summary>What the server calls the body.</summary>
    internal ResponseType Type => _type ??= new(response);

    /// <summary>It is the success that the contract documents, or another one that carries the same.</summary>
    public bool IsSuccess(int status, ReadOnlySpan<string> mediaTypes) => Status == status || (response.IsSuccessStatusCode && IsOfType(mediaTypes));

    /// <summary>The body has one of the media types, which may be ranges: <c>text/*</c>.</summary>
    public bool IsOfType(ReadOnlySpan<string> mediaTypes) => Type.IsOneOf(mediaTypes);

    /// <summary>The text of a header, or null when the response does not carry it.</summary>
    public string? Header(string name)
    {
        if (response.Headers.TryGetValues(name, out var values) || response.Content.Headers.TryGetValues(name, out values))
            return string.Join(",", values);
        return null;
    }

    /// <summary>The texts of a header that stands once for each of its values, or null when the response does not carry it.</summary>
    public IReadOnlyList<string>? HeaderLines(string name) => response.Headers.NonValidated.TryGetValues(name, out var values) ? [.. values] : null;

    /// <summary>The value of a header; null when it is absent or malformed.</summary>
    public T? HeaderValue<T, TCodec>(string name, bool isLiteral = false)
        where T : struct
        where TCodec : struct, IJsonCodec<T> => Header(name) is { } text && HeaderText.TryRead<T, TCodec>(text, isLiteral, isList: false, out var value) ? value : null;

    /// <summary>The value of a header; null when it is absent or malformed.</summary>
    public T? HeaderObject<T, TCodec>(string name, bool isLiteral = false, bool isList = false)
        where T : class
        where TCodec : struct, IJsonCodec<T> => Header(name) is { } text && HeaderText.TryRead<T, TCodec>(text, isLiteral, isList, out var value) ? value : null;

    /// <summary>The text of a header that the contract requires.</summary>
    public string RequiredHeader(string name) => Header(name) ?? throw WithoutHeader(name);

    /// <summary>The value of a header that the contract requires.</summary>
    public T RequiredHeader<T, TCodec>(string name, bool isLiteral = false, bool isList = false)
        where TCodec : struct, IJsonCodec<T> => HeaderText.TryRead<T, TCodec>(RequiredHeader(name), isLiteral, isList, out var value) ? value : throw WithoutHeader(name);

    /// <summary>The texts of a header that the contract requires, which stands once for each of its values.</summary>
    public IReadOnlyList<string> RequiredHeaderLines(string name) => HeaderLines(name) ?? throw WithoutHeader(name);

    /// <summary>Reads the body as JSON.</summary>
    /// <param name="mediaTypes">What the contract calls it, where that is a range or one of several representations.</param>
    /// <param name="others">What the contract calls the other representations.</param>
    public async Task<T> ReadJsonAsync<T, TCodec>(string[]? mediaTypes = null, string[]? others = null)
        where TCodec : struct, IJsonCodec<T>
    {
        await CheckTypeAsync(Type.MayBeJson(mediaTypes, others)).ConfigureAwait(false);
        using var body = await ReadAsync(options.MaxResponseBytes).ConfigureAwait(false);
        if (body.IsCut)
            throw ToException($"{request.Name} returned {Status} with more than {options.MaxResponseBytes} bytes.", body, null);
        try
        {
            return body.Length <= CallDeadline.ShortBody ? ReadJson<T, TCodec>(body.Memory.Span) : await deadline.ParseAsync(body, ReadJson<T, TCodec>).ConfigureAwait(false);
        }
        catch (JsonException exception)
        {
            throw ToException($"{request.Name} returned {Status} with a body that is not what the contract says: {exception.Message}", body, exception);
        }
    }

    /// <summary>Reads one JSON text of the body.</summary>
    public T ReadJson<T, TCodec>(ReadOnlySpan<byte> json)
        where TCodec : struct, IJsonCodec<T> => JsonBody.Read<T, TCodec>(json, _limits);

    /// <summary>Reads the body as text.</summary>
    public async Task<string> ReadTextAsync(params string[] mediaTypes)
    {
        await CheckTypeAsync(Type.IsText(mediaTypes)).ConfigureAwait(false);
        using var body = await ReadAsync(options.MaxResponseBytes).ConfigureAwait(false);
        if (body.IsCut)
            throw ToException($"{request.Name} returned {Status} with more than {options.MaxResponseBytes} bytes.", body, null);
        return TextEncoding().GetString(body.Memory.Span);
    }

    /// <summary>Hands the body over to the caller, who disposes of it.</summary>
    public async Task<FileResponse> ReadFileAsync(params string[] mediaTypes)
    {
        await CheckTypeAsync(Type.IsFile(mediaTypes)).ConfigureAwait(false);
        var stream = await OpenAsync().ConfigureAwait(false);
        deadline.Lift();
        _isHandedOver = true;
        return ToFile(new ResponseStream(stream, response, message, deadline));
    }

    /// <summary>Reads a body of one JSON text a line as they come.</summary>
    public IAsyncEnumerable<T> ReadLinesAsync<T, TCodec>(CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T> => ReadItemsAsync(Type.MayBeLines(), stream => LinesOf<T, TCodec>(stream, cancellationToken), cancellationToken);

    /// <summary>Reads the items of a body as they come, each of them as large as a whole body may be.</summary>
    /// <param name="isExpected">The body has a media type that such items have.</param>
    /// <param name="parse">Gives the items of the body's stream.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async IAsyncEnumerable<T> ReadItemsAsync<T>(bool isExpected, Func<Stream, IAsyncEnumerable<T>> parse, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await CheckTypeAsync(isExpected).ConfigureAwait(false);
        using var stream = new ItemStream(await OpenAsync().ConfigureAwait(false), options.MaxResponseBytes);
        deadline.Lift();
        var items = parse(stream).GetAsyncEnumerator(cancellationToken);
        await using (items.ConfigureAwait(false))
        {
            while (await MoveNextAsync(items, stream).ConfigureAwait(false))
            {
                stream.BeginItem();
                yield return items.Current;
            }
        }
    }

    /// <summary>The exception for a response whose body the contract does not describe.</summary>
    public async Task<ApiException> ToExceptionAsync()
    {
        using var body = await ReadAsync(options.MaxErrorBodyBytes).ConfigureAwait(false);
        return ToException(Summary(), body, null);
    }

    /// <summary>The exception for an error that the contract describes; a plain one when the body is something else.</summary>
    public async Task<ApiException> ToExceptionAsync<TError, TCodec>(params string[] mediaTypes)
        where TCodec : struct, IJsonCodec<TError>
    {
        using var body = await ReadErrorAsync().ConfigureAwait(false);
        if (!Type.MayBeJson(mediaTypes, null) && !options.IgnoresMediaTypes)
            return ToException(Summary(), body, null);
        try
        {
            return new ApiException<TError>(Summary(), Status, ReadJson<TError, TCodec>(body.Memory.Span), Headers(), Text(body));
        }
        catch (JsonException exception)
        {
            return ToException(Summary(), body, exception);
        }
    }

    /// <summary>The exception for an error whose body the contract describes as text; a plain one when the body is something else.</summary>
    public async Task<ApiException> ToTextExceptionAsync(params string[] mediaTypes)
    {
        using var body = await ReadAsync(options.MaxErrorBodyBytes).ConfigureAwait(false);
        if (!Type.IsText(mediaTypes) && !options.IgnoresMediaTypes)
            return ToException(Summary(), body, null);
        return new ApiException<string>(Summary(), Status, Text(body) ?? "", Headers(), Text(body));
    }

    /// <summary>The exception for an error whose body the contract describes as a file; a plain one when the body is something else or too long to keep.</summary>
    public async Task<ApiException> ToFileExceptionAsync(params string[] mediaTypes)
    {
        using var body = await ReadErrorAsync().ConfigureAwait(false);
        if (body.Length == 0 || body.IsCut || !(Type.IsFile(mediaTypes) || options.IgnoresMediaTypes))
            return ToException(Summary(), body, null);
        return new ApiException<FileResponse>(Summary(), Status, ToFile(new MemoryStream(body.Memory.ToArray(), writable: false)), Headers(), Text(body));
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_isHandedOver)
            return;
        response.Dispose();
        message.Dispose();
        deadline.Dispose();
    }

    private async ValueTask<bool> MoveNextAsync<T>(IAsyncEnumerator<T> items, ItemStream stream)
    {
        try
        {
            return await items.MoveNextAsync().ConfigureAwait(false);
        }
        catch (JsonException exception)
        {
            throw new ApiException($"{request.Name} returned {Status} with an item that is not what the contract says: {exception.Message}", Status, Headers(), null, exception);
        }
        catch (IOException) when (stream.IsCut)
        {
            throw new ApiException($"{request.Name} returned {Status} with an item of more than {options.MaxResponseBytes} bytes.", Status, Headers());
        }
        catch (Exception exception) when (deadline.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    private async IAsyncEnumerable<T> LinesOf<T, TCodec>(Stream stream, [EnumeratorCancellation] CancellationToken cancellationToken)
        where TCodec : struct, IJsonCodec<T>
    {
        using var lines = new StreamReader(stream);
        while (await lines.ReadLineAsync(cancellationToken).ConfigureAwait(false) is { } line)
        {
            // A JSON text sequence (RFC 7464) marks the start of each text.
            var json = line.TrimStart('\u001E');
            if (!string.IsNullOrWhiteSpace(json))
                yield return ReadJson<T, TCodec>(Encoding.UTF8.GetBytes(json));
        }
    }

    /// <summary>A body of another media type is none that the contract documents, such as the page of a proxy.</summary>
    private async Task CheckTypeAsync(bool isExpected)
    {
        if (isExpected || options.IgnoresMediaTypes)
            return;
        using var body = await ReadAsync(options.MaxErrorBodyBytes).ConfigureAwait(false);
        throw ToException($"{request.Name} returned {Status} with a media type that the contract does not document.", body, null);
    }

    private FileResponse ToFile(Stream content) => new(content)
    {
        ContentType = Header("Content-Type"),
        ContentLength = response.Content.Headers.ContentLength,
        FileName = response.Content.Headers.NonValidated.TryGetValues("Content-Disposition", out var values) ? DispositionText.FileNameOf(values.First()) : null,
        StatusCode = Status,
        Headers = Headers(),
    };

    private ApiException WithoutHeader(string name)
    {
        // Whoever was to have the body does not get it.
        _isHandedOver = false;
        return new ApiException($"{request.Name} returned {Status} without the header '{name}' that the contract requires, or with a malformed one.", Status, Headers());
    }

    private Task<PooledBuffer> ReadErrorAsync() => ReadAsync(Math.Max(options.MaxErrorBodyBytes, Math.Min(options.MaxResponseBytes, 1024 * 1024)));

    private async Task<PooledBuffer> ReadAsync(int limit)
    {
        try
        {
            var stream = await response.Content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
                return await PooledBuffer.ReadAsync(stream, response.Content.Headers.ContentLength, limit, deadline.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (deadline.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    private async Task<Stream> OpenAsync()
    {
        try
        {
            return await response.Content.ReadAsStreamAsync(deadline.Token).ConfigureAwait(false);
        }
        catch (Exception exception) when (deadline.Explain(exception) is { } explained)
        {
            throw explained;
        }
    }

    private ApiException ToException(string text, PooledBuffer body, Exception? inner) => new(text, Status, Headers(), Text(body), inner);

    private string Summary() => $"{request.Name} returned {Status}"
        + (string.IsNullOrEmpty(response.ReasonPhrase) ? "" : $" ({response.ReasonPhrase})")
        + (Status is >= 200 and <= 299 ? ", with a status code or media type that this call does not read." : ".");

    private string? Text(PooledBuffer body)
    {
        var length = Math.Min(body.Length, options.MaxErrorBodyBytes);
        return length == 0 ? null : TextEncoding().GetString(body.Memory.Span[..length]);
    }

    private Encoding TextEncoding()
    {
        try
        {
            return response.Content.Headers.ContentType?.CharSet is { } name ? Encoding.GetEncoding(name.Trim('"')) : Encoding.UTF8;
        }
        catch (ArgumentException)
        {
            // The server names an encoding that does not exist.
            return Encoding.UTF8;
        }
    }

    private Dictionary<string, IReadOnlyList<string>> Headers() => ResponseHeaders.Of(response);
}
