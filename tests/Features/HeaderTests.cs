using System.Net;
using System.Text.Json;
using Features;

namespace SyncGen.Features;

/// <summary>Headers of responses, by a controller.</summary>
public sealed class ControllerHeaderTests(ControllerServer server) : HeaderTests(server), IClassFixture<ControllerServer>;

/// <summary>Headers of responses, by endpoints.</summary>
public sealed class EndpointHeaderTests(EndpointServer server) : HeaderTests(server), IClassFixture<EndpointServer>;

/// <summary>What a response carries in its headers, as .NET's own client sees it and as the generated one does.</summary>
public abstract class HeaderTests(FeatureServer server)
{
    private const string First = "a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT";
    private const string Second = "b=2; Path=/";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_cookie_is_a_header_of_its_own_and_lists_are_parted_by_commas()
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server.Address };
        using var response = await client.PostAsync($"sessions?tags=x&tags=y&cookies={Uri.EscapeDataString(First)}&cookies={Uri.EscapeDataString(Second)}", null, Token);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal(["theirs=1; path=/", First, Second], response.Headers.GetValues("Set-Cookie"));
        Assert.Equal("x,y", Assert.Single(response.Headers.GetValues("X-Tags")));
        Assert.Equal("2", Assert.Single(response.Headers.GetValues("X-Count")));
        Assert.Equal("/sessions/1", response.Headers.Location!.OriginalString);
    }

    [Fact]
    public async Task A_client_reads_what_the_server_sets()
    {
        var created = Assert.IsType<OpenSessionApiResponse.Created>(await server.CreateClient().OpenSessionAsync(["x", "y"], [First, Second], Token));
        Assert.Equal(["theirs=1; path=/", First, Second], created.SetCookie);
        Assert.Equal(["x", "y"], created.XTags);
        Assert.Equal((2L, "/sessions/1", (string?)null), (created.XCount, created.Location.OriginalString, created.XTrace));

        var open = Assert.IsType<OpenSessionApiResponse.Ok>(await server.CreateClient().OpenSessionAsync(["open"], [Second], Token));
        Assert.Equal(["theirs=1; path=/", Second], open.SetCookie!);
    }

    [Fact]
    public async Task Under_a_media_type_headers_and_parameters_are_json()
    {
        using var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, $"facts/{Uri.EscapeDataString("[\"a,b\",\"\u00fc\"]")}?title={Uri.EscapeDataString("\"7\"")}");
        request.Headers.TryAddWithoutValidation("X-Fact", "{\"text\":\"x, y\",\"free\":[1, {}]}");
        request.Headers.TryAddWithoutValidation("Cookie", $"counts={Uri.EscapeDataString("[1,2]")}");
        using var response = await client.SendAsync(request, Token);

        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        Assert.Equal("[\"a,b\",\"\\u00fc\"]", Assert.Single(response.Headers.GetValues("X-Words")), ignoreCase: true);
        Assert.Equal("\"7\"", Assert.Single(response.Headers.GetValues("X-Title")));
        Assert.Equal("{\"text\":\"x, y\",\"free\":[1, {}]}", Assert.Single(response.Headers.GetValues("X-Fact")));
        Assert.Equal("[1,2]", Assert.Single(response.Headers.GetValues("X-Counts")));

        using var bare = await client.GetAsync(new Uri("facts/[]?title=7", UriKind.Relative), Token);
        Assert.Equal(HttpStatusCode.BadRequest, bare.StatusCode);
    }

    [Fact]
    public async Task Json_in_headers_and_parameters_comes_back_whatever_its_texts()
    {
        using var free = JsonDocument.Parse("[\n1,\t\"\u00fc\"\n]");
        var fact = new Fact { Text = "\u00fc, \"\n\U0001F41F ", Free = free.RootElement };
        var answer = await server.CreateClient().ReadFactsAsync(["", "a,b", "\u00fc"], "true", fact, [], Token);

        Assert.Equal(["", "a,b", "\u00fc"], answer.XWords);
        Assert.Equal(("true", fact.Text), (answer.XTitle, answer.XFact!.Text));
        Assert.Equal("\u00fc", answer.XFact.Free!.Value[1].GetString());
        Assert.Empty(answer.XCounts!);
    }

    [Fact]
    public async Task A_required_list_without_items_is_an_error_of_the_server()
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var response = await client.PostAsync("sessions?tags=none&cookies=a", null, Token);
        Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
    }
}
