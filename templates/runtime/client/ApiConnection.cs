namespace SyncGen.Runtime;

using System;
using System.ComponentModel;
using System.Diagnostics;
using System.Net;
using System.Net.Http;
using System.Threading;
using System.Threading.Tasks;

/// <summary>Sends requests to one API and keeps their time.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal sealed class ApiConnection
{
    private static readonly TimeSpan DefaultTimeout = TimeSpan.FromSeconds(100);

    private readonly HttpClient _httpClient;
    private readonly Uri? _contractAddress;
    private readonly TimeSpan _timeout;
    private readonly ResponseCapture? _capture;

    /// <param name="httpClient">The caller's client.</param>
    /// <param name="options">What the caller wants of every call.</param>
    /// <param name="contractAddress">Where the contract says the API lives, or null when it names no host.</param>
    public ApiConnection(HttpClient httpClient, ApiClientOptions options, Uri? contractAddress)
    {
        ArgumentNullException.ThrowIfNull(httpClient);
        ArgumentNullException.ThrowIfNull(options);
        _httpClient = httpClient;
        _contractAddress = contractAddress;
        Options = options;
        _timeout = options.Timeout ?? (httpClient.Timeout == Timeout.InfiniteTimeSpan ? DefaultTimeout : httpClient.Timeout);
        TakeOverTimeout(httpClient);
    }

    private ApiConnection(ApiConnection connection, TimeSpan timeout, ResponseCapture? capture)
    {
        _httpClient = connection._httpClient;
        _contractAddress = connection._contractAddress;
        Options = connection.Options;
        _timeout = timeout;
        _capture = capture;
    }

    /// <summary>What the caller wants of every call.</summary>
    public ApiClientOptions Options { get; }

    /// <summary>The same connection with another time limit.</summary>
    public ApiConnection WithTimeout(TimeSpan timeout)
    {
        if (timeout <= TimeSpan.Zero && timeout != Timeout.InfiniteTimeSpan)
            throw new ArgumentOutOfRangeException(nameof(timeout), timeout, "A time limit is positive or infinite.");
        return new ApiConnection(this, timeout, _capture);
    }

    /// <summary>The same connection, which tells what a response says besides its body.</summary>
    public ApiConnection WithCapture(ResponseCapture capture) => new(this, _timeout, capture);

    /// <summary>A client that follows no redirect, so that no secret travels to another host, keeps no cookies and takes compressed responses.</summary>
    public static HttpClient CreateHttpClient() => new(new RequestTelemetry { InnerHandler = CreateHandler() }) { Timeout = Timeout.InfiniteTimeSpan };

    /// <summary>The handler of <see cref="CreateHttpClient"/>.</summary>
    public static SocketsHttpHandler CreateHandler() => new()
    {
        ActivityHeadersPropagator = new TraceNames(),
        AllowAutoRedirect = false,
        AutomaticDecompression = DecompressionMethods.All,
        PooledConnectionLifetime = TimeSpan.FromMinutes(15),
        UseCookies = false,
    };

    /// <summary>Sends a request and reads its response.</summary>
    /// <param name="request">The request.</param>
    /// <param name="read">Reads the response, or throws.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task<T> ReceiveAsync<T>(ApiRequest request, Func<ApiResponse, Task<T>> read, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        return await read(response).ConfigureAwait(false);
    }

    /// <summary>Sends a request and looks at its response, of which nothing is returned.</summary>
    /// <param name="request">The request.</param>
    /// <param name="check">Looks at the response, or throws.</param>
    /// <param name="cancellationToken">A token to cancel the operation.</param>
    public async Task CompleteAsync(ApiRequest request, Func<ApiResponse, Task> check, CancellationToken cancellationToken)
    {
        using var response = await SendAsync(request, cancellationToken).ConfigureAwait(false);
        await check(response).ConfigureAwait(false);
    }

    /// <summary>Sends a request whose response carries nothing, and for which the contract describes no error.</summary>
    public Task CompleteAsync(ApiRequest request, CancellationToken cancellationToken) =>
        CompleteAsync(request, static response => response.Status is >= 200 and <= 299 ? Task.CompletedTask : ResponseTasks.ThrowAsync(response.ToExceptionAsync()), cancellationToken);

    /// <summary>Sends a request and waits until its response begins.</summary>
    public async Task<ApiResponse> SendAsync(ApiRequest request, CancellationToken cancellationToken)
    {
        var address = BaseAddressOf(request);
        var deadline = new CallDeadline(request.Name, _timeout, cancellationToken);
        HttpRequestMessage? message = null;
        try
        {
            message = await request.ToMessageAsync(address, deadline.Token).ConfigureAwait(false);
            var response = await _httpClient.SendAsync(message, HttpCompletionOption.ResponseHeadersRead, deadline.Token).ConfigureAwait(false);
            CheckOrigin(request, address, response);
            if (_capture is { } capture)
                (capture.StatusCode, capture.Headers) = ((int)response.StatusCode, ResponseHeaders.Of(response));
            return new ApiResponse(request, message, response, deadline, Options);
        }
        catch (Exception exception)
        {
            using (deadline)
            using (message)
            {
                if (deadline.Explain(exception) is { } explained)
                    throw explained;
                throw;
            }
        }
    }

    private Uri BaseAddressOf(ApiRequest request)
    {
        if (request.Address is { } target)
            return target.IsAbsoluteUri ? target : throw new ArgumentException("The address of a webhook must be absolute.");
        var address = Options.BaseAddress ?? _httpClient.BaseAddress ?? request.Server ?? _contractAddress
            ?? throw new InvalidOperationException("The contract names no host: set BaseAddress in the client's options or on the HttpClient.");
        if (!address.IsAbsoluteUri || address.Query.Length > 0 || address.Fragment.Length > 0)
            throw new InvalidOperationException("The base address must be an absolute address without query and fragment.");
        return address;
    }

    /// <summary>The handler followed a redirect to another host: what it says is not the API's response.</summary>
    private static void CheckOrigin(ApiRequest request, Uri address, HttpResponseMessage response)
    {
        if (response.RequestMessage?.RequestUri is not { } final || Uri.Compare(final, address, UriComponents.SchemeAndServer, UriFormat.UriEscaped, StringComparison.OrdinalIgnoreCase) == 0)
            return;
        response.Dispose();
        throw new HttpRequestException($"{request.Name} was redirected to another host, {final.Host}. Use an HttpClient that follows no redirects.");
    }

    /// <summary>A timeout of the HttpClient would cut long polls; this connection keeps the time itself.</summary>
    private static void TakeOverTimeout(HttpClient httpClient)
    {
        try
        {
            httpClient.Timeout = Timeout.InfiniteTimeSpan;
        }
        catch (InvalidOperationException)
        {
            // The HttpClient has sent requests before, so its timeout stays and holds beside this connection's.
            Debug.WriteLine("The HttpClient keeps its own timeout.");
        }
    }
}
