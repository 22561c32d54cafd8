using System.Net;
using System.Text;
using Features.Runtime;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SyncGen.Features;

/// <summary>The options of a server, bound from configuration, hold for controllers and endpoints.</summary>
public sealed class OptionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Bodies_over_the_limit_of_the_options_are_refused(bool hasController)
    {
        await using var server = await StartAsync(hasController);
        using var client = new HttpClient { BaseAddress = server.Address };
        var text = new string('x', 2000);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(client, "json", "application/json", $"{{\"name\":\"{text}\"}}"));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(client, "text", "text/plain", text));
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, await PostAsync(client, "form", "application/x-www-form-urlencoded", $"text={text}"));
        Assert.Equal(HttpStatusCode.OK, await PostAsync(client, "text", "text/plain", text[..1000]));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Constraints_are_checked_unless_the_options_say_otherwise(bool hasController)
    {
        await using var lax = await StartAsync(hasController);
        using var laxClient = new HttpClient { BaseAddress = lax.Address };
        await using FeatureServer strict = hasController ? new ControllerServer() : new EndpointServer();
        await strict.InitializeAsync();
        using var strictClient = new HttpClient { BaseAddress = strict.Address };

        Assert.Equal(HttpStatusCode.OK, await PostAsync(laxClient, "bounded", "application/json", "{\"name\":\"long\"}"));
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync(strictClient, "bounded", "application/json", "{\"name\":\"long\"}"));
    }

    private static async Task<HttpStatusCode> PostAsync(HttpClient client, string path, string mediaType, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, mediaType);
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content, Token);
        return response.StatusCode;
    }

    private static async Task<FeatureServer> StartAsync(bool hasController)
    {
        var server = new ConfiguredServer(hasController);
        await server.InitializeAsync();
        return server;
    }

    private sealed class ConfiguredServer(bool hasController) : FeatureServer(hasController)
    {
        protected override void Configure(IServiceCollection services)
        {
            var configuration = new ConfigurationBuilder()
                .AddInMemoryCollection(new Dictionary<string, string?> { ["Features:MaxBodyBytes"] = "1000", ["Features:ChecksConstraints"] = "false" })
                .Build();
            services.AddOptions<ApiServerOptions>().Bind(configuration.GetSection("Features"));
        }
    }
}
