using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Matrix.ClientServer.V2Alpha;
using Matrix.ClientServer.V2Alpha.Runtime;

namespace SyncGen.Generated.Tests;

/// <summary>The generated client against servers that misbehave.</summary>
public sealed class BrokenServerTests
{
    [Fact]
    public async Task Html_with_500_is_an_exception_with_its_text()
    {
        using var server = new RawServer("HTTP/1.1 500 Internal Server Error\r\nContent-Type: text/html\r\nContent-Length: 21\r\n\r\n<html>proxy bad</html");

        var exception = await Assert.ThrowsAsync<ApiException>(() => ClientOf(server).GetSyncAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(500, exception.StatusCode);
        Assert.Equal("GET /sync returned 500 (Internal Server Error).", exception.Message);
        Assert.Equal("<html>proxy bad</html", exception.Body);
    }

    [Theory]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{\"next_batch\":\"s")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n{\"next_batch\":\"s")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Ty")]
    [InlineData("")]
    public async Task Connection_closed_midway_is_a_request_exception(string answer)
    {
        using var server = new RawServer(answer);

        await Assert.ThrowsAsync<HttpRequestException>(() => ClientOf(server).GetSyncAsync(cancellationToken: TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("<html>login</html>", "$")]
    [InlineData("{\"rooms\":[{\"room_id\":7}]}", "$.rooms[0].room_id")]
    [InlineData("", "empty")]
    public async Task Success_with_a_wrong_body_is_an_exception_that_says_where(string body, string expected)
    {
        using var server = new RawServer($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {Encoding.UTF8.GetByteCount(body)}\r\n\r\n{body}");

        var exception = await Assert.ThrowsAsync<ApiException>(() => ClientOf(server).GetSyncAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(200, exception.StatusCode);
        Assert.Contains(expected, exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Endless_error_body_is_cut()
    {
        using var server = new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 503 Service Unavailable\r\nContent-Type: text/plain\r\n\r\n"u8.ToArray(), token);
            while (true)
                await stream.WriteAsync(Encoding.ASCII.GetBytes(new string('x', 65536)), token);
        });

        var exception = await Assert.ThrowsAsync<ApiException>(() => ClientOf(server).GetSyncAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(65536, exception.Body!.Length);
    }

    [Fact]
    public async Task Compressed_answer_is_limited_by_what_it_unpacks_to()
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(new byte[50_000_000]);
        var head = $"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Encoding: gzip\r\nContent-Length: {packed.Length}\r\n\r\n";
        using var server = new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync(Encoding.ASCII.GetBytes(head), token);
            await stream.WriteAsync(packed.ToArray(), token);
        });
        var client = new SyncClient(SyncClient.CreateHttpClient(), new SyncClientOptions { BaseAddress = server.Address, MaxResponseBytes = 1_000_000 });

        var exception = await Assert.ThrowsAsync<ApiException>(() => client.GetSyncAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.Contains("more than 1000000 bytes", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Server_that_drips_is_left_within_a_second()
    {
        using var server = new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{"u8.ToArray(), token);
            while (true)
            {
                await stream.WriteAsync(" "u8.ToArray(), token);
                await Task.Delay(50, token);
            }
        });
        using var source = new CancellationTokenSource(TimeSpan.FromMilliseconds(500));
        var watch = Stopwatch.StartNew();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ClientOf(server).GetSyncAsync(cancellationToken: source.Token));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");

        var exception = await Assert.ThrowsAsync<TaskCanceledException>(() =>
            ClientOf(server).WithTimeout(TimeSpan.FromMilliseconds(500)).GetSyncAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.IsType<TimeoutException>(exception.InnerException);
    }

    [Fact]
    public async Task Refused_connection_is_a_request_exception_without_the_token()
    {
        var server = new RawServer("");
        var client = ClientOf(server);
        server.Dispose();

        var exception = await Assert.ThrowsAsync<HttpRequestException>(() => client.GetSyncAsync(cancellationToken: TestContext.Current.CancellationToken));

        Assert.DoesNotContain("syt_secret", exception.ToString(), StringComparison.Ordinal);
    }

    private static SyncClient ClientOf(RawServer server) =>
        new(SyncClient.CreateHttpClient(), new SyncClientOptions { BaseAddress = server.Address, AccessToken = "syt_secret" });
}
