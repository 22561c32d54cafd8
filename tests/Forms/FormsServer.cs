using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Forms;
using Forms.Runtime;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.ApplicationParts;
using Microsoft.AspNetCore.Mvc.Controllers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SyncGen.Forms;

/// <summary>The server by a controller.</summary>
public sealed class ControllerServer() : FormsServer(hasController: true);

/// <summary>The server by endpoints.</summary>
public sealed class EndpointServer() : FormsServer(hasController: false);

/// <summary>A server that tells its caller what it bound.</summary>
public abstract class FormsServer(bool hasController) : IAsyncLifetime
{
    private WebApplication? _application;

    public Uri Address => new(_application!.Urls.Single() + "/api/");

    public IServiceProvider Services => _application!.Services;

    public FormsClient CreateClient() => new(FormsClient.CreateHttpClient(), new FormsClientOptions { BaseAddress = Address });

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (hasController)
            builder.Services.AddControllers().ConfigureApplicationPartManager(OnlyController.Use);
        else
            builder.Services.AddForms<EchoHandler>();
        builder.Services.AddOpenApi().AddEndpointsApiExplorer().AddSwaggerGen().AddContractDescriptions();
        _application = builder.Build();
        if (hasController)
            _application.MapControllers();
        else
            _application.MapForms();
        await _application.StartAsync();
    }

    /// <summary>Sends bytes as they are, through a socket, and gives the status and what was bound or is wrong.</summary>
    internal async Task<(int Status, IReadOnlyDictionary<string, string> Bound)> SendRawAsync(string path, string contentType, byte[] body, CancellationToken cancellationToken)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(Address.Host, Address.Port, cancellationToken);
        var stream = client.GetStream();
        var head = $"POST /api/{path} HTTP/1.1\r\nHost: {Address.Authority}\r\nContent-Type: {contentType}\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n";
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), cancellationToken);
        await stream.WriteAsync(body, cancellationToken);
        using var reader = new StreamReader(stream);
        var response = await reader.ReadToEndAsync(cancellationToken);
        var json = response[response.IndexOf('{', StringComparison.Ordinal)..(response.LastIndexOf('}') + 1)];
        using var document = JsonDocument.Parse(json);
        var root = document.RootElement.TryGetProperty("errors", out var errors) ? errors : document.RootElement;
        return (
            int.Parse(response.AsSpan(9, 3), System.Globalization.CultureInfo.InvariantCulture),
            root.EnumerateObject().ToDictionary(property => property.Name, property => property.Value.ToString()));
    }

    public async ValueTask DisposeAsync()
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _application!.StopAsync(patience.Token);
        await _application.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    private sealed class OnlyController : IApplicationFeatureProvider<ControllerFeature>
    {
        public static void Use(ApplicationPartManager parts)
        {
            parts.ApplicationParts.Clear();
            parts.FeatureProviders.Add(new OnlyController());
        }

        public void PopulateFeature(IEnumerable<ApplicationPart> parts, ControllerFeature feature) =>
            feature.Controllers.Add(System.Reflection.IntrospectionExtensions.GetTypeInfo(typeof(FormsController)));
    }
}
