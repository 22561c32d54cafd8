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

    [Theory]
    [InlineData("reports/report-a", "report a")]
    [InlineData("reports/report-report-a", "report report-a")]
    [InlineData("reports/report-a-report-", "report a-report-")]
    [InlineData("reports/%72eport%2Dx%2Fy", "report x/y")]
    [InlineData("reports/REPORT-x", "report x")]
    [InlineData("reports/report-", "any report-")]
    [InlineData("reports/x-report-a", "any x-report-a")]
    [InlineData("entities/Items('a')", "entity a")]
    [InlineData("entities/Items('a%27)b%28')", "entity a')b(")]
    [InlineData("entities/Items('Items('x')')", "entity Items('x')")]
    [InlineData("versions/v1.2", "versions 1 2")]
    [InlineData("versions/v1.2.3", "versions 1.2 3")]
    [InlineData("versions/vv1.v2", "versions v1 v2")]
    [InlineData("spans/a%3Ab:c", "span a:b c")]
    [InlineData("spans/a:b%3Ac", "span a b:c")]
    [InlineData("spans/a:b:c", "span a:b c")]
    public async Task Value_may_hold_the_literals_beside_it(string target, string expected)
    {
        Assert.Equal(204, await server.SendAsync("/api/" + target));
        Assert.Equal(expected, server.Bound);
    }

    [Theory]
    [InlineData("entities/Items(')")]
    [InlineData("entities/Items(%27x%27)")]
    [InlineData("versions/v.2")]
    [InlineData("versions/v1.")]
    [InlineData("versions/v12")]
    [InlineData("spans/a%3Ab")]
    public async Task Segment_without_its_literals_is_none(string target) => Assert.Equal(404, await server.SendAsync("/api/" + target));

    [Theory]
    [InlineData("a")]
    [InlineData("report-")]
    [InlineData("report-a/b%2F")]
    [InlineData("Items('x')")]
    [InlineData("ü :.,;=@")]
    public async Task Any_value_beside_literals_comes_back(string value)
    {
        await server.Client.BindReportAsync(value, Token);
        Assert.Equal($"report {value}", server.Bound);
        await server.Client.BindEntityAsync(value, Token);
        Assert.Equal($"entity {value}", server.Bound);
        await server.Client.BindSpanAsync(value, value, Token);
        Assert.Equal($"span {value} {value}", server.Bound);
    }

    [Fact]
    public async Task Values_that_cannot_be_told_apart_are_not_sent()
    {
        await server.Client.BindVersionsAsync("1.2", "3", Token);
        Assert.Equal("versions 1.2 3", server.Bound);
        var count = server.Count;
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => server.Client.BindVersionsAsync("1", "2.3", Token));
        Assert.Equal("to", exception.ParamName);
        Assert.Equal(count, server.Count);
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
