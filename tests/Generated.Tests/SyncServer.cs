using System.Security.Claims;
using System.Text.Encodings.Web;
using Matrix.ClientServer.V2Alpha;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SyncGen.Generated.Tests;

/// <summary>How the generated server takes requests.</summary>
public enum Flavour
{
    /// <summary>A controller that derives from the generated one.</summary>
    Controller,

    /// <summary>The generated endpoints over the same handler.</summary>
    Endpoints,
}

/// <summary>A real server on a port of this machine.</summary>
internal sealed class SyncServer : IAsyncDisposable
{
    public const string Token = "syt_secret";

    private readonly WebApplication _application;

    private SyncServer(WebApplication application) => _application = application;

    /// <summary>The address that stands in for the contract's.</summary>
    public Uri BaseAddress => new(Origin, "_matrix/client/api/v2_alpha/");

    public Uri Origin => new(_application.Urls.Single() + "/");

    public IServiceProvider Services => _application.Services;

    public static async Task<SyncServer> StartAsync(
        Flavour flavour,
        Func<string?, string?, long?, CancellationToken, Task<GetSyncResult>> getSync,
        Action<IServiceCollection>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new SyncBehavior(getSync));
        if (flavour == Flavour.Controller)
            AddController(builder.Services);
        else
            builder.Services.AddSync<SyncController>();
        (configure ?? AddSecurity)(builder.Services);
        var application = builder.Build();
        if (flavour == Flavour.Controller)
            application.MapControllers();
        else
            application.MapSync();
        await application.StartAsync();
        return new SyncServer(application);
    }

    public SyncClient CreateClient(Action<SyncClientOptions>? configure = null)
    {
        var options = new SyncClientOptions { BaseAddress = BaseAddress, AccessToken = Token };
        configure?.Invoke(options);
        return new SyncClient(SyncClient.CreateHttpClient(), options);
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application.StopAsync(patience.Token);
        await _application.DisposeAsync();
    }

    /// <summary>The one token that is valid.</summary>
    public static void AddSecurity(IServiceCollection services) => services.AddAuthentication().AddAccessToken<TokenHandler>();

    private static void AddController(IServiceCollection services) => services.AddControllers().ConfigureApplicationPartManager(parts =>
    {
        parts.ApplicationParts.Clear();
        parts.FeatureProviders.Add(new OnlyController());
    });

    private sealed class OnlyController : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature) =>
            feature.Controllers.Add(System.Reflection.IntrospectionExtensions.GetTypeInfo(typeof(SyncController)));
    }

    private sealed class TokenHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AccessTokenAuthenticationHandler(options, logger, encoder)
    {
        protected override Task<ClaimsPrincipal?> ValidateAsync(string credential, CancellationToken cancellationToken) =>
            Task.FromResult(credential == Token ? Accept("@alice:example.com") : null);
    }
}

/// <summary>What a test wants the operation to do.</summary>
internal sealed record SyncBehavior(Func<string?, string?, long?, CancellationToken, Task<GetSyncResult>> GetSync)
{
    private int _living;

    /// <summary>The controllers that were made and are not disposed of.</summary>
    public int Living => _living;

    public void Count(int change) => Interlocked.Add(ref _living, change);
}

/// <summary>The controller as the author of a server writes it; it serves the endpoints too, for it is a handler.</summary>
internal sealed class SyncController : SyncControllerBase, IDisposable
{
    private readonly SyncBehavior _behavior;

    public SyncController(SyncBehavior behavior)
    {
        _behavior = behavior;
        behavior.Count(1);
    }

    public void Dispose() => _behavior.Count(-1);

    public override Task<GetSyncResult> GetSyncAsync(string? filter, string? since, long? timeout, CancellationToken cancellationToken) =>
        _behavior.GetSync(filter, since, timeout, cancellationToken);
}
