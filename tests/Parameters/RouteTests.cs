using System.Text.Json;

namespace SyncGen.Parameters;

/// <summary>Which operation a request is for, with a controller.</summary>
public sealed class ControllerRouteTests(ControllerServer server) : RouteTests(server), IClassFixture<ControllerServer>;

/// <summary>Which operation a request is for, with endpoints.</summary>
public sealed class EndpointRouteTests(EndpointServer server) : RouteTests(server), IClassFixture<EndpointServer>;

public abstract class RouteTests(LayoutServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("files/x", "file x")]
    [InlineData("files/x:cancel", "cancel x")]
    [InlineData("files/x%3Acancel", "file x:cancel")]
    [InlineData("files/x%3acancel", "file x:cancel")]
    [InlineData("files/a%3Ab:cancel", "cancel a:b")]
    [InlineData("files/a%20b:%63ancel", "cancel a b")]
    [InlineData("files/x%253Acancel", "file x%3Acancel")]
    [InlineData("files/%C3%BC:cancel?a=b", "cancel ü")]
    [InlineData("files/a%20b/1:2", "range a b 1 2")]
    [InlineData("things/special", "special")]
    [InlineData("things/other", "thing other")]
    [InlineData("things/special%2F", "thing special/")]
    public async Task Request_reaches_the_operation_that_is_meant(string target, string expected)
    {
        Assert.Equal(204, await server.SendAsync("/api/" + target));
        Assert.Equal(expected, server.Bound);
    }

    [Theory]
    [InlineData("path/part/a%3Acancel")]
    [InlineData("files/a/1%3A2")]
    public async Task Escaped_literal_is_none(string target) => Assert.Equal(404, await server.SendAsync("/api/" + target));

    [Theory]
    [InlineData("x")]
    [InlineData("x:cancel")]
    [InlineData(":cancel")]
    [InlineData("a/b%3A:cancel")]
    public async Task Any_name_reaches_its_operation(string name)
    {
        await server.Client.BindFileAsync(name, Token);
        Assert.Equal($"file {name}", server.Bound);
        await server.Client.BindCancelAsync(name, Token);
        Assert.Equal($"cancel {name}", server.Bound);
    }

    [Fact]
    public async Task What_can_have_one_value_only_is_sent_and_demanded()
    {
        await server.Client.BindOneValueAsync(cursor: "next", cancellationToken: Token);
        Assert.Equal("/api/calls/item?cursor=next&api-version=2026-01&deep=true", server.Target);
        Assert.Equal("[\"item\",\"2026-01\",true,2,\"next\"]", JsonSerializer.Serialize(server.Bound));

        Assert.Equal(204, await server.SendAsync("/api/calls/item?api-version=2026-01&deep=true", "X-Level: 2\r\n"));
        Assert.Equal(400, await server.SendAsync("/api/calls/item?deep=true", "X-Level: 2\r\n"));
        Assert.Equal(400, await server.SendAsync("/api/calls/item?api-version=2026-02&deep=true", "X-Level: 2\r\n"));
        Assert.Equal(400, await server.SendAsync("/api/calls/item?api-version=2026-01&deep=false", "X-Level: 2\r\n"));
        Assert.Equal(400, await server.SendAsync("/api/calls/item?api-version=2026-01&deep=true"));
        Assert.Equal(400, await server.SendAsync("/api/calls/other?api-version=2026-01&deep=true", "X-Level: 2\r\n"));
    }
}
