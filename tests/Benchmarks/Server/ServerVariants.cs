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
/// <param name="AsksCaller">It asks for the caller; without that it serves anybody.</param>
internal sealed record ServerVariant(string Name, bool AsksCaller, Func<IServer?, WebApplication> Build)
{
    /// <summary>Others are compared with it.</summary>
    public bool IsCompared => Name is ServerVariants.StaticAnswer or ServerVariants.MinimalApi;
}

/// <summary>
/// The ways that are compared, each for anybody and for a caller that the same authentication knows. All response the same bytes, and all handlers have their response ready.
/// </summary>
internal static class ServerVariants
{
    public const string StaticAnswer = "static answer";
    public const string MinimalApi = "hand-written minimal API, STJ source generator";

    public const string Path = "/_matrix/client/api/v2_alpha/sync";
    public const string Query = "?access_token=secret&since=s72594_4483_1934&timeout=0";

    private static readonly AuthorizeAttribute Caller = new() { AuthenticationSchemes = "accessToken" };

    public static ServerVariant[] Of(byte[] json)
    {
        GeneratedController.Value = GetSyncResponseCodec.Format.Read(json);
        OpenController.Value = Open.Json.GetSyncResponseCodec.Format.Read(json);
        NSwagSyncController.Value = JsonSerializer.Deserialize<NSwagServer.Response>(json)!;
        SyncService.Value = JsonSerializer.Deserialize(json, SourceGeneratedContext.Default.SourceGeneratedResponse)!;
        RequestDelegate answer = context => Static(context, json);
        var handWritten = async (SyncService service, string? filter, string? since, long? timeout, CancellationToken cancellationToken) =>
            TypedResults.Json(await service.GetSyncAsync(filter, since, timeout, cancellationToken), SourceGeneratedContext.Default.SourceGeneratedResponse);
        return
        [
            Anybody(StaticAnswer, services => { }, app => app.Map(Path, answer)),
            Anybody(MinimalApi, services => services.AddScoped<SyncService>(), app => app.MapGet(Path, handWritten)),
            Anybody("generated endpoints", services => Open.SyncEndpoints.AddSync<OpenController>(services), app => Open.SyncEndpoints.MapSync(app)),
            Anybody("NSwag's controller", services => AddController<NSwagSyncController>(services), app => app.MapControllers()),
            Anybody("generated controller", services => AddController<OpenController>(services), app => app.MapControllers()),
            Known(StaticAnswer, services => services.AddAuthorization(), app => app.Map(Path, answer).RequireAuthorization(Caller)),
            Known(MinimalApi, services => services.AddScoped<SyncService>().AddAuthorization(), app => app.MapGet(Path, handWritten).RequireAuthorization(Caller)),
            Known("generated endpoints", services => services.AddSync<GeneratedController>(), app => app.MapSync()),
            Known("NSwag's controller", services => AddController<NSwagSyncController>(services.AddAuthorization()), app => app.MapControllers().RequireAuthorization(Caller)),
            Known("generated controller", services => AddController<GeneratedController>(services), app => app.MapControllers()),
        ];
    }

    private static ServerVariant Anybody(string name, Action<IServiceCollection> register, Action<WebApplication> map) =>
        new(name, false, server => Build(server, register, map));

    private static ServerVariant Known(string name, Action<IServiceCollection> register, Action<WebApplication> map) =>
        new(name, true, server => Build(server, services => register(AddCaller(services)), map));

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

/// <summary>What the hand-written minimal API calls, a service of each request as the handlers of the others are.</summary>
internal sealed class SyncService
{
    private readonly SourceGeneratedResponse _value = Value;

    public static SourceGeneratedResponse Value { get; set; } = new();

    public Task<SourceGeneratedResponse> GetSyncAsync(string? filter, string? since, long? timeout, CancellationToken cancellationToken) => Task.FromResult(_value);
}

/// <summary>The generated controller; it is the endpoints' handler too.</summary>
internal sealed class GeneratedController : SyncControllerBase
{
    public static GetSyncResponse Value { get; set; } = new();

    public override Task<GetSyncResult> GetSyncAsync(string? filter, string? since, long? timeout, CancellationToken cancellationToken) =>
        Task.FromResult(GetSyncResult.Ok(Value));
}

/// <summary>The generated controller of the contract for anybody; it is the endpoints' handler too.</summary>
internal sealed class OpenController : Open.SyncControllerBase
{
    public static Open.GetSyncResponse Value { get; set; } = new();

    public override Task<Open.GetSyncResult> GetSyncAsync(string? filter, string? since, long? timeout, CancellationToken cancellationToken) =>
        Task.FromResult(Open.GetSyncResult.Ok(Value));
}

/// <summary>NSwag's controller, whose operation has no security of its own.</summary>
internal sealed class NSwagSyncController : NSwagServer.ControllerBase
{
    public static NSwagServer.Response Value { get; set; } = new();

    public override Task<NSwagServer.Response> Sync(string? filter, string? since, int? timeout, CancellationToken cancellationToken) => Task.FromResult(Value);
}
