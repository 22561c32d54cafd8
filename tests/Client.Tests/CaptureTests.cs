using Wire;
using Wire.Runtime;

namespace SyncGen.Client.Tests;

/// <summary>Status code and headers are there beside the typed body, documented or not.</summary>
public sealed class CaptureTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Typed_body_comes_with_status_and_headers()
    {
        using var server = new RawServer("HTTP/1.1 203 Other\r\nContent-Type: application/json\r\nX-Undocumented: a\r\nX-Undocumented: b\r\n\r\n{\"name\":\"n\"}");

        var body = await ClientOf(server).WithResponse(out var response).ReadJsonAsync(Token);

        Assert.Equal("n", body.Name);
        Assert.Equal(203, response.StatusCode);
        Assert.Equal(["a", "b"], response.Headers["x-undocumented"]);
        Assert.Equal(["application/json"], response.Headers["Content-Type"]);
    }

    [Fact]
    public async Task Method_without_a_result_has_a_status()
    {
        using var server = new RawServer("HTTP/1.1 202 Accepted\r\nLocation: /later\r\nContent-Length: 0\r\n\r\n");

        await ClientOf(server).WithTimeout(TimeSpan.FromSeconds(20)).WithResponse(out var response).DoSilentlyAsync(Token);

        Assert.Equal(202, response.StatusCode);
        Assert.Equal(["/later"], response.Headers["Location"]);
    }

    [Fact]
    public async Task Stream_has_a_status_when_it_begins()
    {
        using var server = new RawServer("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nX-Stream: s\r\n\r\ndata: {\"name\":\"a\"}\n\n");
        var events = ClientOf(server).WithResponse(out var response).WithTimeout(TimeSpan.FromSeconds(20)).WatchAsync(Token);

        Assert.Equal(0, response.StatusCode);
        Assert.Empty(response.Headers);
        await foreach (var item in events)
        {
            Assert.Equal("a", item.Data.Name);
            Assert.Equal(200, response.StatusCode);
            Assert.Equal(["s"], response.Headers["X-Stream"]);
        }
    }

    [Theory]
    [InlineData("404 Not Found", "{\"code\":\"c\"}")]
    [InlineData("500 Oops", "<html>")]
    [InlineData("200 OK", "no JSON")]
    public async Task Call_that_throws_has_a_status(string status, string body)
    {
        using var server = new RawServer($"HTTP/1.1 {status}\r\nX-Trace: t\r\n\r\n{body}");

        var call = ClientOf(server).WithResponse(out var response).ReadJsonAsync(Token);

        var exception = await Assert.ThrowsAnyAsync<ApiException>(() => call);
        Assert.Equal(exception.StatusCode, response.StatusCode);
        Assert.Equal(["t"], response.Headers["X-Trace"]);
    }

    [Fact]
    public async Task Calls_at_the_same_time_have_captures_of_their_own()
    {
        using var server = new RawServer(async (head, stream, token) =>
        {
            var status = head.StartsWith("POST", StringComparison.Ordinal) ? "202 Accepted" : "200 OK";
            await stream.WriteAsync(System.Text.Encoding.ASCII.GetBytes($"HTTP/1.1 {status}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{{}}"), token);
        });
        var client = ClientOf(server);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async number =>
        {
            var own = client.WithResponse(out var response);
            await (number % 2 == 0 ? own.DoSilentlyAsync(Token) : own.ReadJsonAsync(Token));
            Assert.Equal(number % 2 == 0 ? 202 : 200, response.StatusCode);
        }));
    }

    private static WireClient ClientOf(RawServer server) => new(WireClient.CreateHttpClient(), new WireClientOptions { BaseAddress = server.Address });
}
