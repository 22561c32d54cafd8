using Wire;

namespace SyncGen.Client.Tests;

/// <summary>Null has a form in JSON alone: nothing else can say it, and a client says so before it sends anything.</summary>
public sealed class NullTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Null_that_has_no_form_is_refused_under_its_name()
    {
        await using var server = await RecordingServer.StartAsync();
        var client = server.CreateClient();

        await Refuses("path", () => client.SendNullsAsync([1, null], 1, 1, "c", 1, 1, cancellationToken: Token));
        await Refuses("query", () => client.SendNullsAsync([1], null, 1, "c", 1, 1, cancellationToken: Token));
        await Refuses("xHeader", () => client.SendNullsAsync([1], 1, null, "c", 1, 1, cancellationToken: Token));
        await Refuses("cookie", () => client.SendNullsAsync([1], 1, 1, null, 1, 1, cancellationToken: Token));
        await Refuses("X-List", () => client.SendNullsAsync([1], 1, 1, "c", 1, 1, xList: [null], cancellationToken: Token));
        await Refuses("crumbs", () => client.SendNullsAsync([1], 1, 1, "c", 1, 1, crumbs: [null, 2], cancellationToken: Token));
        await Refuses("deep", () => client.SendNullsAsync([1], 1, 1, "c", 1, 1, deep: new Gaps { List = [1, null] }, cancellationToken: Token));
        await Refuses("map", () => client.SendNullsAsync([1], 1, 1, "c", 1, 1, map: new Dictionary<string, string?> { ["a"] = null }, cancellationToken: Token));
        await Refuses("list", () => client.SendQueryAsync(list: ["a", null], cancellationToken: Token));
        await Refuses("joined", () => client.SendQueryAsync(joined: [1, null], cancellationToken: Token));
        await Refuses("list", () => client.SendNullFieldsAsync(["a", null], [1], 1, null, cancellationToken: Token));
        await Refuses("joined", () => client.SendNullFieldsAsync(["a"], [1, null], 1, null, cancellationToken: Token));
        await Refuses("number", () => client.SendNullFieldsAsync(["a"], [1], null, null, cancellationToken: Token));
        await Refuses("list", () => client.SendNullPartsAsync(["a", null], [1], 1, null, cancellationToken: Token));
        await Refuses("joined", () => client.SendNullPartsAsync(["a"], [1, null], 1, null, cancellationToken: Token));
        await Refuses("number", () => client.SendNullPartsAsync(["a"], [1], null, null, cancellationToken: Token));
        await Refuses("number", () => client.SendNullOrNoFormAsync(["a"], [1], null, new NullFormMeta(), cancellationToken: Token));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Null_of_an_optional_value_is_not_sent()
    {
        await using var server = await RecordingServer.StartAsync();

        await server.CreateClient().SendNullsAsync([1], 1, 1, "c", 1, 1, deep: new Gaps { List = [2] }, cancellationToken: Token);
        await server.CreateClient().SendNullFieldsAsync(["a"], [1, 2], 1, new NullFormMeta { W = 1 }, cancellationToken: Token);
        await server.CreateClient().SendNullOrNoFormAsync(cancellationToken: Token);

        Assert.Equal("/api/nulls/1?query=1&json=1&deep%5Blist%5D=2", server.Requests[0].Target);
        Assert.Equal("list=a&joined=1,2&number=1&meta=%7B%22w%22%3A1%7D", server.Requests[1].Body);
        Assert.Empty(server.Requests[2].Body);
    }

    [Fact]
    public async Task Null_is_sent_as_JSON()
    {
        await using var server = await RecordingServer.StartAsync();
        var client = server.CreateClient();

        await client.SendNullsAsync([1], 1, 1, "c", null, null, cancellationToken: Token);
        await client.SendNullFieldsAsync(["a"], [1], 1, null, metas: [null], cancellationToken: Token);
        await client.SendNullPartsAsync(["a"], [1], 1, null, metas: [null, new NullFormMetasItem { W = 1 }], cancellationToken: Token);

        Assert.Equal("/api/nulls/1?query=1&json=null", server.Requests[0].Target);
        Assert.Equal("null", server.Requests[0].Header("X-Json"));
        Assert.Equal("list=a&joined=1&number=1&meta=null&metas=null", server.Requests[1].Body);
        Assert.Equal(3, server.Requests[2].Body.Split("Content-Type: application/json").Length - 1);
        Assert.Equal(2, server.Requests[2].Body.Split("Content-Type: application/json\r\n\r\nnull\r\n").Length - 1);
    }

    private static async Task Refuses(string name, Func<Task> call) => Assert.Equal(name, (await Assert.ThrowsAsync<ArgumentException>(call)).ParamName);
}
