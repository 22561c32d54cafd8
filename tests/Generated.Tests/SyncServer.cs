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

/// <summary>A real server on a port of this machine, whose controller derives from the generated one.</summary>
internal sealed class SyncServer : IAsyncDisposable
{
    public const string Token = "syt_secret";

    private readonly WebApplication _application;

    private SyncServer(WebApplication application) => _application = application;

    /// <summary>The address that stands in for the contract's.</summary>
    public Uri BaseAddress => new(Origin, "_matrix/client/api/v2_alpha/");

    public Uri Origin => new(_application.Urls.Single() + "/");

    public static async Task<SyncServer> StartAsync(
        Func<string?, string?, long?, CancellationToken, Task<GetSyncResult>> getSync,
        Action<IServiceCollection>? security = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new SyncBehavior(getSync));
        builder.Services.AddControllers().ConfigureApplicationPartManager(parts =>
        {
            parts.ApplicationParts.Clear();
            parts.FeatureProviders.Add(new OnlyController());
        });
        (security ?? AddSecurity)(builder.Services);
        var application = builder.Build();
        application.MapControllers();
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

    private static void AddSecurity(IServiceCollection services) => services.AddAuthentication().AddAccessToken<TokenHandler>();

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
internal sealed record SyncBehavior(Func<string?, string?, long?, CancellationToken, Task<GetSyncResult>> GetSync);

/// <summary>The controller as the author of a server writes it.</summary>
internal sealed class SyncController(SyncBehavior behavior) : SyncControllerBase
{
    public override Task<GetSyncResult> GetSyncAsync(string? filter, string? since, long? timeout, CancellationToken cancellationToken) =>
        behavior.GetSync(filter, since, timeout, cancellationToken);
}
