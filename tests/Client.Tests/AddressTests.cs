using Wire;

namespace SyncGen.Client.Tests;

/// <summary>Where requests go: the options' address, else the HttpClient's, else the contract's.</summary>
public sealed class AddressTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("api", "/api/query")]
    [InlineData("api/", "/api/query")]
    [InlineData("", "/query")]
    [InlineData("a%20b/c/", "/a%20b/c/query")]
    public async Task Base_path_stands_before_every_path(string path, string expected)
    {
        await using var server = await RecordingServer.StartAsync();
        var address = new Uri(server.Address, $"/{path}");
        using var httpClient = WireClient.CreateHttpClient();
        using var addressed = WireClient.CreateHttpClient();
        addressed.BaseAddress = address;
        httpClient.BaseAddress = new Uri("http://127.0.0.1:1/");

        await new WireClient(addressed).SendQueryAsync(cancellationToken: Token);
        await new WireClient(httpClient, new WireClientOptions { BaseAddress = address }).SendQueryAsync(cancellationToken: Token);

        Assert.Equal([expected, expected], server.Requests.Select(request => request.Target));
        Assert.Equal("http://localhost/api/", WireClientOptions.DefaultBaseAddress.ToString());
    }

    [Fact]
    public async Task Server_variables_choose_the_address()
    {
        await using var server = await RecordingServer.StartAsync();
        using var httpClient = WireClient.CreateHttpClient();
        var options = new WireClientOptions { ServerHost = server.Address.Authority };

        await new WireClient(httpClient, options).SendQueryAsync(cancellationToken: Token);
        options.ServerPath = WireServerPath.Test;
        await new WireClient(httpClient, options).SendQueryAsync(cancellationToken: Token);

        Assert.Equal(["/api/query", "/test/query"], server.Requests.Select(request => request.Target));
        Assert.Equal("http://localhost/api/", WireClientOptions.DefaultBaseAddress.ToString());
        Assert.Equal(WireClientOptions.DefaultBaseAddress, new WireClientOptions().ServerAddress);
    }

    [Theory]
    [InlineData("http://127.0.0.1/?a=b")]
    [InlineData("http://127.0.0.1/#a")]
    public async Task Address_that_is_more_than_a_base_is_refused(string address)
    {
        using var httpClient = WireClient.CreateHttpClient();
        var client = new WireClient(httpClient, new WireClientOptions { BaseAddress = new Uri(address) });

        await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendQueryAsync(cancellationToken: Token));
    }
}
