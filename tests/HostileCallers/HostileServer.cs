using System.Text;
using Hostile;
using Hostile.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SyncGen.HostileCallers;

/// <summary>A generated server without a network: requests go straight into its pipeline, so that what they cost is what the server does.</summary>
internal sealed class HostileServer : IAsyncDisposable
{
    private readonly WebApplication _application;
    private readonly RequestDelegate _pipeline;

    public HostileServer(bool hasController, Action<ApiServerOptions>? configure = null, bool decompresses = false)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure(configure ?? (static _ => { }));
        builder.Services.AddRequestDecompression();
        if (hasController)
            AddController(builder.Services);
        else
            builder.Services.AddHostile<HostileController>();
        _application = builder.Build();
        if (decompresses)
            _application.UseRequestDecompression();
        _application.UseRouting();
        if (hasController)
            _application.MapControllers();
        else
            _application.MapHostile();
        _application.UseEndpoints(static _ => { });
        _pipeline = ((IApplicationBuilder)_application).Build();
    }

    /// <summary>Posts a body.</summary>
    public Task<Answer> PostAsync(string path, string mediaType, byte[] body, string? encoding = null) => SendAsync("POST", path, context =>
    {
        context.Request.ContentType = mediaType;
        context.Request.ContentLength = body.Length;
        context.Request.Body = new MemoryStream(body, writable: false);
        if (encoding is not null)
            context.Request.Headers.ContentEncoding = encoding;
    });

    /// <summary>Posts JSON.</summary>
    public Task<Answer> PostAsync(string path, string json) => PostAsync(path, "application/json", Encoding.UTF8.GetBytes(json));

    /// <summary>Sends a request.</summary>
    /// <param name="method">The method.</param>
    /// <param name="target">Path and query below the API's own path, as they stand on the wire.</param>
    /// <param name="prepare">Completes the request.</param>
    public async Task<Answer> SendAsync(string method, string target, Action<HttpContext>? prepare = null)
    {
        await using var scope = _application.Services.CreateAsyncScope();
        var context = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        var request = context.Request;
        var (path, query) = target.IndexOf('?', StringComparison.Ordinal) is >= 0 and var at ? (target[..at], target[at..]) : (target, "");
        (request.Method, request.Scheme, request.Host, request.Protocol) = (method, "http", new HostString("localhost"), "HTTP/1.1");
        request.Path = PathString.FromUriComponent("/api" + path);
        request.QueryString = new QueryString(query);
        context.Features.GetRequiredFeature<IHttpRequestFeature>().RawTarget = "/api" + target;
        prepare?.Invoke(context);
        var body = new MemoryStream();
        context.Response.Body = body;
        await _pipeline(context);
        await context.Response.CompleteAsync();
        return new Answer(context.Response.StatusCode, body.ToArray());
    }

    public ValueTask DisposeAsync() => _application.DisposeAsync();

    private static void AddController(IServiceCollection services) => services.AddControllers().ConfigureApplicationPartManager(parts =>
    {
        parts.ApplicationParts.Clear();
        parts.FeatureProviders.Add(new OnlyController());
    });

    private sealed class OnlyController : IApplicationFeatureProvider<ControllerFeature>
    {
        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature) =>
            feature.Controllers.Add(System.Reflection.IntrospectionExtensions.GetTypeInfo(typeof(HostileController)));
    }
}
