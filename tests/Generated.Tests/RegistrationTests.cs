using Matrix.ClientServer.V2Alpha;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace SyncGen.Generated.Tests;

/// <summary>The client in a container.</summary>
public sealed class RegistrationTests
{
    [Fact]
    public async Task Registered_client_talks_to_the_server_through_added_handlers()
    {
        await using var server = await SyncServer.StartAsync(Flavour.Endpoints, (_, since, _, _) => Task.FromResult(GetSyncResult.Ok(new GetSyncResponse { NextBatch = since })));
        var counter = new CountingHandler();
        var services = new ServiceCollection();
        services
            .AddSyncClient(options =>
            {
                options.BaseAddress = server.BaseAddress;
                options.AccessToken = SyncServer.Token;
            })
            .AddHttpMessageHandler(() => counter);
        await using var provider = services.BuildServiceProvider();

        var response = await provider.GetRequiredService<ISyncClient>().GetSyncAsync(since: "s7", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("s7", response.NextBatch);
        Assert.Equal(1, counter.Count);
    }

    [Fact]
    public async Task Options_come_from_configuration()
    {
        await using var server = await SyncServer.StartAsync(Flavour.Endpoints, (_, since, _, _) => Task.FromResult(GetSyncResult.Ok(new GetSyncResponse { NextBatch = since })));
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Sync:BaseAddress"] = server.BaseAddress.ToString(),
                ["Sync:AccessToken"] = SyncServer.Token,
                ["Sync:Timeout"] = "00:00:30",
            })
            .Build();
        var services = new ServiceCollection();
        var client = services.AddSyncClient();
        services.AddOptions<SyncClientOptions>(client.Name).Bind(configuration.GetSection("Sync"));
        await using var provider = services.BuildServiceProvider();

        var response = await provider.GetRequiredService<ISyncClient>().GetSyncAsync(since: "s8", cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("s8", response.NextBatch);
    }

    private sealed class CountingHandler : DelegatingHandler
    {
        public int Count { get; private set; }

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Count++;
            return base.SendAsync(request, cancellationToken);
        }
    }
}
