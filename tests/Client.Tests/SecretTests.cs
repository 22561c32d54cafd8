using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Wire;
using Wire.Runtime;

namespace SyncGen.Client.Tests;

/// <summary>A secret reaches the API and nobody else: no other host, no exception, no log, no trace, no text of an object.</summary>
public sealed class SecretTests
{
    private const string Secret = "sec+ret/123==";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Places => ["query", "header", "cookie", "bearer", "basic"];

    [Fact]
    public async Task Secret_travels_as_it_was_given()
    {
        await using var server = await RecordingServer.StartAsync();
        var client = server.CreateClient(Give);

        foreach (var place in Places)
            await Prove(client, place);

        var requests = server.Requests;
        Assert.Equal("/api/secrets/query?key=sec%2Bret%2F123%3D%3D", requests[0].Target);
        Assert.Equal(Secret, requests[1].Header("X-Key"));
        Assert.Equal($"sid={Secret}", requests[2].Header("Cookie"));
        Assert.Equal($"Bearer {Secret}", requests[3].Header("Authorization"));
        Assert.Equal("Basic dXNlcjpzZWMrcmV0LzEyMz09", requests[4].Header("Authorization"));
    }

    [Fact]
    public async Task Credentials_that_are_needed_together_are_sent_together_or_missed_by_name()
    {
        await using var server = await RecordingServer.StartAsync();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => server.CreateClient(options => options.Key = Secret).ProveTogetherAsync(Token));
        var empty = await Assert.ThrowsAsync<InvalidOperationException>(() => server.CreateClient(options => (options.Key, options.Header) = (new Credential(_ => default), Secret)).ProveTogetherAsync(Token));

        Assert.Contains("'Header'", exception.Message, StringComparison.Ordinal);
        Assert.Contains("'Key'", empty.Message, StringComparison.Ordinal);
        Assert.Empty(server.Requests);
        await server.CreateClient(options => (options.Key, options.Header) = ("a", "b")).ProveTogetherAsync(Token);
        await server.CreateClient(options => (options.Key, options.Bearer) = ("a", "c")).ProveTogetherAsync(Token);
        await server.CreateClient().ProveTogetherAsync(Token);
        await server.CreateClient(options => options.Key = "a").ProveTogetherOrNotAsync(Token);
        Assert.Equal(
            [("/api/secrets/together?key=a", "b", null), ("/api/secrets/together", null, "Bearer c"), ("/api/secrets/together", null, null), ("/api/secrets/together-or-none", null, (string?)null)],
            server.Requests.Select(request => (request.Target, request.Header("X-Key"), request.Header("Authorization"))));
    }

    [Fact]
    public async Task Cookie_cannot_be_broken_out_of()
    {
        await using var server = await RecordingServer.StartAsync();

        await server.CreateClient(options => options.Session = "a; admin=1\r\n%").ProveByCookieAsync(Token);

        Assert.Equal("sid=a%3B%20admin%3D1%0D%0A%25", server.Only.Header("Cookie"));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task Redirect_to_another_host_takes_no_secret_along(string place)
    {
        using var thief = new RawServer("HTTP/1.1 204 No Content\r\n\r\n");
        using var server = new RawServer($"HTTP/1.1 307 Temporary Redirect\r\nLocation: {thief.Address}stolen\r\nContent-Length: 0\r\n\r\n");

        var exception = await Assert.ThrowsAsync<ApiException>(() => Prove(ClientOf(WireClient.CreateHttpClient(), server.Address), place));

        Assert.Equal(307, exception.StatusCode);
        Assert.Empty(thief.Requests);
    }

    [Theory]
    [InlineData("query", false)]
    [InlineData("bearer", false)]
    [InlineData("basic", false)]
    // .NET's own redirects take headers along, but for Authorization. No library can stop that from outside the handler, so the constructor's
    // documentation names the HttpClient that does not follow.
    [InlineData("header", true)]
    [InlineData("cookie", true)]
    public async Task Answer_of_another_host_is_not_believed(string place, bool isStolen)
    {
        using var thief = new RawServer("HTTP/1.1 204 No Content\r\n\r\n");
        using var server = new RawServer($"HTTP/1.1 302 Found\r\nLocation: {thief.Address}stolen\r\nContent-Length: 0\r\n\r\n");
        using var following = new HttpClient();

        await Assert.ThrowsAsync<HttpRequestException>(() => Prove(ClientOf(following, server.Address), place));

        Assert.Equal(isStolen, Assert.Single(thief.Requests).Contains(Secret, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task No_exception_shows_a_secret(string place)
    {
        using var refusing = new RawServer("HTTP/1.1 401 Unauthorized\r\nContent-Length: 0\r\n\r\n");
        using var mute = new RawServer("");
        using var waiting = new RawServer((_, _, token) => Task.Delay(Timeout.Infinite, token));
        var gone = new RawServer("");
        var address = gone.Address;
        gone.Dispose();
        var exceptions = new List<Exception>();

        foreach (var target in new[] { refusing.Address, mute.Address, waiting.Address, address })
        {
            using var httpClient = WireClient.CreateHttpClient();
            exceptions.Add(await Assert.ThrowsAnyAsync<Exception>(() => Prove(ClientOf(httpClient, target, TimeSpan.FromMilliseconds(300)), place)));
        }

        Assert.All(exceptions, exception => AssertSilent(exception.ToString()));
    }

    [Fact]
    public void No_text_of_an_object_shows_a_secret()
    {
        var options = new WireClientOptions();
        Give(options);

        AssertSilent($"{options} {options.Key} {options.Basic} {new Thing { Name = "n", Password = Secret }}");
    }

    [Fact]
    public async Task No_log_and_no_trace_shows_a_secret()
    {
        await using var server = await RecordingServer.StartAsync();
        var log = new ConcurrentQueue<string>();
        var tags = new ConcurrentQueue<string>();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = activity => tags.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)}"),
        };
        ActivitySource.AddActivityListener(listener);
        var services = new ServiceCollection();
        services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(new CollectingLogger(log)));
        services.AddWireClient(options =>
        {
            options.BaseAddress = server.Address;
            Give(options);
        });
        await using var provider = services.BuildServiceProvider();

        foreach (var place in Places)
            await Prove(provider.GetRequiredService<IWireClient>(), place);

        Assert.NotEmpty(log);
        Assert.Contains(tags, tag => tag.StartsWith("GET /api/secrets/query ", StringComparison.Ordinal));
        Assert.All(log.Concat(tags), AssertSilent);
    }

    private static void Give(WireClientOptions options)
    {
        options.Key = Secret;
        options.Header = Secret;
        options.Session = Secret;
        options.Bearer = Secret;
        options.Basic = Credential.Basic("user", Secret);
    }

    private static Task Prove(IWireClient client, string place) => place switch
    {
        "query" => client.ProveByQueryAsync(Token),
        "header" => client.ProveByHeaderAsync(Token),
        "cookie" => client.ProveByCookieAsync(Token),
        "bearer" => client.ProveByBearerAsync(Token),
        _ => client.ProveByBasicAsync(Token),
    };

    private static WireClient ClientOf(HttpClient httpClient, Uri address, TimeSpan? timeout = null)
    {
        var options = new WireClientOptions { BaseAddress = address, Timeout = timeout };
        Give(options);
        return new WireClient(httpClient, options);
    }

    private static void AssertSilent(string text)
    {
        Assert.DoesNotContain("sec+ret", text, StringComparison.Ordinal);
        Assert.DoesNotContain("sec%2Bret", text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("dXNlcjpzZWMrcmV0", text, StringComparison.Ordinal);
    }

    private sealed class CollectingLogger(ConcurrentQueue<string> lines) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            lines.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            lines.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose()
        {
        }
    }
}
