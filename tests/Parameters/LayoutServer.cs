using System.Net.Sockets;
using System.Text;
using Layout;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SyncGen.Parameters;

/// <summary>The server by a controller.</summary>
public sealed class ControllerServer() : LayoutServer(hasController: true);

/// <summary>The server by endpoints.</summary>
public sealed class EndpointServer() : LayoutServer(hasController: false);

/// <summary>A server on a real socket, which keeps the target of the last request and what it was bound to.</summary>
public abstract class LayoutServer(bool hasController) : IAsyncLifetime
{
    private readonly BoundValue _bound = new();
    private readonly HttpClient _httpClient = LayoutClient.CreateHttpClient();
    private WebApplication? _application;

    public Uri Address => new(_application!.Urls.Single() + "/api/");

    /// <summary>The last request's target as it was sent.</summary>
    public string Target { get; private set; } = "";

    /// <summary>The last request's cookies as they were sent.</summary>
    public string Cookies { get; private set; } = "";

    /// <summary>What the last request was bound to.</summary>
    public object? Bound => _bound.Value;

    /// <summary>How many requests reached the handler.</summary>
    public int Count => _bound.Count;

    /// <summary>The server does not say how the target was sent, like one in memory.</summary>
    public bool HidesTarget { get; set; }

    public LayoutClient Client => new(_httpClient, new LayoutClientOptions { BaseAddress = Address });

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(_bound).AddAuthentication();
        if (hasController)
            AddController(builder.Services);
        else
            builder.Services.AddLayout<LayoutController>();
        _application = builder.Build();
        _application.Use((context, next) =>
        {
            var request = context.Features.Get<IHttpRequestFeature>()!;
            (Target, Cookies) = (request.RawTarget, context.Request.Headers.Cookie.ToString());
            if (HidesTarget)
                request.RawTarget = "";
            return next();
        });
        _application.UseRouting();
        if (hasController)
            _application.MapControllers();
        else
            _application.MapLayout();
        await _application.StartAsync();
    }

    /// <summary>Sends a request that no client has touched and gives its status.</summary>
    public async Task<int> SendAsync(string target, string headers = "")
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Address.Host, Address.Port);
        await using var stream = client.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes($"GET {target} HTTP/1.1\r\nHost: {Address.Authority}\r\nConnection: close\r\n{headers}\r\n"));
        using var reader = new StreamReader(stream);
        var response = await reader.ReadToEndAsync();
        return int.Parse(response.AsSpan(9, 3));
    }

    public async ValueTask DisposeAsync()
    {
        _httpClient.Dispose();
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application!.StopAsync(patience.Token);
        await _application.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private static void AddController(IServiceCollection services) => services.AddControllers().ConfigureApplicationPartManager(parts =>
    {
        parts.ApplicationParts.Clear();
        parts.FeatureProviders.Add(new OnlyController());
    });

    private sealed class OnlyController : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature) =>
            feature.Controllers.Add(System.Reflection.IntrospectionExtensions.GetTypeInfo(typeof(LayoutController)));
    }
}
