using System.Reflection;
using System.Security.Claims;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace SyncGen.ForeignServers;

/// <summary>Hosts the generated servers of many contracts on 127.0.0.1, as endpoints or as controllers.</summary>
internal static class ServerHost
{
    public static async Task<WebApplication> Start(IReadOnlyCollection<Api> apis, bool usesControllers, string log)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseSetting("urls", "http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddHttpContextAccessor();
        var authentication = builder.Services.AddAuthentication();
        foreach (var scheme in apis.SelectMany(SchemesOf).Distinct(StringComparer.Ordinal))
            authentication.AddScheme<AuthenticationSchemeOptions, AnyCredential>(scheme, null);
        builder.Services.AddAuthorization();
        if (usesControllers)
        {
            builder.Services.AddControllers(options => options.Conventions.Add(new BasePaths(apis)))
                .ConfigureApplicationPartManager(manager =>
                {
                    manager.ApplicationParts.Clear();
                    manager.ApplicationParts.Add(new Controllers(apis));
                });
        }
        else
        {
            foreach (var (api, endpoints, handler) in apis.SelectMany(EndpointsOf))
                endpoints.GetMethods().Single(method => method.Name.StartsWith("Add", StringComparison.Ordinal)).MakeGenericMethod(handler).Invoke(null, [builder.Services, null]);
        }

        var app = builder.Build();
        var writer = TextWriter.Synchronized(new StreamWriter(log) { AutoFlush = true });
        app.Use(async (context, next) =>
        {
            try
            {
                await next(context);
            }
            catch (Exception exception) when (!context.Response.HasStarted)
            {
                writer.WriteLine($"{context.Request.Method} {context.Request.Path}: {exception.Message} {exception.InnerException?.Message}");
                context.Response.StatusCode = 500;
            }
        });
        app.UseRouting();
        app.UseAuthorization();
        if (usesControllers)
        {
            app.MapControllers();
        }
        else
        {
            foreach (var (api, endpoints, _) in apis.SelectMany(EndpointsOf))
                endpoints.GetMethods().Single(method => method.Name.StartsWith("Map", StringComparison.Ordinal)).Invoke(null, [app.MapGroup(api.BasePath), null]);
        }

        await app.StartAsync();
        return app;
    }

    private static IEnumerable<string> SchemesOf(Api api) =>
        (api.Document["components"]?["securitySchemes"] ?? api.Document["securityDefinitions"])?.AsObject().Select(pair => pair.Key) ?? [];

    private static IEnumerable<(Api Api, Type Endpoints, Type Handler)> EndpointsOf(Api api) => api.Assembly.GetTypes()
        .Where(type => type.Namespace == api.Contract.Namespace && type.Name.EndsWith("Endpoints", StringComparison.Ordinal) && type is { IsAbstract: true, IsSealed: true })
        .Select(type => (api, type, api.Assembly.GetType($"{HandlerSource.Namespace}.{HandlerSource.NameOf(api.Contract.Namespace, type.Name[..^"Endpoints".Length] + "Handler")}", throwOnError: true)!));

    /// <summary>The controllers over the generated ones.</summary>
    private sealed class Controllers(IReadOnlyCollection<Api> apis) : ApplicationPart, IApplicationPartTypeProvider
    {
        public override string Name => "generated";

        public IEnumerable<TypeInfo> Types => apis.SelectMany(api => api.Assembly.GetTypes()
            .Where(type => type.Namespace == HandlerSource.Namespace && type.IsSubclassOf(typeof(ControllerBase)) && type.BaseType!.Namespace == api.Contract.Namespace)
            .Select(type => type.GetTypeInfo()));
    }

    /// <summary>Puts each controller below its contract's server.</summary>
    private sealed class BasePaths(IReadOnlyCollection<Api> apis) : IControllerModelConvention
    {
        public void Apply(ControllerModel controller)
        {
            var prefix = apis.Single(api => api.Contract.Namespace == controller.ControllerType.BaseType!.Namespace).BasePath;
            if (prefix.Length == 0)
                return;
            foreach (var selector in controller.Selectors)
                selector.AttributeRouteModel = new AttributeRouteModel(new RouteAttribute(prefix.TrimStart('/')));
        }
    }

    /// <summary>Takes whatever the operation asks for: whether it is valid, the mock's scenarios say.</summary>
    private sealed class AnyCredential(IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder)
        : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
    {
        protected override Task<AuthenticateResult> HandleAuthenticateAsync()
        {
            var scopes = (Context.GetEndpoint()?.Metadata ?? [])
                .Where(item => item.GetType().Name == "RequireSecurityAttribute")
                .SelectMany(item => (IEnumerable<string>?)item.GetType().GetProperty("Scopes")?.GetValue(item) ?? []);
            var identity = new ClaimsIdentity([new Claim("scope", string.Join(' ', scopes))], Scheme.Name);
            return Task.FromResult(AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name)));
        }
    }
}
