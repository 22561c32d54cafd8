using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Features;
using Features.Runtime;

namespace SyncGen.Features;

/// <summary>Representations served by a controller.</summary>
public sealed class ControllerRepresentationTests(ControllerServer server) : RepresentationTests(server), IClassFixture<ControllerServer>;

/// <summary>Representations served by endpoints.</summary>
public sealed class EndpointRepresentationTests(EndpointServer server) : RepresentationTests(server), IClassFixture<EndpointServer>;

/// <summary>Bodies that have several representations.</summary>
public abstract class RepresentationTests(FeatureServer server)
{
    private static readonly Filter Filter = new() { Name = "a" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Broken_constraint_is_told_to_a_caller_who_takes_no_response()
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        async Task<HttpStatusCode> SendAsync(string code)
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"limited/{code}", UriKind.Relative));
            request.Content = new StringContent("{\"x\":[]}", Encoding.UTF8, "application/json");
            request.Headers.Add("Accept", "image/png");
            using var response = await client.SendAsync(request, Token);
            return response.StatusCode;
        }

        Assert.Equal(HttpStatusCode.BadRequest, await SendAsync("A"));
        Assert.Equal(HttpStatusCode.NotAcceptable, await SendAsync("a"));
    }

    [Fact]
    public async Task Each_representation_of_a_request_is_sent_and_bound()
    {
        var client = server.CreateClient();
        using var file = new MemoryStream("content"u8.ToArray());

        Assert.Equal("json a//", (await client.SendAnyAsync(Filter, Token)).Text);
        Assert.Equal("form b/[1;2]", (await client.SendAnyAsFormAsync("b", [1, 2], Token)).Text);
        Assert.Equal("multipart c.txt", (await client.SendAnyAsMultipartAsync(new FilePart(file, "c.txt"), Token)).Text);
        Assert.Equal("text d", (await client.SendAnyAsTextAsync("d", Token)).Text);
    }

    [Theory]
    [InlineData("POST", "application/json; charset=utf-8", """{"name":"a"}""", "json a//")]
    [InlineData("POST", "application/vnd.filter+json", """{"name":"a"}""", "json a//")]
    [InlineData("POST", "TEXT/Plain", "a", "text a")]
    [InlineData("POST", "application/xml", "<a/>", "415")]
    [InlineData("POST", "application/x-www-form-urlencoded", "", "400")]
    [InlineData("PUT", "application/json", "{}", "json //")]
    [InlineData("PUT", "text/plain", "a", "text a")]
    [InlineData("PUT", "image/png", "a", "stream image/png")]
    [InlineData("PATCH", "image/png", "a", "415")]
    [InlineData("PATCH", "application/json", "{}", "json //")]
    [InlineData("PATCH", "application/list+json", "[1]", "list [1]")]
    [InlineData("PATCH", "application/other+json", "{}", "json //")]
    public async Task Media_type_chooses_the_representation(string method, string mediaType, string body, string expected)
    {
        using var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);

        Assert.Equal(expected, await AskAsync(method, content));
    }

    [Theory]
    [InlineData("PUT", "stream ")]
    [InlineData("PATCH", "json none")]
    public async Task Request_without_a_body_has_any_type_or_the_preferred_one(string method, string expected) => Assert.Equal(expected, await AskAsync(method, null));

    [Fact]
    public async Task Each_representation_of_an_answer_is_read_as_its_type()
    {
        var client = server.CreateClient();

        Assert.Equal("a", (await client.ReadFormatAsync("json", Token)).Body.Text);
        Assert.Equal("b", (await client.ReadFormatAsTextAsync("text", Token)).Body);
        await using var picture = (await client.ReadFormatAsStreamAsync("png", Token)).Body;
        Assert.Equal(1, picture.Content.ReadByte());
        var texts = new List<string>();
        await foreach (var item in client.ReadFormatAsEventsAsync("events", Token))
            texts.Add(item.Data.Text);
        Assert.Equal(["line\n0", "line\n1", "line\n2"], texts);
        await Assert.ThrowsAsync<ApiException>(() => client.ReadFormatAsTextAsync("png", Token));
        Assert.Equal("c", (await Assert.ThrowsAsync<ApiException<Fault>>(() => client.ReadFormatAsync("fault", Token))).Error.Code);
        Assert.Equal("d", (await Assert.ThrowsAsync<ApiException<string>>(() => client.ReadFormatAsync("none", Token))).Error);
    }

    [Theory]
    [InlineData("json")]
    [InlineData("text")]
    public async Task Representations_of_one_type_are_one_answer(string format) => Assert.Equal("a\"b", await server.CreateClient().ReadWordAsync(format, Token));

    [Theory]
    [InlineData("words/text", "application/json", HttpStatusCode.OK)]
    [InlineData("words/text", "text/plain;q=0.9", HttpStatusCode.OK)]
    [InlineData("words/text", "application/xml", HttpStatusCode.NotAcceptable)]
    [InlineData("formats/png", "image/png", HttpStatusCode.OK)]
    public async Task Caller_who_takes_no_representation_is_refused(string path, string accept, HttpStatusCode expected)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", accept);

        Assert.Equal(expected, (await client.GetAsync(new Uri(path, UriKind.Relative), Token)).StatusCode);
    }

    private async Task<string> AskAsync(string method, HttpContent? content)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), "representations") { Content = content };
        using var response = await client.SendAsync(request, Token);
        if (response.StatusCode != HttpStatusCode.OK)
            return ((int)response.StatusCode).ToString(System.Globalization.CultureInfo.InvariantCulture);
        using var echo = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        return echo.RootElement.GetProperty("text").GetString()!;
    }
}
