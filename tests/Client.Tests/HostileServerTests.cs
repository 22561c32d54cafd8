using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Wire;
using Wire.Runtime;

namespace SyncGen.Client.Tests;

/// <summary>Servers that send too much, too slowly or nonsense cost the caller neither memory nor patience.</summary>
public sealed class HostileServerTests
{
    private const int Limit = 1_000_000;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Bodies => ["json", "text", "events", "text-events", "lines"];

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Endless_body_is_bounded(string body)
    {
        using var server = new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync(Head(body), token);
            while (true)
                await stream.WriteAsync(Encoding.ASCII.GetBytes(new string('x', 65536)), token);
        });

        var exception = await Assert.ThrowsAsync<ApiException>(() => ReadAll(ClientOf(server), body));

        Assert.Contains("more than 1000000 bytes", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Compressed_body_is_bounded_by_what_it_unpacks_to(string body)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
            gzip.Write(Encoding.ASCII.GetBytes(new string('x', 50_000_000)));
        using var server = new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync(Head(body, "Content-Encoding: gzip\r\n"), token);
            await stream.WriteAsync(packed.ToArray(), token);
        });

        var exception = await Assert.ThrowsAsync<ApiException>(() => ReadAll(ClientOf(server), body));

        Assert.Contains("more than 1000000 bytes", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Bodies))]
    public async Task Body_that_does_not_unpack_is_a_request_exception(string body)
    {
        using var server = new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync(Head(body, "Content-Encoding: gzip\r\n"), token);
            await stream.WriteAsync("no gzip at all"u8.ToArray(), token);
        });

        await Assert.ThrowsAsync<HttpRequestException>(() => ReadAll(ClientOf(server), body));
    }

    [Theory]
    [InlineData("events", "data: {\"name\":\"a\"}\n\n")]
    [InlineData("lines", "{\"name\":\"a\"}\n")]
    public async Task Many_items_are_no_long_item(string body, string item)
    {
        using var server = new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync(Head(body), token);
            for (var number = 0; number < 100; number++)
                await stream.WriteAsync(Encoding.ASCII.GetBytes(string.Concat(Enumerable.Repeat(item, 1000))), token);
        });

        Assert.Equal(100_000, await ReadAll(ClientOf(server), body));
    }

    [Fact]
    public async Task Endless_headers_are_a_request_exception()
    {
        using var server = new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync("HTTP/1.1 200 OK\r\n"u8.ToArray(), token);
            while (true)
                await stream.WriteAsync(Encoding.ASCII.GetBytes($"X-More: {new string('x', 8000)}\r\n"), token);
        });

        await Assert.ThrowsAsync<HttpRequestException>(() => ReadAll(ClientOf(server), "json"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{")]
    [InlineData("HTTP/1.1 500 Oops\r\nContent-Type: text/plain\r\n\r\nwe ")]
    public Task Server_that_drips_is_left_within_a_second(string head) => AssertLeftSoon("json", head);

    [Theory]
    [InlineData("events")]
    [InlineData("lines")]
    public Task Stream_that_drips_is_left_within_a_second(string body) => AssertLeftSoon(body, Encoding.ASCII.GetString(Head(body)));

    [Fact]
    public async Task Server_that_takes_no_body_is_left_within_a_second()
    {
        using var server = new RawServer((_, _, token) => Task.Delay(Timeout.Infinite, token));
        await AssertSoon(async source =>
        {
            using var endless = new EndlessStream();
            await ClientOf(server).SendFileAsync(endless, "image/png", source.Token);
        });
    }

    [Fact]
    public async Task Time_limit_ends_a_call_and_says_so()
    {
        using var server = new RawServer(Drip(""));

        var exception = await Assert.ThrowsAsync<TaskCanceledException>(() => ClientOf(server).WithTimeout(TimeSpan.FromMilliseconds(200)).ReadJsonAsync(Token));

        Assert.IsType<TimeoutException>(exception.InnerException);
        Assert.Equal("GET /json took longer than 0.2 s.", exception.Message);
    }

    [Fact]
    public async Task Values_of_an_answer_are_counted()
    {
        using var server = Unpacking($"{{\"list\":[{string.Concat(Enumerable.Repeat("1,", 6_000_000))}1]}}");
        var client = new WireClient(WireClient.CreateHttpClient(), new WireClientOptions { BaseAddress = server.Address });

        Assert.Contains("more than 5000000 values", (await Assert.ThrowsAsync<ApiException>(() => client.ReadJsonAsync(Token))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Time_limit_holds_while_an_answer_is_parsed()
    {
        // Parsed to the end, these are seconds of work.
        using var server = Unpacking($"{{\"list\":[{string.Concat(Enumerable.Repeat("1.0e0,", 8_000_000))}1]}}");
        var options = new WireClientOptions { BaseAddress = server.Address, MaxResponseValues = int.MaxValue };
        var client = new WireClient(WireClient.CreateHttpClient(), options).WithTimeout(TimeSpan.FromMilliseconds(500));
        var watch = Stopwatch.StartNew();
        var exception = await Assert.ThrowsAsync<TaskCanceledException>(() => client.ReadJsonAsync(Token));
        watch.Stop();

        Assert.Equal("GET /json took longer than 0.5 s.", exception.Message);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public async Task Deep_answer_is_an_exception_with_its_path()
    {
        var deep = string.Concat(Enumerable.Repeat("{\"inner\":", 100)) + "{}" + new string('}', 100);
        await using var server = await RecordingServer.WithJsonAsync(deep);

        var exception = await Assert.ThrowsAsync<ApiException>(() => server.CreateClient().ReadJsonAsync(Token));

        Assert.Equal(200, exception.StatusCode);
        Assert.Contains("depth", exception.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("events", "data: {\"minimum\":\"x\"}\n\n", "$.minimum")]
    [InlineData("lines", "{\"minimum\":\"x\"}\n", "$.minimum")]
    [InlineData("lines", "{\"minimum\":1\n", "$")]
    public async Task Wrong_item_is_an_exception_that_says_where(string body, string item, string path)
    {
        using var server = new RawServer((_, stream, token) => stream.WriteAsync((byte[])[.. Head(body), .. Encoding.ASCII.GetBytes(item)], token).AsTask());

        var exception = await Assert.ThrowsAsync<ApiException>(() => ReadAll(ClientOf(server), body));

        Assert.Contains(path, exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("events")]
    [InlineData("lines")]
    public async Task Stream_that_breaks_off_is_a_request_exception(string body)
    {
        using var server = new RawServer((_, stream, token) => stream.WriteAsync((byte[])[.. Head(body, "Transfer-Encoding: chunked\r\n"), .. "10\r\n{"u8], token).AsTask());

        await Assert.ThrowsAsync<HttpRequestException>(() => ReadAll(ClientOf(server), body));
    }

    private static RawServer Unpacking(string json)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            gzip.Write(Encoding.ASCII.GetBytes(json));
        var content = packed.ToArray();
        return new RawServer(async (_, stream, token) =>
        {
            await stream.WriteAsync(Head("json", "Content-Encoding: gzip\r\n"), token);
            await stream.WriteAsync(content, token);
        });
    }

    private static async Task AssertLeftSoon(string body, string head)
    {
        using var server = new RawServer(Drip(head));
        await AssertSoon(source => ReadAll(ClientOf(server), body, source.Token));
    }

    /// <summary>The call ends within a second after it is cancelled. Other work may hold this machine up, so one of three calls must show it.</summary>
    private static async Task AssertSoon(Func<CancellationTokenSource, Task> call)
    {
        var fastest = TimeSpan.MaxValue;
        for (var attempt = 0; attempt < 3 && fastest > TimeSpan.FromSeconds(1); attempt++)
        {
            using var source = new CancellationTokenSource();
            var running = call(source);
            await Task.Delay(200, Token);
            Assert.False(running.IsCompleted);
            var watch = Stopwatch.StartNew();
            await source.CancelAsync();
            var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(20), Token));
            Assert.Equal(source.Token, exception.CancellationToken);
            fastest = watch.Elapsed < fastest ? watch.Elapsed : fastest;
        }

        Assert.True(fastest < TimeSpan.FromSeconds(1), $"The call ended {fastest} after it was cancelled.");
    }

    private static Func<string, System.Net.Sockets.NetworkStream, CancellationToken, Task> Drip(string head) => async (_, stream, token) =>
    {
        await stream.WriteAsync(Encoding.ASCII.GetBytes(head), token);
        while (true)
        {
            if (head.Length > 0)
                await stream.WriteAsync(" "u8.ToArray(), token);
            await Task.Delay(50, token);
        }
    };

    private static async Task<int> ReadAll(WireClient client, string body, CancellationToken? cancellationToken = null)
    {
        var token = cancellationToken ?? Token;
        var count = 0;
        switch (body)
        {
            case "json":
                await client.ReadJsonAsync(token);
                break;
            case "text":
                await client.ReadTextAsync(token);
                break;
            case "events":
                await foreach (var _ in client.WatchAsync(token))
                    count++;
                break;
            case "text-events":
                await foreach (var _ in client.WatchTextAsync(token))
                    count++;
                break;
            default:
                await foreach (var _ in client.ReadLinesAsync(token))
                    count++;
                break;
        }

        return count;
    }

    private static byte[] Head(string body, string more = "")
    {
        var type = body switch { "json" => "application/json", "text" => "text/plain", "lines" => "application/x-ndjson", _ => "text/event-stream" };
        return Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Type: {type}\r\n{more}\r\n");
    }

    private static WireClient ClientOf(RawServer server) =>
        new(WireClient.CreateHttpClient(), new WireClientOptions { BaseAddress = server.Address, MaxResponseBytes = Limit });

    private sealed class EndlessStream : MemoryStream
    {
        public override bool CanSeek => false;

        public override int Read(byte[] buffer, int offset, int count) => count;

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(buffer.Length);
    }
}
