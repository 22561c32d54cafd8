using System.Net;
using System.Text;
using System.Text.Json;
using Features;

namespace SyncGen.Features;

/// <summary>What the client sends is what the controller gets, in every style.</summary>
public sealed class FeatureTests(FeatureServer server) : IClassFixture<FeatureServer>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("plain")]
    [InlineData("a/b")]
    [InlineData("a%2Fb")]
    [InlineData("%2e%2e")]
    [InlineData("?x#y;z")]
    [InlineData("{number}")]
    [InlineData("ü \U0001F600+&=%")]
    [InlineData("...")]
    public async Task Path_value_arrives_as_it_is(string text)
    {
        var echo = await server.CreateClient().ReadPathAsync(text, -7, Token);

        Assert.Equal($"{text}|-7", echo.Text);
    }

    [Theory]
    [InlineData(".")]
    [InlineData("..")]
    [InlineData("")]
    public async Task Path_value_that_would_leave_its_place_is_refused(string text)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => server.CreateClient().ReadPathAsync(text, 1, Token));
    }

    [Fact]
    public async Task Lists_in_paths_arrive()
    {
        Assert.Equal("1|2|3", (await server.CreateClient().ReadListAsync([1, 2, 3], Token)).Text);
    }

    [Fact]
    public async Task Query_styles_arrive()
    {
        var filter = new Filter { Name = "a&b=c", Minimum = 1.5 };

        var echo = await server.CreateClient().ReadQueryAsync(
            ["a b", "c,d"],
            [1, 2],
            ["x", "y"],
            ["p", "q"],
            filter,
            filter with { Nested = [1, 2] },
            ReadQueryOrder.Desc,
            new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)),
            0.25,
            true,
            Token);

        Assert.Equal("[a b;c,d]|[1;2]|[x;y]|[p;q]|a&b=c/1.5/|a&b=c/1.5/[1;2]|desc|2026-01-02T03:04:05.0000000+02:00|0.25|True", echo.Text);
    }

    [Fact]
    public async Task Absent_parameters_stay_absent()
    {
        Assert.Equal("||||none|none||||", (await server.CreateClient().ReadQueryAsync(cancellationToken: Token)).Text);
    }

    [Theory]
    [InlineData("query?joined=1,x", "joined")]
    [InlineData("query?ratio=NaN", "ratio")]
    [InlineData("query?ratio=1,5", "ratio")]
    [InlineData("query?ratio=", "ratio")]
    [InlineData("query?ratio=1&ratio=2", "ratio")]
    [InlineData("query?at=yesterday", "at")]
    [InlineData("query?json={", "json")]
    [InlineData("query?deep[minimum]=x", "deep")]
    [InlineData("query?flag=perhaps", "flag")]
    [InlineData("paths/a/b", "number")]
    [InlineData("lists/1,b", "items")]
    public async Task Malformed_parameter_is_a_400_problem_that_names_it(string request, string parameter)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var response = await client.GetAsync(new Uri(request, UriKind.Relative), Token);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(parameter, Assert.Single(problem.RootElement.GetProperty("errors").EnumerateObject()).Name);
    }

    [Fact]
    public async Task Headers_and_cookies_arrive_and_come_back_typed()
    {
        var answer = await server.CreateClient().ReadHeadersAsync("text", [1, 2], "s=1; x", Token);

        Assert.Equal("text|[1;2]|s=1; x", answer.Body.Text);
        Assert.Equal(7, answer.XCount);
        Assert.Equal(["a", "b"], answer.XTags!);
    }

    [Theory]
    [InlineData("a\r\nX-Evil: 1")]
    [InlineData("a\nb")]
    public async Task Line_break_in_a_header_is_refused(string text)
    {
        await Assert.ThrowsAsync<ArgumentException>(() => server.CreateClient().ReadHeadersAsync(text, cancellationToken: Token));
    }

    [Fact]
    public async Task Bodies_arrive()
    {
        var client = server.CreateClient();

        Assert.Equal("n/2/[1;2]", (await client.SendJsonAsync(new Filter { Name = "n", Minimum = 2, Nested = [1, 2] }, Token)).Text);
        Assert.Equal("none", (await client.SendOptionalJsonAsync(cancellationToken: Token)).Text);
        Assert.Equal("n//", (await client.SendOptionalJsonAsync(new Filter { Name = "n" }, Token)).Text);
        Assert.Equal("ü\n", await client.SendTextAsync("ü\n", Token));
        Assert.Equal("a&b=+ ü|5|[x;y,z]", (await client.SendFormAsync("a&b=+ ü", 5, ["x", "y,z"], Token)).Text);
    }

    [Fact]
    public async Task Files_arrive_and_come_back()
    {
        using var sent = new MemoryStream([1, 2, 3]);

        await using var received = await server.CreateClient().SendFileAsync(sent, "image/png", Token);

        using var copy = new MemoryStream();
        await received.CopyToAsync(copy, Token);
        Assert.Equal([1, 2, 3], copy.ToArray());
    }

    [Fact]
    public async Task Multipart_arrives()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("content"));
        using var first = new MemoryStream([1]);
        using var second = new MemoryStream([2]);

        var echo = await server.CreateClient().UploadAsync(
            new FormFile(file, "a \"b\".txt", "text/plain"),
            [new FormFile(first, "1"), new FormFile(second, "2")],
            new Filter { Name = "n", Nested = [3] },
            "ü",
            4.5,
            Token);

        Assert.Equal("a \"b\".txt|text/plain|content|2|n//[3]|ü|4.5", echo.Text.Replace("%22", "\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("{", HttpStatusCode.BadRequest, "$")]
    [InlineData("", HttpStatusCode.BadRequest, "$")]
    [InlineData("{\"nested\":[1,\"x\"]}", HttpStatusCode.BadRequest, "$.nested[1]")]
    [InlineData("{\"name\":\"a\",\"name\":\"b\"}", HttpStatusCode.BadRequest, "$.name")]
    [InlineData("null", HttpStatusCode.BadRequest, "$")]
    public async Task Malformed_body_is_a_400_problem_with_its_path(string body, HttpStatusCode status, string path)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var response = await client.PostAsync(new Uri("json", UriKind.Relative), content, Token);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));

        Assert.Equal(status, response.StatusCode);
        Assert.Equal(path, Assert.Single(problem.RootElement.GetProperty("errors").EnumerateObject()).Name);
    }

    [Fact]
    public async Task Deep_large_and_foreign_bodies_are_refused()
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var deep = new StringContent("{\"other\":" + new string('[', 100) + new string(']', 100) + "}", Encoding.UTF8, "application/json");
        using var large = new StringContent("{\"name\":\"" + new string('x', 200_000) + "\"}", Encoding.UTF8, "application/json");
        using var foreign = new StringContent("<a/>", Encoding.UTF8, "application/xml");

        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(new Uri("json", UriKind.Relative), deep, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await client.PostAsync(new Uri("json", UriKind.Relative), large, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, (await client.PostAsync(new Uri("json", UriKind.Relative), foreign, Token)).StatusCode);
    }

    [Theory]
    [InlineData("application/json", HttpStatusCode.OK)]
    [InlineData("*/*", HttpStatusCode.OK)]
    [InlineData("text/html, application/*;q=0.5", HttpStatusCode.OK)]
    [InlineData("text/html", HttpStatusCode.NotAcceptable)]
    [InlineData("application/json;q=0", HttpStatusCode.NotAcceptable)]
    public async Task Accept_is_honoured(string accept, HttpStatusCode expected)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.TryAddWithoutValidation("Accept", accept);

        Assert.Equal(expected, (await client.GetAsync(new Uri("lists/1", UriKind.Relative), Token)).StatusCode);
    }

    [Fact]
    public async Task Each_success_is_its_own_case()
    {
        var client = server.CreateClient();

        Assert.Equal("fine", Assert.IsType<AnswerAnswer.Ok>(await client.AnswerAsync(200, Token)).Body.Text);
        Assert.Equal("later", Assert.IsType<AnswerAnswer.Accepted>(await client.AnswerAsync(202, Token)).Body);
        Assert.IsType<AnswerAnswer.NoContent>(await client.AnswerAsync(204, Token));
    }

    [Fact]
    public async Task Each_error_has_its_documented_type()
    {
        var client = server.CreateClient();

        Assert.Equal("unknown", (await Assert.ThrowsAsync<ApiException<Fault>>(() => client.AnswerAsync(404, Token))).Error.Code);
        Assert.Equal("fault", (await Assert.ThrowsAsync<ApiException<string>>(() => client.AnswerAsync(418, Token))).Error);
        var broken = await Assert.ThrowsAsync<ApiException<Fault>>(() => client.AnswerAsync(503, Token));
        Assert.Equal(503, broken.StatusCode);
        Assert.Equal("broken", broken.Error.Code);
    }

    [Fact]
    public async Task Events_and_lines_come_one_by_one()
    {
        var client = server.CreateClient();
        var events = new List<string>();
        await foreach (var item in client.WatchAsync(Token))
            events.Add(item.Data.Text);
        var lines = new List<string>();
        await foreach (var item in client.ReadLinesAsync(Token))
            lines.Add(item.Text);

        Assert.Equal(["line\n0", "line\n1", "line\n2"], events);
        Assert.Equal(events, lines);
    }

    [Fact]
    public async Task Schemes_of_one_alternative_are_needed_together()
    {
        Assert.Equal("header|session", await Secured(options => (options.Header, options.Session) = ("key", "sid")));
        Assert.Equal("401", await Secured(options => options.Header = "key"));
        Assert.Equal("401", await Secured(options => (options.Header, options.Session) = ("key", "wrong")));
        Assert.Equal("oauth", await Secured(options => options.Oauth = "read+write"));
        Assert.Equal("403", await Secured(options => options.Oauth = "read"));
    }

    [Fact]
    public async Task Anonymous_callers_are_welcome_only_where_the_contract_says_so()
    {
        Assert.Equal("nobody", (await server.CreateClient().ReadOptionalAsync(Token)).Text);
        Assert.Equal("a:b:c", (await server.CreateClient(options => options.Basic = Credential.Basic("a", "b:c")).ReadOptionalAsync(Token)).Text);
    }

    [Fact]
    public async Task Challenge_names_the_schemes_of_authorization()
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var response = await client.GetAsync(new Uri("secured", UriKind.Relative), Token);

        Assert.Equal(["Bearer"], response.Headers.WwwAuthenticate.Select(challenge => challenge.Scheme));
    }

    private async Task<string> Secured(Action<FeaturesClientOptions> configure)
    {
        try
        {
            return (await server.CreateClient(configure).ReadSecuredAsync(Token)).Text;
        }
        catch (ApiException exception)
        {
            return exception.StatusCode.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }
    }
}
