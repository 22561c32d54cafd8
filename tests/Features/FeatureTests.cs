using System.Net;
using System.Text;
using Features;
using Features.Runtime;

namespace SyncGen.Features;

/// <summary>The features through a controller.</summary>
public sealed class ControllerTests(ControllerServer server) : FeatureTests(server), IClassFixture<ControllerServer>;

/// <summary>The features through endpoints.</summary>
public sealed class EndpointTests(EndpointServer server) : FeatureTests(server), IClassFixture<EndpointServer>;

/// <summary>What the client sends is what the server gets, in every style.</summary>
public abstract class FeatureTests(FeatureServer server)
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
    public async Task Lists_in_objects_arrive()
    {
        var lists = new Lists { Names = ["a", "b c"], Numbers = [1, 2] };
        var client = server.CreateClient();

        Assert.Equal("[a;b c][1;2]|", (await client.ReadMembersAsync(lists, cancellationToken: Token)).Text);
        Assert.Equal("|[a;b c][1;2]", (await client.ReadMembersAsync(flat: lists, cancellationToken: Token)).Text);
        Assert.Equal("[a]|[7]", (await client.ReadMembersAsync(new Lists { Names = ["a"] }, new Lists { Numbers = [7] }, Token)).Text);
    }

    [Fact]
    public async Task Objects_in_objects_of_the_query_are_bound()
    {
        var deep = new Nested
        {
            Limit = 1,
            Range = new Interval { From = 2, Note = "3" },
            Labels = new Dictionary<string, long> { ["a b"] = 4 },
            Inner = new NestedInner { Range = new Interval { From = 5 }, Flags = [true, false] },
        };
        var client = server.CreateClient();

        Assert.Equal("1|2|3|[[a b, 4]]|5|[True;False]|", (await client.ReadNestedAsync(deep, cancellationToken: Token)).Text);
        Assert.Equal("||||6||[[x, 7]]", (await client.ReadNestedAsync(new Nested { Inner = new NestedInner { Range = new Interval { From = 6 } } }, new Dictionary<string, long> { ["x"] = 7 }, Token)).Text);
    }

    [Fact]
    public async Task Null_is_a_body_where_the_contract_says_so()
    {
        var client = server.CreateClient();

        Assert.Equal("null", (await client.SendNullableAsync(null, Token)).Text);
        Assert.Equal("a", (await client.SendNullableAsync(new SendNullableRequest { Name = "a" }, Token)).Text);
        Assert.Equal("null", (await client.SendOptionalNullableAsync(null, Token)).Text);
        Assert.Equal("a", (await client.SendOptionalNullableAsync(new SendOptionalNullableRequest { Name = "a" }, Token)).Text);
        Assert.Equal("null", (await client.SendNullableNumberAsync(null, Token)).Text);
        Assert.Equal("0", (await client.SendNullableNumberAsync(0, Token)).Text);
    }

    [Fact]
    public async Task Items_may_be_null() =>
        Assert.Equal("a|null b|c", (await server.CreateClient().SendGapsAsync(["a", null], ["b", "c"], Token)).Text);

    [Fact]
    public async Task Absent_parameters_stay_absent()
    {
        Assert.Equal("||||none|none||||", (await server.CreateClient().ReadQueryAsync(cancellationToken: Token)).Text);
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
        await received.Content.CopyToAsync(copy, Token);
        Assert.Equal([1, 2, 3], copy.ToArray());
    }

    [Theory]
    [InlineData("report.pdf", "report.pdf")]
    [InlineData("a \"b\" \\c;d.txt", null)]
    [InlineData("grüße 中文 \U0001F41F.txt", "gr__e __ __.txt")]
    [InlineData("a\r\nX-Evil: 1", null)]
    public async Task File_name_travels_in_both_forms(string name, string? plain)
    {
        using var client = new HttpClient();

        using var response = await client.GetAsync(new Uri(server.Address, "download?length=7&name=" + Uri.EscapeDataString(name)), Token);
        await using var file = await server.CreateClient().ReadDownloadAsync(name, 7, Token);

        var disposition = response.Content.Headers.ContentDisposition!;
        Assert.Equal("attachment", disposition.DispositionType);
        Assert.Equal(name, disposition.FileNameStar);
        Assert.True(disposition.FileName!.All(char.IsAscii));
        if (plain is not null)
            Assert.Equal(plain, disposition.FileName!.Trim('"'));
        Assert.False(response.Headers.Contains("X-Evil"));
        Assert.Equal(7, response.Content.Headers.ContentLength);
        Assert.Equal(name.Split('\\')[^1].ReplaceLineEndings(""), file.FileName);
        Assert.Equal((7L, "application/octet-stream"), (file.ContentLength, file.MediaType));
    }

    [Fact]
    public async Task File_without_a_name_suggests_none()
    {
        await using var file = await server.CreateClient().ReadDownloadAsync(cancellationToken: Token);

        Assert.Null(file.FileName);
        Assert.False(file.Headers.ContainsKey("Content-Disposition"));
    }

    [Fact]
    public async Task Multipart_arrives()
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes("content"));
        using var first = new MemoryStream([1]);
        using var second = new MemoryStream([2]);

        var echo = await server.CreateClient().UploadAsync(
            new FilePart(file, "a \"b\".txt", "text/plain"),
            [new FilePart(first, "1"), new FilePart(second, "2")],
            new Filter { Name = "n", Nested = [3] },
            "ü",
            4.5,
            [new Filter { Name = "a" }, new Filter { Minimum = 1 }],
            Token);

        Assert.Equal("a \"b\".txt|text/plain|content|2|n//[3]|ü|4.5|[a//;/1/]", echo.Text.Replace("%22", "\"", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Each_success_is_its_own_case()
    {
        var client = server.CreateClient();

        Assert.Equal("fine", Assert.IsType<AnswerApiResponse.Ok>(await client.AnswerAsync(200, Token)).Body.Text);
        Assert.Equal("later", Assert.IsType<AnswerApiResponse.Accepted>(await client.AnswerAsync(202, Token)).Body);
        Assert.IsType<AnswerApiResponse.NoContent>(await client.AnswerAsync(204, Token));
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
        // The client does not send what the server refuses.
        await Assert.ThrowsAsync<InvalidOperationException>(() => Secured(options => options.Header = "key"));
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add("X-Key", "key");
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.GetAsync(new Uri("secured", UriKind.Relative), Token)).StatusCode);
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
