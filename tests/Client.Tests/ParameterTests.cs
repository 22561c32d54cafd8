using Wire;
using Wire.Runtime;

namespace SyncGen.Client.Tests;

/// <summary>Parameters stand in the request as OpenAPI and RFC 6570 lay them out.</summary>
public sealed class ParameterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a/b", "a%2Fb")]
    [InlineData("%2e%2e", "%252e%252e")]
    [InlineData("?x", "%3Fx")]
    [InlineData("#y;z", "%23y%3Bz")]
    [InlineData("{second}", "%7Bsecond%7D")]
    [InlineData("a\r\nb", "a%0D%0Ab")]
    [InlineData("ü", "%C3%BC")]
    public async Task Path_value_cannot_leave_its_segment(string text, string expected)
    {
        await using var server = await RecordingServer.StartAsync();

        await server.CreateClient().SendPathAsync(text, ["1", "2/3"], Token);

        Assert.Equal($"/api/paths/{expected}/1,2%2F3", server.Only.Target);
    }

    [Theory]
    [InlineData("..", "x")]
    [InlineData(".", "x")]
    [InlineData("", "x")]
    public async Task Path_value_that_is_a_step_is_not_sent(string first, string second)
    {
        await using var server = await RecordingServer.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => server.CreateClient().SendPathAsync(first, [second], Token));
        await Assert.ThrowsAsync<ArgumentException>(() => server.CreateClient().SendJoinedPathAsync(".", ".", Token));
        await Assert.ThrowsAsync<ArgumentException>(() => server.CreateClient().SendPathAsync("x", [], Token));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Query_is_laid_out_by_style()
    {
        await using var server = await RecordingServer.StartAsync();
        var filter = new Filter { Name = "a&b", Minimum = 0.5, List = [1, 2], Inner = new Filter { Name = "c" } };

        await server.CreateClient().SendQueryAsync(
            text: "",
            list: ["a b", "+"],
            joined: [1, 3],
            exploded: new Filter { Name = "n", Inner = new Filter { Name = "i" } },
            plain: new Filter { Name = "n", Minimum = 1 },
            deep: filter,
            map: new Dictionary<string, long> { ["a b"] = 1 },
            reserved: "a/b?c&d#e+f",
            cancellationToken: Token);

        Assert.Equal(
            [
                "text=", "list=a%20b", "list=%2B", "joined=1,3", "name=n", "inner%5Bname%5D=i", "plain=name,n,minimum,1",
                "deep%5Bname%5D=a%26b", "deep%5Bminimum%5D=0.5", "deep%5Blist%5D=1", "deep%5Blist%5D=2", "deep%5Binner%5D%5Bname%5D=c",
                "map%5Ba%20b%5D=1", "reserved=a/b?c%26d%23e%2Bf",
            ],
            server.Only.Target.Split('?', 2)[1].Split('&'));
    }

    [Fact]
    public async Task What_has_no_items_is_not_there()
    {
        await using var server = await RecordingServer.StartAsync();
        var client = server.CreateClient();

        await client.SendQueryAsync(list: [], joined: [], exploded: new Filter(), plain: new Filter(), deep: new Filter(), map: new Dictionary<string, long>(), cancellationToken: Token);
        await client.SendHeadersAsync(xList: [], xFilter: new Filter(), choices: [], cancellationToken: Token);

        Assert.Equal(["/api/query", "/api/headers"], server.Requests.Select(request => request.Target));
        Assert.DoesNotContain(server.Requests[1].Headers.Keys, name => name.StartsWith("X-", StringComparison.Ordinal) || name == "Cookie");
    }

    [Fact]
    public async Task Headers_and_cookies_are_laid_out_by_style()
    {
        await using var server = await RecordingServer.StartAsync();

        await server.CreateClient().SendHeadersAsync("a, b", ["c", "d"], new Filter { Name = "n", Minimum = 1 }, "x; y=ü", [1, 2], Token);

        Assert.Equal("a, b", server.Only.Header("X-Text"));
        Assert.Equal("c,d", server.Only.Header("X-List"));
        Assert.Equal("name=n,minimum=1", server.Only.Header("X-Filter"));
        Assert.Equal("choice=x%3B%20y%3D%C3%BC; choices=1%2C2", server.Only.Header("Cookie"));
    }

    [Theory]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a\nb")]
    [InlineData("a\rb")]
    [InlineData("a\0b")]
    public async Task Line_break_in_a_header_is_not_sent(string text)
    {
        await using var server = await RecordingServer.StartAsync();
        var client = server.CreateClient(options => options.Header = text);
        using var file = new MemoryStream();

        await Assert.ThrowsAsync<ArgumentException>(() => client.SendHeadersAsync(xText: text, cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.SendHeadersAsync(xList: [text], cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.ProveByHeaderAsync(Token));
        await Assert.ThrowsAnyAsync<FormatException>(() => client.SendFileAsync(file, "image/png" + text, Token));

        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Text_beyond_ASCII_in_a_header_is_refused_not_mangled()
    {
        await using var server = await RecordingServer.StartAsync();

        var exception = await Assert.ThrowsAsync<ArgumentException>("X-Text", () => server.CreateClient().SendHeadersAsync(xText: "gehäuse", cancellationToken: Token));

        Assert.DoesNotContain("geh", exception.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Names_of_a_multipart_body_cannot_break_out()
    {
        await using var server = await RecordingServer.StartAsync();
        using var file = new MemoryStream("content"u8.ToArray());

        await server.CreateClient().SendFormAsync(new FilePart(file, "a\"\r\nX-Evil: 1"), "line\r\nbreak", true, [new Filter { Name = "n" }, new Filter { Minimum = 1 }], cancellationToken: Token);

        Assert.Contains("filename=\"a%22%0D%0AX-Evil: 1\"", server.Only.Body, StringComparison.Ordinal);
        Assert.Contains("line\r\nbreak", server.Only.Body, StringComparison.Ordinal);
        Assert.Contains("Content-Disposition: form-data; name=\"things\"\r\nContent-Type: application/json\r\n\r\n{\"name\":\"n\"}\r\n", server.Only.Body, StringComparison.Ordinal);
        Assert.Contains("name=\"flag\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\ntrue\r\n", server.Only.Body, StringComparison.Ordinal);
        Assert.Contains("{\"minimum\":1}", server.Only.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_have_the_media_type_of_their_encoding()
    {
        await using var server = await RecordingServer.StartAsync();
        using var file = new MemoryStream();

        await server.CreateClient().SendFormAsync(new FilePart(file, "f", "image/png"), "c", note: "n", meta: new Filter { Name = "m" }, cancellationToken: Token);

        Assert.Equal(
            ["image/png", "text/plain; charset=utf-8", "text/markdown; charset=utf-8", "application/vnd.filter+json"],
            server.Only.Body.Split("\r\n").Where(line => line.StartsWith("Content-Type: ", StringComparison.Ordinal)).Select(line => line["Content-Type: ".Length..]));
    }
}
