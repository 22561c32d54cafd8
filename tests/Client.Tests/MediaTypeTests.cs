using Wire;
using Wire.Runtime;

namespace SyncGen.Client.Tests;

/// <summary>A response is what its media type says, where that is known: the page of a proxy is nothing that a contract documents.</summary>
public sealed class MediaTypeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>JSON is told by reading it, so that it may be called JSON of any kind, or nothing in particular.</summary>
    [Theory]
    [InlineData("application/json", true)]
    [InlineData("Application/JSON; charset=utf-8", true)]
    [InlineData("application/json;", true)]
    [InlineData("application/json, application/json", true)]
    [InlineData("text/json", true)]
    [InlineData("application/vnd.filter+json; version=1", true)]
    [InlineData("text/plain; charset=utf-8", true)]
    [InlineData("application/octet-stream", true)]
    [InlineData("binary/octet-stream", true)]
    [InlineData("", true)]
    [InlineData("text/html", false)]
    [InlineData("application/xml", false)]
    [InlineData("application/jsonp", false)]
    [InlineData("nonsense", false)]
    public async Task JSON_is_read_where_it_may_be_JSON(string contentType, bool isRead)
    {
        using var server = ServerOf(contentType, "{\"name\":\"n\"}");

        await Reads(isRead, async client => Assert.Equal("n", (await client.ReadJsonAsync(Token)).Name), server, "/json", contentType);
    }

    [Theory]
    [InlineData("application/json", true)]
    [InlineData("application/octet-stream", true)]
    [InlineData("", true)]
    [InlineData("text/plain", false)]
    [InlineData("text/html", false)]
    public async Task JSON_is_not_read_from_another_documented_representation(string contentType, bool isRead)
    {
        using var server = ServerOf(contentType, "[1]");

        await Reads(isRead, async client => Assert.Equal([1L], await client.ReadTwoKindsAsync(Token)), server, "/two-kinds", contentType);
    }

    [Theory]
    [InlineData("text/csv; header=present", true)]
    [InlineData("TEXT/Tab-Separated-Values", true)]
    [InlineData("", true)]
    [InlineData("text/html", false)]
    [InlineData("text/plain", false)]
    [InlineData("application/json", false)]
    public async Task Text_is_of_a_documented_media_type(string contentType, bool isRead)
    {
        using var server = ServerOf(contentType, "a,b");

        await Reads(isRead, async client => Assert.Equal("a,b", await client.ReadTableAsync(Token)), server, "/csv", contentType);
    }

    [Theory]
    [InlineData("text/xml", true)]
    [InlineData("application/xhtml+xml", false)]
    public async Task XML_has_two_names(string contentType, bool isRead)
    {
        using var server = ServerOf(contentType, "<a/>");

        await Reads(isRead, async client => Assert.Equal("<a/>", await client.ReadMarkupAsync(Token)), server, "/xml", contentType);
    }

    [Theory]
    [InlineData("text/event-stream;charset=utf-8", true)]
    [InlineData("", true)]
    [InlineData("text/html", false)]
    [InlineData("application/json", false)]
    [InlineData("text/plain", false)]
    public async Task Events_are_an_event_stream(string contentType, bool isRead)
    {
        using var server = ServerOf(contentType, "data: {\"name\":\"n\"}\n\n");

        await Reads(isRead, async client => Assert.Equal(1, await client.WatchAsync(Token).CountAsync(Token)), server, "/events", contentType);
    }

    [Theory]
    [InlineData("application/x-ndjson", true)]
    [InlineData("application/jsonl", true)]
    [InlineData("text/plain", true)]
    [InlineData("", true)]
    [InlineData("text/html", false)]
    [InlineData("application/json", false)]
    public async Task Lines_are_lines(string contentType, bool isRead)
    {
        using var server = ServerOf(contentType, "{\"name\":\"n\"}\n");

        await Reads(isRead, async client => Assert.Equal(1, await client.ReadLinesAsync(Token).CountAsync(Token)), server, "/lines", contentType);
    }

    [Theory]
    [InlineData("application/problem+json", "{\"code\":\"c\"}", true)]
    [InlineData("text/plain", "{\"code\":\"c\"}", true)]
    [InlineData("text/plain", "gone", false)]
    [InlineData("text/html", "{\"code\":\"c\"}", false)]
    public async Task Documented_error_is_told_alike(string contentType, string body, bool isRead)
    {
        using var server = ServerOf(contentType, body, "404 Not Found");

        var exception = await Assert.ThrowsAnyAsync<ApiException>(() => ClientOf(server).ReadJsonAsync(Token));

        Assert.Equal(body, exception.Body);
        Assert.Equal(isRead, exception is ApiException<Fault>);
    }

    [Theory]
    [InlineData("text/plain", true)]
    [InlineData("text/html", false)]
    public async Task Documented_text_of_an_error_is_told_alike(string contentType, bool isRead)
    {
        using var server = ServerOf(contentType, "gone", "404 Not Found");

        Assert.Equal(isRead, await Assert.ThrowsAnyAsync<ApiException>(() => ClientOf(server).ReadTableAsync(Token)) is ApiException<string>);
    }

    [Fact]
    public async Task Caller_may_want_any_media_type_read()
    {
        using var server = ServerOf("text/html", "{\"name\":\"n\"}");
        var client = ClientOf(server, ignoresMediaTypes: true);

        Assert.Equal("n", (await client.ReadJsonAsync(Token)).Name);
        Assert.Equal("{\"name\":\"n\"}", await client.ReadTableAsync(Token));
        Assert.Equal(0, await client.WatchAsync(Token).CountAsync(Token));
        await using var file = await client.ReadPictureAsync(Token);
        Assert.Equal("text/html", file.ContentType);
    }

    [Theory]
    [InlineData("a.jpg", null, "image/jpeg")]
    [InlineData("A.JPEG", null, "image/jpeg")]
    [InlineData("a.svg", null, "image/svg+xml")]
    [InlineData("a.png", null, "image/png")]
    [InlineData("a.bin", null, "image/png")]
    [InlineData(null, null, "image/png")]
    [InlineData("a.jpg", "image/svg+xml", "image/svg+xml")]
    public async Task File_has_the_documented_media_type_that_its_name_is_for(string? fileName, string? contentType, string sent)
    {
        await using var server = await RecordingServer.StartAsync();

        await server.CreateClient().SendPictureAsync(new FilePart(new MemoryStream([1]), fileName, contentType), Token);

        Assert.Contains($"Content-Type: {sent}\r\n", server.Only.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a.gif", null)]
    [InlineData("a.jpg", "image/webp")]
    public async Task File_of_another_media_type_is_not_sent(string fileName, string? contentType)
    {
        await using var server = await RecordingServer.StartAsync();

        await Assert.ThrowsAsync<ArgumentException>(() => server.CreateClient().SendPictureAsync(new FilePart(new MemoryStream([1]), fileName, contentType), Token));
        Assert.Empty(server.Requests);
    }

    [Fact]
    public async Task Success_that_a_call_does_not_read_says_so()
    {
        using var server = ServerOf("application/json", "{\"name\":\"n\"}");

        var exception = await Assert.ThrowsAsync<ApiException>(() => ClientOf(server).ReadTwoKindsAsTextAsync(Token));

        Assert.EndsWith("with a status code or media type that this call does not read.", exception.Message, StringComparison.Ordinal);
    }

    private static async Task Reads(bool isRead, Func<WireClient, Task> read, RawServer server, string path, string contentType)
    {
        if (isRead)
        {
            await read(ClientOf(server));
            return;
        }

        var exception = await Assert.ThrowsAsync<ApiException>(() => read(ClientOf(server)));

        Assert.Equal($"GET {path} returned 200 with a media type that the contract does not document.", exception.Message);
        Assert.Equal([contentType], exception.Headers["Content-Type"]);
        Assert.NotNull(exception.Body);
    }

    private static RawServer ServerOf(string contentType, string body, string status = "200 OK") =>
        new($"HTTP/1.1 {status}\r\n{(contentType.Length == 0 ? "" : $"Content-Type: {contentType}\r\n")}Connection: close\r\n\r\n{body}");

    private static WireClient ClientOf(RawServer server, bool ignoresMediaTypes = false) =>
        new(WireClient.CreateHttpClient(), new WireClientOptions { BaseAddress = server.Address, IgnoresMediaTypes = ignoresMediaTypes });
}
