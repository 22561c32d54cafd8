using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging;
using Wire;

namespace SyncGen.Client.Tests;

/// <summary>A server that knows nothing of the contract: it keeps what came over the wire and returns what a test wants.</summary>
internal sealed class RecordingServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly List<RecordedRequest> _requests = [];

    private RecordingServer(WebApplication application) => _application = application;

    public Uri Address => new(_application.Urls.Single() + "/api/");

    /// <summary>The only request so far.</summary>
    public RecordedRequest Only => Assert.Single(Requests);

    public IReadOnlyList<RecordedRequest> Requests
    {
        get
        {
            lock (_requests)
                return [.. _requests];
        }
    }

    /// <summary>Starts a server that returns 204 unless the test says otherwise.</summary>
    public static async Task<RecordingServer> StartAsync(Func<HttpContext, Task>? answer = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var application = builder.Build();
        var server = new RecordingServer(application);
        application.Run(async context =>
        {
            await server.RecordAsync(context);
            context.Response.StatusCode = 204;
            if (answer is not null)
                await answer(context);
        });
        await application.StartAsync();
        return server;
    }

    /// <summary>Starts a server that returns 200 with JSON and headers.</summary>
    public static Task<RecordingServer> WithJsonAsync(string json, params (string Name, string Text)[] headers) => StartAsync(async context =>
    {
        context.Response.StatusCode = 200;
        context.Response.ContentType = "application/json";
        foreach (var (name, text) in headers)
            context.Response.Headers.Append(name, text);
        await context.Response.WriteAsync(json);
    });

    public WireClient CreateClient(Action<WireClientOptions>? configure = null)
    {
        var options = new WireClientOptions { BaseAddress = Address };
        configure?.Invoke(options);
        return new WireClient(WireClient.CreateHttpClient(), options);
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application.StopAsync(patience.Token);
        await _application.DisposeAsync();
    }

    private async Task RecordAsync(HttpContext context)
    {
        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        var request = new RecordedRequest(
            context.Request.Method,
            context.Features.Get<IHttpRequestFeature>()!.RawTarget,
            context.Request.Headers.ToDictionary(header => header.Key, header => header.Value.ToString(), StringComparer.OrdinalIgnoreCase),
            Encoding.UTF8.GetString(body.ToArray()));
        lock (_requests)
            _requests.Add(request);
    }
}

/// <summary>A request as it came.</summary>
internal sealed record RecordedRequest(string Method, string Target, IReadOnlyDictionary<string, string> Headers, string Body)
{
    public string? Header(string name) => Headers.GetValueOrDefault(name);
}
