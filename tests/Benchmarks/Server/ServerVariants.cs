using System;
using System.Collections.Generic;
using System.Reflection;
using System.Security.Claims;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Threading;
using System.Threading.Tasks;
using Matrix.ClientServer.V2Alpha;
using Matrix.ClientServer.V2Alpha.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using SyncGen.Benchmarks.Peers;

namespace SyncGen.Benchmarks.Server;

/// <summary>A way to serve the sync of the contract in api/.</summary>
internal sealed record ServerVariant(string Name, Func<IServer?, WebApplication> Build);

/// <summary>The ways that are compared. All answer the same bytes; all but the first ask the same authentication for the caller.</summary>
internal static class ServerVariants
{
    /// <summary>The index of the static answer.</summary>
    public const int StaticAnswer = 0;

    /// <summary>The index of the hand-written minimal API.</summary>
    public const int MinimalApi = 2;

    public const string Path = "/_matrix/client/api/v2_alpha/sync";
    public const string Query = "?access_token=secret&since=s72594_4483_1934&timeout=0";

    private static readonly AuthorizeAttribute Caller = new() { AuthenticationSchemes = "accessToken" };

    public static ServerVariant[] Of(byte[] json)
    {
        GeneratedController.Value = GetSyncResponseCodec.Format.Read(json);
        NSwagSyncController.Value = JsonSerializer.Deserialize<NSwagServer.Response>(json)!;
        var minimal = JsonSerializer.Deserialize(json, SourceGeneratedContext.Default.SourceGeneratedResponse)!;
        return
        [
            new("static answer", server => Build(server, services => { }, app => app.Map(Path, (RequestDelegate)(context => Static(context, json))))),
            new("static answer to a known caller", server => Build(
                server,
                services => AddCaller(services).AddAuthorization(),
                app => app.Map(Path, (RequestDelegate)(context => Static(context, json))).RequireAuthorization(Caller))),
            new("hand-written minimal API, STJ source generator", server => Build(
                server,
                services => AddCaller(services).AddAuthorization(),
                app => app.MapGet(Path, (string? filter, string? since, long? timeout, CancellationToken cancellationToken) =>
                    TypedResults.Json(minimal, SourceGeneratedContext.Default.SourceGeneratedResponse)).RequireAuthorization(Caller))),
            new("generated endpoints", server => Build(server, services => AddCaller(services).AddSync<GeneratedController>(), app => app.MapSync())),
            new("NSwag's controller", server => Build(server, services => AddController<NSwagSyncController>(AddCaller(services).AddAuthorization()), app => app.MapControllers())),
            new("generated controller", server => Build(server, services => AddController<GeneratedController>(AddCaller(services)), app => app.MapControllers())),
        ];
    }

    private static async Task Static(HttpContext context, byte[] json)
    {
        context.Response.ContentType = "application/json";
        context.Response.ContentLength = json.Length;
        await context.Response.BodyWriter.WriteAsync(json).ConfigureAwait(false);
    }

    private static WebApplication Build(IServer? server, Action<IServiceCollection> register, Action<WebApplication> map)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        if (server is not null)
            builder.Services.AddSingleton(server);
        register(builder.Services);
        var app = builder.Build();
        if (server is null)
            app.Urls.Add("http://127.0.0.1:0");
        map(app);
        return app;
    }

    private static IServiceCollection AddCaller(IServiceCollection services)
    {
        services.AddAuthentication().AddAccessToken<SecretHandler>();
        return services;
    }

    private static void AddController<TController>(IServiceCollection services) => services.AddControllers().ConfigureApplicationPartManager(parts =>
    {
        parts.ApplicationParts.Clear();
        parts.FeatureProviders.Add(new OnlyController(typeof(TController).GetTypeInfo()));
    });

    private sealed class OnlyController(TypeInfo controller) : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature) => feature.Controllers.Add(controller);
    }
}

/// <summary>Knows one caller.</summary>
internal sealed class SecretHandler(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
    : AccessTokenAuthenticationHandler(options, logger, encoder)
{
    protected override Task<ClaimsPrincipal?> ValidateAsync(string credential, CancellationToken cancellationToken) =>
        Task.FromResult(credential == "secret" ? Accept("@alice:example.com") : null);
}

/// <summary>The generated controller; it is the endpoints' handler too.</summary>
internal sealed class GeneratedController : SyncControllerBase
{
    public static GetSyncResponse Value { get; set; } = new();

    public override Task<GetSyncResult> GetSyncAsync(string? filter, string? since, long? timeout, CancellationToken cancellationToken) =>
        Task.FromResult(GetSyncResult.Ok(Value));
}

/// <summary>NSwag's controller, whose operation has no security of its own.</summary>
[Authorize(AuthenticationSchemes = "accessToken")]
internal sealed class NSwagSyncController : NSwagServer.ControllerBase
{
    public static NSwagServer.Response Value { get; set; } = new();

    public override Task<NSwagServer.Response> Sync(string? filter, string? since, int? timeout, CancellationToken cancellationToken) => Task.FromResult(Value);
}
