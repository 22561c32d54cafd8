using Wire;
using Wire.Runtime;

namespace SyncGen.Client.Tests;

/// <summary>By option, a request that breaks a constraint is not sent.</summary>
public sealed class ValidationTests
{
    private static readonly Thing Valid = new() { Name = "thing" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_violation_is_told_with_its_path()
    {
        await using var server = await RecordingServer.StartAsync();
        var client = server.CreateClient(options => options.ValidatesRequests = true);
        var body = new Thing { Name = "x", Parts = [new ThingPart { Size = 1 }, new ThingPart { Size = 10 }] };

        var exception = await Assert.ThrowsAsync<InvalidRequestException>(() => client.PutThingAsync("Secret-name", body, 101, ["a", "", "c"], Token));

        Assert.Equal(["name", "name", "$.name", "$.parts[1].size", "limit", "tags", "tags[1]"], exception.Violations.Select(violation => violation.Path));
        Assert.Contains("$.parts[1].size: The number must be at most 9.", exception.Message, StringComparison.Ordinal);
        Assert.StartsWith("PUT /things/{name} is not sent: ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret-name", exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Theory]
    [InlineData(true, "valid", 100)]
    [InlineData(false, "Not valid at all", 101)]
    public async Task Valid_requests_are_sent_and_without_the_option_all_are(bool validates, string name, int limit)
    {
        await using var server = await RecordingServer.WithJsonAsync("{\"name\":\"thing\"}");

        await server.CreateClient(options => options.ValidatesRequests = validates).PutThingAsync(name, Valid, limit, cancellationToken: Token);

        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task Members_that_only_servers_send_are_not_sent()
    {
        await using var server = await RecordingServer.WithJsonAsync("{\"id\":\"1\",\"name\":\"thing\",\"password\":\"p\"}");

        var answer = await server.CreateClient().PutThingAsync("thing", new Thing { Id = "1", Name = "thing", Password = "p" }, cancellationToken: Token);

        Assert.Equal("{\"name\":\"thing\",\"password\":\"p\"}", server.Only.Body);
        Assert.Equal("application/json", server.Only.Header("Content-Type"));
        Assert.Equal("1", answer.Id);
        Assert.Null(answer.Password);
    }
}
