using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Wire;
using Wire.Runtime;

namespace SyncGen.Client.Tests;

/// <summary>The client in a container: options from configuration, resilience from Microsoft's package.</summary>
public sealed class RegistrationTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Options_come_from_configuration()
    {
        await using var server = await RecordingServer.StartAsync();
        var configuration = Configuration(
            ("Wire:BaseAddress", server.Address.ToString()),
            ("Wire:Timeout", "00:00:30"),
            ("Wire:MaxResponseBytes", "1000"),
            ("Wire:MaxErrorBodyBytes", "10"),
            ("Wire:ValidatesRequests", "true"),
            ("Wire:Bearer", "token"),
            ("Wire:Basic:UserName", "user"),
            ("Wire:Basic:Password", "pass"));
        await using var provider = new ServiceCollection().AddWireClient(configuration.GetSection("Wire")).Services.BuildServiceProvider();
        var client = provider.GetRequiredService<IWireClient>();

        await client.ProveByBearerAsync(Token);
        await client.ProveByBasicAsync(Token);
        await Assert.ThrowsAsync<InvalidRequestException>(() => client.PutThingAsync("X", new Thing { Name = "thing" }, cancellationToken: Token));

        Assert.Equal(["Bearer token", "Basic dXNlcjpwYXNz"], server.Requests.Select(request => request.Header("Authorization")));
    }

    [Fact]
    public async Task Server_variables_come_from_configuration()
    {
        await using var server = await RecordingServer.StartAsync();
        var configuration = Configuration(("ServerHost", server.Address.Authority), ("ServerPath", "test"), ("Bearer", "token"));
        var unknown = Configuration(("ServerPath", "elsewhere"));
        await using var provider = new ServiceCollection().AddWireClient(configuration).Services.AddWireClient("unknown", unknown).Services.BuildServiceProvider();

        await provider.GetRequiredService<IWireClient>().ProveByBearerAsync(Token);

        Assert.StartsWith("/test/", server.Requests.Single().Target, StringComparison.Ordinal);
        Assert.Throws<InvalidOperationException>(() => provider.GetRequiredKeyedService<IWireClient>("unknown"));
    }

    [Fact]
    public async Task Changed_configuration_reaches_clients_made_later()
    {
        await using var server = await RecordingServer.StartAsync();
        var configuration = Configuration(("BaseAddress", server.Address.ToString()), ("Bearer", "old"));
        await using var provider = new ServiceCollection().AddWireClient(configuration).Services.BuildServiceProvider();

        await provider.GetRequiredService<IWireClient>().ProveByBearerAsync(Token);
        configuration["Bearer"] = "new";
        configuration.Reload();
        await provider.GetRequiredService<IWireClient>().ProveByBearerAsync(Token);

        Assert.Equal(["Bearer old", "Bearer new"], server.Requests.Select(request => request.Header("Authorization")));
    }

    [Fact]
    public async Task Clients_of_one_kind_stand_side_by_side_with_options_and_handlers_of_their_own()
    {
        await using var first = await RecordingServer.StartAsync();
        await using var second = await RecordingServer.StartAsync();
        var configuration = Configuration(("BaseAddress", second.Address.ToString()), ("Bearer", "of the third"));
        var services = new ServiceCollection();
        services.AddWireClient(options => (options.BaseAddress, options.Bearer) = (first.Address, "of the first"));
        services.AddWireClient("second", options => (options.BaseAddress, options.Bearer) = (second.Address, "of the second")).ConfigureHttpClient(client => client.DefaultRequestHeaders.Add("X-Client", "2"));
        services.AddWireClient("third", configuration);
        await using var provider = services.BuildServiceProvider();

        await provider.GetRequiredService<IWireClient>().ProveByBearerAsync(Token);
        await provider.GetRequiredKeyedService<IWireClient>("second").ProveByBearerAsync(Token);
        await provider.GetRequiredKeyedService<IWireClient>("third").ProveByBearerAsync(Token);
        configuration["Bearer"] = "changed";
        configuration.Reload();
        await provider.GetRequiredKeyedService<IWireClient>("third").ProveByBearerAsync(Token);
        await provider.GetRequiredKeyedService<IWireClient>("second").ProveByBearerAsync(Token);

        Assert.Equal("Bearer of the first", first.Only.Header("Authorization"));
        Assert.Null(first.Only.Header("X-Client"));
        Assert.Equal(
            ["Bearer of the second", "Bearer of the third", "Bearer changed", "Bearer of the second"],
            second.Requests.Select(request => request.Header("Authorization")));
        Assert.Equal(["2", null, null, "2"], second.Requests.Select(request => request.Header("X-Client")));
    }

    [Fact]
    public void Exceptions_of_clients_can_be_made_by_tests()
    {
        var headers = new Dictionary<string, IReadOnlyList<string>> { ["Retry-After"] = ["5"] };
        var documented = new ApiException<Fault>("No.", 409, new Fault { Code = "c" }, headers, "{}");
        var undocumented = new ApiException("No.", 500);
        var invalid = new InvalidRequestException("GET /things", [new Violation("$.name", "It is too long.")]);

        Assert.Equal((409, "c", "{}", "No."), (documented.StatusCode, documented.Error.Code, documented.Body, documented.Message));
        Assert.Equal(["5"], documented.Headers["retry-after"]);
        Assert.Equal((500, 0, null), (undocumented.StatusCode, undocumented.Headers.Count, undocumented.Body));
        Assert.Equal("GET /things is not sent: $.name: It is too long.", invalid.Message);
    }

    [Theory]
    [InlineData("Timeout", "soon")]
    [InlineData("BaseAddress", "nowhere")]
    [InlineData("MaxResponseBytes", "-1")]
    [InlineData("ValidatesRequests", "perhaps")]
    public async Task Unusable_configuration_is_an_exception_that_names_the_key(string key, string value)
    {
        await using var provider = new ServiceCollection().AddWireClient(Configuration((key, value))).Services.BuildServiceProvider();

        var exception = Assert.Throws<InvalidOperationException>(provider.GetRequiredService<IWireClient>);

        Assert.Contains($"'{key}'", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(value, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Resilience_retries_a_call_and_sends_a_body_again_as_a_whole()
    {
        await using var server = await StartFailingAsync(failures: 2);
        await using var provider = ResilientClients(server);
        using var file = new MemoryStream("content"u8.ToArray());
        var client = provider.GetRequiredService<IWireClient>();

        await client.SendFileAsync(file, "image/png", Token);
        await client.SendFormAsync(new FilePart(new MemoryStream("first"u8.ToArray()), "f"), "caption", cancellationToken: Token);

        Assert.Equal(["content", "content", "content"], server.Requests.Take(3).Select(request => request.Body));
        Assert.Contains("first", server.Requests[3].Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Body_that_can_be_read_once_is_sent_once()
    {
        await using var server = await StartFailingAsync(failures: 1);
        await using var provider = ResilientClients(server);
        using var file = new OnceStream("content"u8.ToArray());

        var exception = await Assert.ThrowsAnyAsync<Exception>(() => provider.GetRequiredService<IWireClient>().SendFileAsync(file, "image/png", Token));

        Assert.Contains("stream", exception.ToString(), StringComparison.OrdinalIgnoreCase);
        Assert.Equal("content", server.Only.Body);
    }

    private static ServiceProvider ResilientClients(RecordingServer server)
    {
        var services = new ServiceCollection();
        services
            .AddWireClient(options => options.BaseAddress = server.Address)
            .AddStandardResilienceHandler(options => options.Retry.Delay = TimeSpan.FromMilliseconds(1));
        return services.BuildServiceProvider();
    }

    private static Task<RecordingServer> StartFailingAsync(int failures) => RecordingServer.StartAsync(context =>
    {
        context.Response.StatusCode = Interlocked.Decrement(ref failures) >= 0 ? 503 : 204;
        return Task.CompletedTask;
    });

    private static IConfigurationRoot Configuration(params (string Key, string Value)[] values) =>
        new ConfigurationBuilder().AddInMemoryCollection(values.ToDictionary(pair => pair.Key, pair => (string?)pair.Value)).Build();

    private sealed class OnceStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
