using System.Net;
using System.Text.Json;
using Matrix.ClientServer.V2Alpha;
using Matrix.ClientServer.V2Alpha.Runtime;
using Microsoft.Extensions.DependencyInjection;

namespace SyncGen.Generated.Tests;

/// <summary>No call without a valid credential comes through, and no secret leaves.</summary>
public sealed class SecurityTests
{
    private static int _calls;

    [Theory]
    [InlineData(Flavour.Controller, "sync")]
    [InlineData(Flavour.Endpoints, "sync")]
    [InlineData(Flavour.Controller, "sync?access_token=")]
    [InlineData(Flavour.Endpoints, "sync?access_token=")]
    [InlineData(Flavour.Controller, "sync?access_token=wrong")]
    [InlineData(Flavour.Endpoints, "sync?access_token=wrong")]
    [InlineData(Flavour.Controller, "sync?access_token=syt_secret&access_token=syt_secret")]
    [InlineData(Flavour.Endpoints, "sync?access_token=syt_secret&access_token=syt_secret")]
    [InlineData(Flavour.Controller, "sync?ACCESS_TOKEN_=syt_secret")]
    [InlineData(Flavour.Endpoints, "sync?ACCESS_TOKEN_=syt_secret")]
    public async Task Wrong_credential_is_a_401_problem(Flavour flavour, string request)
    {
        await using var server = await SyncServer.StartAsync(flavour, Refused);

        var (status, problem) = await GetAsync(server, request);

        Assert.Equal(HttpStatusCode.Unauthorized, status);
        Assert.Equal(401, problem.GetProperty("status").GetInt32());
        Assert.Equal(0, _calls);
    }

    [Theory]
    [InlineData(Flavour.Controller)]
    [InlineData(Flavour.Endpoints)]
    public async Task Client_with_a_wrong_token_gets_an_exception_without_it(Flavour flavour)
    {
        await using var server = await SyncServer.StartAsync(flavour, Refused);
        var client = server.CreateClient(options => options.AccessToken = "syt_wrong");

        var exception = await Assert.ThrowsAsync<ApiException>(() => client.GetSyncAsync(since: "s1", cancellationToken: TestContext.Current.CancellationToken));

        Assert.Equal(401, exception.StatusCode);
        Assert.Equal("GET /sync returned 401 (Unauthorized).", exception.Message);
        Assert.DoesNotContain("syt_wrong", exception.ToString(), StringComparison.Ordinal);
        Assert.Contains("application/problem+json", exception.Headers["content-type"][0], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Flavour.Controller)]
    [InlineData(Flavour.Endpoints)]
    public async Task Without_authentication_configured_the_answer_is_401(Flavour flavour)
    {
        await using var server = await SyncServer.StartAsync(flavour, Refused, _ => { });

        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(server, "sync?access_token=syt_secret")).Status);
    }

    [Theory]
    [InlineData(Flavour.Controller)]
    [InlineData(Flavour.Endpoints)]
    public async Task Without_the_scheme_registered_the_answer_is_401(Flavour flavour)
    {
        await using var server = await SyncServer.StartAsync(flavour, Refused, services => services.AddAuthentication());

        Assert.Equal(HttpStatusCode.Unauthorized, (await GetAsync(server, "sync?access_token=syt_secret")).Status);
    }

    [Theory]
    [InlineData(Flavour.Controller, "abc")]
    [InlineData(Flavour.Endpoints, "abc")]
    [InlineData(Flavour.Controller, "1.5")]
    [InlineData(Flavour.Endpoints, "1.5")]
    [InlineData(Flavour.Controller, "1,000")]
    [InlineData(Flavour.Endpoints, "1,000")]
    [InlineData(Flavour.Controller, "99999999999999999999")]
    [InlineData(Flavour.Endpoints, "99999999999999999999")]
    public async Task Malformed_parameter_is_a_400_problem_that_names_it(Flavour flavour, string timeout)
    {
        await using var server = await SyncServer.StartAsync(flavour, Refused);

        var (status, problem) = await GetAsync(server, $"sync?access_token=syt_secret&timeout={timeout}");

        Assert.Equal(HttpStatusCode.BadRequest, status);
        Assert.NotEqual(0, problem.GetProperty("errors").GetProperty("timeout").GetArrayLength());
        Assert.Equal(0, _calls);
    }

    [Fact]
    public async Task Redirect_to_another_host_takes_no_token_along()
    {
        using var thief = new RawServer("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 2\r\n\r\n{}");
        using var server = new RawServer($"HTTP/1.1 302 Found\r\nLocation: {thief.Address}sync\r\nContent-Length: 0\r\n\r\n");
        var options = new SyncClientOptions { BaseAddress = server.Address, AccessToken = "syt_secret" };

        var safe = new SyncClient(SyncClient.CreateHttpClient(), options);
        var exception = await Assert.ThrowsAsync<ApiException>(() => safe.GetSyncAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.Equal(302, exception.StatusCode);
        Assert.Empty(thief.Requests);

        // A client that follows redirects is not believed, and the token in the query stays behind.
        using var following = new HttpClient();
        await Assert.ThrowsAsync<HttpRequestException>(() => new SyncClient(following, options).GetSyncAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.DoesNotContain("syt_secret", Assert.Single(thief.Requests), StringComparison.Ordinal);
    }

    [Fact]
    public void Credential_does_not_show_its_secret()
    {
        Credential credential = "syt_secret";

        Assert.DoesNotContain("syt_secret", credential.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Flavour.Controller)]
    [InlineData(Flavour.Endpoints)]
    public async Task Credential_is_asked_for_each_request(Flavour flavour)
    {
        var tokens = new Queue<string>(["wrong", SyncServer.Token]);
        await using var server = await SyncServer.StartAsync(flavour, (_, _, _, _) => Task.FromResult(GetSyncResult.Ok(new GetSyncResponse())));
        var client = server.CreateClient(options => options.AccessToken = new Credential(_ => ValueTask.FromResult<string?>(tokens.Dequeue())));

        await Assert.ThrowsAsync<ApiException>(() => client.GetSyncAsync(cancellationToken: TestContext.Current.CancellationToken));
        await client.GetSyncAsync(cancellationToken: TestContext.Current.CancellationToken);
    }

    private static Task<GetSyncResult> Refused(string? filter, string? since, long? timeout, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _calls);
        return Task.FromResult(GetSyncResult.Ok(new GetSyncResponse()));
    }

    private static async Task<(HttpStatusCode Status, JsonElement Problem)> GetAsync(SyncServer server, string request)
    {
        using var httpClient = new HttpClient { BaseAddress = server.BaseAddress };
        using var response = await httpClient.GetAsync(new Uri(request, UriKind.Relative), TestContext.Current.CancellationToken);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return (response.StatusCode, JsonDocument.Parse(text).RootElement.Clone());
    }
}
