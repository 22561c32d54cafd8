using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Features;

namespace SyncGen.Features;

/// <summary>Requests to a controller.</summary>
public sealed class ControllerRequestTests(ControllerServer server) : RequestTests(server), IClassFixture<ControllerServer>;

/// <summary>Requests to endpoints.</summary>
public sealed class EndpointRequestTests(EndpointServer server) : RequestTests(server), IClassFixture<EndpointServer>;

/// <summary>Requests that no generated client sends: malformed ones, foreign ones, and those that leave out what has a default.</summary>
public abstract class RequestTests(FeatureServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("tags", "all")]
    [InlineData("tags?other=1", "all")]
    [InlineData("tags?arn=a", "of a")]
    [InlineData("tags?operation=tag", "tag")]
    [InlineData("tags?operation=tag&arn=a", "tag")]
    [InlineData("tags?operation=untag&arn=a", "untag a")]
    [InlineData("tags?operation=other&arn=a", "of a")]
    [InlineData("tags?operation=untag", "all")]
    [InlineData("tags?operation=tag&operation=untag", "all")]
    public async Task Query_tells_operations_of_one_path_apart(string request, string expected)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var answer = JsonDocument.Parse(await client.GetStringAsync(new Uri(request, UriKind.Relative), Token));

        Assert.Equal(expected, answer.RootElement.GetProperty("text").GetString());
    }

    [Fact]
    public async Task Client_sends_no_fragment_of_a_path()
    {
        var client = server.CreateClient();

        Assert.Equal("tag", (await client.TagAsync(TagOperation.Tag, Token)).Text);
        Assert.Equal("untag x", (await client.UntagAsync("x", cancellationToken: Token)).Text);
        Assert.Equal("of y", (await client.ListTagsAsync("y", Token)).Text);
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
    [InlineData("nested?deep[range][from]=x", "deep")]
    [InlineData("nested?deep[range]=x", "deep")]
    [InlineData("nested?deep[range]=x&deep[range][from]=1", "deep")]
    [InlineData("nested?deep[range][from]=1&deep[range][from]=2", "deep")]
    [InlineData("nested?deep[more][limit]=x", "deep")]
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

    [Theory]
    [InlineData("a", "", "", "{\"x\":[]}", "")]
    [InlineData("a", "?limit=1&tags=a&tags=b&order=desc&range[from]=0&range[note]=ab", "", "{\"x\":[{\"from\":0,\"note\":null}]}", "")]
    [InlineData("A1", "", "", "{\"x\":[]}", "code")]
    [InlineData("a", "?limit=0", "", "{\"x\":[]}", "limit")]
    [InlineData("a", "?limit=100", "", "{\"x\":[]}", "limit")]
    [InlineData("a", "?tags=a&tags=b&tags=abcd", "", "{\"x\":[]}", "tags tags[2]")]
    [InlineData("a", "?tags=a&tags=a", "", "{\"x\":[]}", "tags")]
    [InlineData("a", "?order=sideways", "", "{\"x\":[]}", "order")]
    [InlineData("a", "?range[from]=-1&range[note]=abc", "", "{\"x\":[]}", "range.from range.note")]
    [InlineData("a", "", "0.3", "{\"x\":[]}", "X-Level")]
    [InlineData("a", "", "", "{}", "$")]
    [InlineData("a", "", "", "{\"x\":[{},{\"from\":-1}],\"y z\":[{\"note\":\"abc\"}]}", "$.x[1].from $['y z'][0].note")]
    [InlineData("A", "?limit=0", "1.2", "{}", "$ X-Level code limit")]
    [InlineData("A", "?limit=x&tags=a&tags=a", "high", "{}", "$ X-Level code limit tags")]
    [InlineData("A", "?limit=0", "", "{\"x\":5}", "$.x code limit")]
    public async Task Broken_constraint_is_a_400_problem_with_its_place(string code, string query, string level, string body, string places)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri($"limited/{code}{query}", UriKind.Relative));
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (level.Length > 0)
            request.Headers.Add("X-Level", level);
        using var response = await client.SendAsync(request, Token);
        using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));

        Assert.Equal(places.Length == 0 ? HttpStatusCode.OK : HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(places.Length == 0 ? "application/json" : "application/problem+json", response.Content.Headers.ContentType?.MediaType);
        Assert.Equal(places, answer.RootElement.TryGetProperty("errors", out var errors) ? string.Join(' ', errors.EnumerateObject().Select(error => error.Name)) : "");
    }

    [Theory]
    [InlineData("", "a\"b|10|0.5|True|desc|[a;b]||none")]
    [InlineData("?text=&limit=0&ratio=0&flag=false&order=asc&tags=&mark=&plain=", "|0|0|False|asc|[]||''")]
    [InlineData("?text=x&limit=7&tags=c&mark=3&plain=y", "x|7|0.5|True|desc|[c]|3|'y'")]
    public async Task Absent_parameters_have_the_default_and_empty_ones_are_empty(string query, string expected)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var echo = JsonDocument.Parse(await client.GetStringAsync(new Uri($"defaults{query}", UriKind.Relative), Token));

        Assert.Equal(expected, echo.RootElement.GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("defaults?limit=", "The value '' is not valid.")]
    [InlineData("defaults?limit=0x10", "The value '0x10' is not valid.")]
    [InlineData("defaults?limit=1.5", "The number is not whole.")]
    [InlineData("defaults?limit=99999999999999999999", "The number is out of range: it must be from -9223372036854775808 to 9223372036854775807.")]
    [InlineData("defaults?flag=True", "The value 'True' is not valid.")]
    [InlineData("defaults?limit=1&limit=2", "The value is given more than once.")]
    [InlineData("query?joined=1,x", "The value 'x' is not valid.")]
    public async Task Problem_says_what_is_wrong(string request, string expected)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var response = await client.GetAsync(new Uri(request, UriKind.Relative), Token);
        using var problem = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));

        Assert.Equal(expected, Assert.Single(Assert.Single(problem.RootElement.GetProperty("errors").EnumerateObject()).Value.EnumerateArray()).GetString());
    }

    [Fact]
    public async Task List_may_be_spread_over_headers()
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri("headers", UriKind.Relative));
        request.Headers.Add("X-Numbers", ["1", "2, 3"]);
        using var response = await client.SendAsync(request, Token);

        Assert.Contains("|[1;2;3]|", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
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
        var error = Assert.Single(problem.RootElement.GetProperty("errors").EnumerateObject());
        Assert.Equal(path, error.Name);
        // The place stands in the name, and the position in the text says nothing to a caller.
        Assert.DoesNotMatch("Path:|LineNumber|BytePosition", error.Value.ToString());
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

    [Theory]
    [InlineData("POST", "nullable", " null\r\n", HttpStatusCode.OK)]
    [InlineData("PATCH", "nullable", "null", HttpStatusCode.OK)]
    [InlineData("PATCH", "nullable", "", HttpStatusCode.OK)]
    [InlineData("POST", "nullable", "", HttpStatusCode.BadRequest)]
    [InlineData("POST", "nullable", "nul", HttpStatusCode.BadRequest)]
    [InlineData("POST", "json", "null", HttpStatusCode.BadRequest)]
    [InlineData("PATCH", "json", "null", HttpStatusCode.BadRequest)]
    public async Task Null_is_refused_where_the_contract_does_not_allow_it(string method, string path, string body, HttpStatusCode expected)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = new StringContent(body, Encoding.UTF8, "application/json") };

        Assert.Equal(expected, (await client.SendAsync(request, Token)).StatusCode);
    }

    [Fact]
    public async Task Scopes_count_only_by_the_scheme_that_asks_for_them()
    {
        Assert.Equal("header|oauth", await Scoped("write+admin"));
        Assert.Equal("403", await Scoped("write"));
        Assert.Equal("403", await Scoped("read"));
    }

    [Fact]
    public async Task Methods_that_the_contract_lacks_are_refused_with_those_it_has()
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        foreach (var method in new[] { HttpMethod.Head, HttpMethod.Options, HttpMethod.Put, HttpMethod.Delete })
        {
            using var response = await client.SendAsync(new HttpRequestMessage(method, new Uri("json", UriKind.Relative)), Token);

            Assert.Equal(HttpStatusCode.MethodNotAllowed, response.StatusCode);
            Assert.Equal(["PATCH", "POST"], response.Content.Headers.Allow.Order(StringComparer.Ordinal));
        }
    }

    [Theory]
    [InlineData("upload", "multipart/form-data; boundary=x", "--x\r\nno part", HttpStatusCode.BadRequest)]
    [InlineData("form", "application/json", "{}", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("form", "application/x-www-form-urlencoded", "number=x", HttpStatusCode.BadRequest)]
    public async Task Malformed_form_is_refused(string path, string mediaType, string body, HttpStatusCode expected)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var content = new StringContent(body);
        content.Headers.Remove("Content-Type");
        content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        using var response = await client.PostAsync(new Uri(path, UriKind.Relative), content, Token);

        Assert.Equal(expected, response.StatusCode);
    }

    [Fact]
    public async Task Form_over_the_limit_is_refused()
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var content = new FormUrlEncodedContent([new("text", new string('x', 200_000))]);
        using var response = await client.PostAsync(new Uri("form", UriKind.Relative), content, Token);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, response.StatusCode);
    }

    [Fact]
    public async Task Missing_file_is_a_400_problem_that_names_it()
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var content = new MultipartFormDataContent { { new StringContent("ü"), "caption" } };
        using var response = await client.PostAsync(new Uri("upload", UriKind.Relative), content, Token);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains("\"errors\":{\"file\":[\"A file is required.\"]}", await response.Content.ReadAsStringAsync(Token), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Challenge_names_the_schemes_of_authorization()
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var response = await client.GetAsync(new Uri("secured", UriKind.Relative), Token);

        Assert.Equal(["Bearer"], response.Headers.WwwAuthenticate.Select(challenge => challenge.Scheme));
    }

    private async Task<string> Scoped(string scopes)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        client.DefaultRequestHeaders.Add("X-Key", "key");
        client.DefaultRequestHeaders.Add("Authorization", $"Bearer {scopes}");
        using var response = await client.GetAsync(new Uri("scoped", UriKind.Relative), Token);
        if (!response.IsSuccessStatusCode)
            return ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        using var echo = JsonDocument.Parse(await response.Content.ReadAsStringAsync(Token));
        return echo.RootElement.GetProperty("text").GetString()!;
    }
}
