using Wire;
using Wire.Runtime;

namespace SyncGen.Client.Tests;

/// <summary>Status codes that the contract documents, and those that it forgot.</summary>
public sealed class StatusTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("200 OK")]
    [InlineData("201 Created")]
    [InlineData("202 Accepted")]
    [InlineData("204 No Content")]
    [InlineData("299 Fine")]
    public async Task Method_without_a_result_takes_any_success(string status)
    {
        using var server = ServerOf(status, "text/plain", "done");

        await ClientOf(server).DoSilentlyAsync(Token);
    }

    [Theory]
    [InlineData("304 Not Modified")]
    [InlineData("400 Bad Request")]
    [InlineData("503 Service Unavailable")]
    public async Task Method_without_a_result_takes_nothing_else(string status)
    {
        using var server = ServerOf(status, "text/plain", "");

        await Assert.ThrowsAsync<ApiException>(() => ClientOf(server).DoSilentlyAsync(Token));
    }

    [Theory]
    [InlineData("200 OK", "application/json", "{\"name\":\"n\"}", true)]
    [InlineData("201 Created", "application/json", "{\"name\":\"n\"}", true)]
    [InlineData("202 Accepted", "Application/JSON; charset=utf-8", "{\"name\":\"n\"}", true)]
    [InlineData("202 Accepted", "text/plain", "{\"name\":\"n\"}", false)]
    [InlineData("202 Accepted", "application/json", "{\"name\":7}", false)]
    [InlineData("202 Accepted", "application/json", "", false)]
    [InlineData("204 No Content", "", "", false)]
    public async Task Undocumented_success_is_read_as_the_only_documented_one_where_it_fits(string status, string contentType, string body, bool fits)
    {
        using var server = ServerOf(status, contentType, body);
        var client = ClientOf(server);
        if (fits)
        {
            Assert.Equal("n", (await client.ReadJsonAsync(Token)).Name);
            return;
        }

        var exception = await Assert.ThrowsAsync<ApiException>(() => client.ReadJsonAsync(Token));

        Assert.Equal(int.Parse(status[..3], System.Globalization.CultureInfo.InvariantCulture), exception.StatusCode);
    }

    [Theory]
    [InlineData("202 Accepted", "text/event-stream", true)]
    [InlineData("202 Accepted", "text/plain", false)]
    public async Task Undocumented_success_with_events_is_a_stream(string status, string contentType, bool fits)
    {
        using var server = ServerOf(status, contentType, "data: {\"name\":\"n\"}\n\n");
        var events = ClientOf(server).WatchAsync(Token);

        if (fits)
            Assert.Equal(1, await events.CountAsync(Token));
        else
            await Assert.ThrowsAsync<ApiException>(async () => await events.CountAsync(Token));
    }

    [Fact]
    public async Task Not_modified_is_a_case_of_the_response()
    {
        using var server = new RawServer("HTTP/1.1 304 Not Modified\r\nETag: \"7\"\r\n\r\n");

        var answer = await ClientOf(server).ReadConditionallyAsync("\"7\"", Token);

        Assert.Equal("\"7\"", Assert.IsType<ReadConditionallyApiResponse.NotModified>(answer).ETag);
        Assert.Contains("\r\nIf-None-Match: \"7\"\r\n", Assert.Single(server.Requests), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("200 OK")]
    [InlineData("203 Non-Authoritative Information")]
    public async Task Success_beside_not_modified_is_the_other_case(string status)
    {
        using var server = ServerOf(status, "application/json", "{\"name\":\"n\"}");

        Assert.Equal("n", Assert.IsType<ReadConditionallyApiResponse.Ok>(await ClientOf(server).ReadConditionallyAsync(cancellationToken: Token)).Body.Name);
    }

    [Fact]
    public async Task Events_of_JSON_end_where_the_server_says_done()
    {
        using var server = ServerOf("200 OK", "text/event-stream", "data: {\"name\":\"a\"}\n\ndata: {\"name\":\"b\"}\n\ndata: [DONE]\n\ndata: {\"name\":7}\n\n");
        var names = new List<string?>();

        await foreach (var item in ClientOf(server).WatchAsync(Token))
            names.Add(item.Data.Name);

        Assert.Equal(["a", "b"], names);
    }

    [Fact]
    public async Task Events_of_text_may_say_done()
    {
        using var server = ServerOf("200 OK", "text/event-stream", "data: [DONE]\n\ndata: more\n\n");
        var texts = new List<string>();

        await foreach (var item in ClientOf(server).WatchTextAsync(Token))
            texts.Add(item.Data);

        Assert.Equal(["[DONE]", "more"], texts);
    }

    private static RawServer ServerOf(string status, string contentType, string body) =>
        new($"HTTP/1.1 {status}\r\n{(contentType.Length == 0 ? "" : $"Content-Type: {contentType}\r\n")}Connection: close\r\n\r\n{body}");

    private static WireClient ClientOf(RawServer server) => new(WireClient.CreateHttpClient(), new WireClientOptions { BaseAddress = server.Address });
}
