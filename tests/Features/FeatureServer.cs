using System.Security.Claims;
using System.Text;
using System.Text.Encodings.Web;
using Features;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SyncGen.Features;

/// <summary>The server by a controller.</summary>
public sealed class ControllerServer() : FeatureServer(hasController: true);

/// <summary>The server by endpoints.</summary>
public sealed class EndpointServer() : FeatureServer(hasController: false);

/// <summary>A server that tells its caller what it bound.</summary>
public abstract class FeatureServer(bool hasController) : IAsyncLifetime
{
    private WebApplication? _application;

    public Uri Address => new(_application!.Urls.Single() + "/api/");

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0").UseKestrel(options => options.Limits.MaxRequestBodySize = 100_000);
        builder.Services.AddAuthentication().AddHeader<HeaderHandler>().AddSession<SessionHandler>().AddOauth<OauthHandler>().AddBasic<BasicHandler>();
        builder.Services.AddHttpContextAccessor();
        Configure(builder.Services);
        if (hasController)
            OnlyControllers.Add(builder.Services, typeof(FeaturesController));
        else
            builder.Services.AddFeatures<FeaturesController>();
        _application = builder.Build();
        if (hasController)
            _application.MapControllers();
        else
            _application.MapFeatures();
        await _application.StartAsync();
    }

    public IServiceProvider Services => _application!.Services;

    public FeaturesClient CreateClient(Action<FeaturesClientOptions>? configure = null)
    {
        var options = new FeaturesClientOptions { BaseAddress = Address };
        configure?.Invoke(options);
        return new FeaturesClient(FeaturesClient.CreateHttpClient(), options);
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application!.StopAsync(patience.Token);
        await _application.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    /// <summary>Adds to the services.</summary>
    protected virtual void Configure(IServiceCollection services)
    {
    }

    private sealed class HeaderHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : HeaderAuthenticationHandler(options, logger, encoder)
    {
        protected override Task<ClaimsPrincipal?> ValidateAsync(string credential, CancellationToken cancellationToken) =>
            Task.FromResult(credential == "key" ? Accept("header", "write", "admin") : null);
    }

    private sealed class SessionHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : SessionAuthenticationHandler(options, logger, encoder)
    {
        protected override Task<ClaimsPrincipal?> ValidateAsync(string credential, CancellationToken cancellationToken) =>
            Task.FromResult(credential == "sid" ? Accept("session") : null);
    }

    private sealed class OauthHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : OauthAuthenticationHandler(options, logger, encoder)
    {
        protected override Task<ClaimsPrincipal?> ValidateAsync(string credential, CancellationToken cancellationToken) =>
            Task.FromResult<ClaimsPrincipal?>(Accept("oauth", credential.Split('+')));
    }

    private sealed class BasicHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : BasicAuthenticationHandler(options, logger, encoder)
    {
        protected override Task<ClaimsPrincipal?> ValidateAsync(string credential, CancellationToken cancellationToken) =>
            Task.FromResult<ClaimsPrincipal?>(Accept(Encoding.UTF8.GetString(Convert.FromBase64String(credential))));
    }
}
