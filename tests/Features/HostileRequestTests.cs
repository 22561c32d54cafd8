using System.Net;
using System.Text;

namespace SyncGen.Features;

/// <summary>Hostile requests to a controller.</summary>
public sealed class ControllerHostileRequestTests(ControllerServer server) : HostileRequestTests(server), IClassFixture<ControllerServer>;

/// <summary>Hostile requests to endpoints.</summary>
public sealed class EndpointHostileRequestTests(EndpointServer server) : HostileRequestTests(server), IClassFixture<EndpointServer>;

/// <summary>Requests that try to set what is not theirs to set.</summary>
public abstract class HostileRequestTests(FeatureServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Members_that_only_the_server_sends_are_not_bound_and_secret_ones_do_not_come_back()
    {
        var (status, body, _) = await PostAsync("accounts", "{\"id\":\"forged\",\"name\":\"n\",\"password\":\"p\"}");

        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal("{\"id\":\"none\",\"name\":\"n/p\"}", body);
    }

    [Theory]
    [InlineData("a\\r\\nX-Evil: 1")]
    [InlineData("a\\nX-Evil: 1")]
    public async Task Line_break_in_a_header_of_the_answer_is_not_sent(string name)
    {
        var (status, _, headers) = await PostAsync("accounts", $"{{\"name\":\"{name}\"}}");

        Assert.Equal(HttpStatusCode.InternalServerError, status);
        Assert.DoesNotContain("X-Evil", headers, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Head_and_options_of_the_contract_are_answered()
    {
        var client = server.CreateClient();

        Assert.Equal(7, (await client.ProbeAsync(Token)).XCount);
        Assert.Equal(["HEAD", "OPTIONS"], (await client.AskAsync(Token)).Allow!);
    }

    [Theory]
    [InlineData("json", 100)]
    [InlineData("accounts", 10_000)]
    public async Task Deep_JSON_is_a_400(string path, int depth)
    {
        var deep = string.Concat(Enumerable.Repeat("{\"name\":[", depth));

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(path, deep)).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(path, $"{{\"name\":\"n\",\"other\":{new string('[', depth)}{new string(']', depth)}}}")).Status);
    }

    [Fact]
    public async Task Body_over_the_limit_is_a_413_without_an_announced_length_too()
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        // No more than that is sent: a server that refuses closes the connection, and a client that is still sending may see that alone.
        using var content = new StreamContent(new UnseekableStream(new byte[100_001]));
        content.Headers.ContentType = new("application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri("json", UriKind.Relative)) { Content = content };
        request.Headers.TransferEncodingChunked = true;
        using var response = await client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    private async Task<(HttpStatusCode Status, string Body, string Headers)> PostAsync(string path, string json)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var content = new StringContent(json, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content, Token);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(Token), response.Headers.ToString());
    }

    private sealed class UnseekableStream(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
