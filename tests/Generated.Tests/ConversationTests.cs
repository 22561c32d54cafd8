using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Matrix.ClientServer.V2Alpha;
using Matrix.ClientServer.V2Alpha.Runtime;

namespace SyncGen.Generated.Tests;

/// <summary>The generated client talks with a controller that derives from the generated one.</summary>
public sealed class ConversationTests
{
    private static readonly GetSyncResponse Snapshot = new()
    {
        NextBatch = "s1",
        Rooms = [new GetSyncResponseRoom { RoomId = "!1:example.com", Timeline = new TimelineBatch { Events = [0], Limited = true, PrevBatch = "p1" } }],
        Events = [JsonSerializer.SerializeToElement(new { type = "m.room.message" })],
    };

    [Theory]
    [InlineData(Flavour.Controller)]
    [InlineData(Flavour.Endpoints)]
    public async Task Initial_sync_gives_the_snapshot(Flavour flavour)
    {
        await using var server = await SyncServer.StartAsync(flavour, (filter, since, timeout, _) =>
        {
            Assert.Null(filter);
            Assert.Null(since);
            Assert.Null(timeout);
            return Task.FromResult<GetSyncResult>(Snapshot);
        });

        var response = await server.CreateClient().GetSyncAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal("s1", response.NextBatch);
        var room = Assert.Single(response.Rooms!);
        Assert.Equal([0L], room.Timeline!.Events!);
        Assert.True(room.Timeline.Limited);
        Assert.Equal("m.room.message", response.Events![0].GetProperty("type").GetString());
    }

    [Theory]
    [InlineData(Flavour.Controller)]
    [InlineData(Flavour.Endpoints)]
    public async Task Delta_carries_each_parameter_as_it_is(Flavour flavour)
    {
        const string Hostile = "s1 &since=x#+%2F\u00fc\U0001F600";
        await using var server = await SyncServer.StartAsync(flavour, (filter, since, timeout, _) =>
            Task.FromResult(GetSyncResult.Ok(new GetSyncResponse { NextBatch = $"{filter}|{since}|{timeout}" })));

        var response = await server.CreateClient().GetSyncAsync("f", Hostile, 30_000, TestContext.Current.CancellationToken);

        Assert.Equal($"f|{Hostile}|30000", response.NextBatch);
    }

    [Theory]
    [InlineData(Flavour.Controller)]
    [InlineData(Flavour.Endpoints)]
    public async Task Cancelled_long_poll_ends_on_both_sides(Flavour flavour)
    {
        var began = new TaskCompletionSource();
        var ended = new TaskCompletionSource();
        await using var server = await SyncServer.StartAsync(flavour, async (_, _, _, token) =>
        {
            began.SetResult();
            try
            {
                await Task.Delay(Timeout.Infinite, token);
            }
            finally
            {
                ended.SetResult();
            }

            return Snapshot;
        });
        using var source = new CancellationTokenSource();

        var call = server.CreateClient().GetSyncAsync(timeout: 60_000, cancellationToken: source.Token);
        await began.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        await source.CancelAsync();

        var exception = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        Assert.Equal(source.Token, exception.CancellationToken);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData(Flavour.Controller)]
    [InlineData(Flavour.Endpoints)]
    public async Task Long_poll_outlives_the_timeout_of_the_http_client(Flavour flavour)
    {
        await using var server = await SyncServer.StartAsync(flavour, async (_, _, _, token) =>
        {
            await Task.Delay(1500, token);
            return Snapshot;
        });
        using var httpClient = new HttpClient { Timeout = TimeSpan.FromMilliseconds(300) };
        var client = new SyncClient(httpClient, new SyncClientOptions { BaseAddress = server.BaseAddress, AccessToken = SyncServer.Token });

        var response = await client.WithTimeout(TimeSpan.FromSeconds(30)).GetSyncAsync(cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal("s1", response.NextBatch);

        // Without more time the HttpClient's own timeout counts, and the exception says so.
        var exception = await Assert.ThrowsAsync<TaskCanceledException>(() => client.GetSyncAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.IsType<TimeoutException>(exception.InnerException);
        Assert.Contains("GET /sync took longer than 0.3 s", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Flavour.Controller)]
    [InlineData(Flavour.Endpoints)]
    public async Task Ten_megabytes_arrive_whole(Flavour flavour)
    {
        var events = Enumerable.Range(0, 100_000).Select(number => JsonSerializer.SerializeToElement(new { type = "m.room.message", number, body = new string('x', 60) })).ToArray();
        await using var server = await SyncServer.StartAsync(flavour, (_, _, _, _) => Task.FromResult<GetSyncResult>(new GetSyncResponse { Events = events }));

        var response = await server.CreateClient().GetSyncAsync(cancellationToken: TestContext.Current.CancellationToken);

        Assert.Equal(100_000, response.Events!.Count);
        Assert.Equal(99_999, response.Events[^1].GetProperty("number").GetInt32());
    }

    [Theory]
    [InlineData(Flavour.Controller)]
    [InlineData(Flavour.Endpoints)]
    public async Task Answer_over_the_limit_is_refused(Flavour flavour)
    {
        await using var server = await SyncServer.StartAsync(flavour, (_, _, _, _) => Task.FromResult<GetSyncResult>(new GetSyncResponse { NextBatch = new string('x', 5000) }));

        var client = server.CreateClient(options => options.MaxResponseBytes = 1000);

        var exception = await Assert.ThrowsAsync<ApiException>(() => client.GetSyncAsync(cancellationToken: TestContext.Current.CancellationToken));
        Assert.Contains("more than 1000 bytes", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(Flavour.Controller)]
    [InlineData(Flavour.Endpoints)]
    public async Task Two_hundred_long_polls_wait_at_once(Flavour flavour)
    {
        var waiting = 0;
        var release = new TaskCompletionSource();
        await using var server = await SyncServer.StartAsync(flavour, async (_, since, _, _) =>
        {
            if (Interlocked.Increment(ref waiting) == 200)
                release.SetResult();
            await release.Task;
            return new GetSyncResponse { NextBatch = since };
        });
        var client = server.CreateClient();

        var watch = Stopwatch.StartNew();
        var answers = await Task.WhenAll(Enumerable.Range(0, 200).Select(number => client.GetSyncAsync(since: $"s{number}", cancellationToken: TestContext.Current.CancellationToken)));

        Assert.Equal(Enumerable.Range(0, 200).Select(number => $"s{number}"), answers.Select(answer => answer.NextBatch));
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(60));
    }

    [Theory]
    [InlineData(Flavour.Controller)]
    [InlineData(Flavour.Endpoints)]
    public async Task Wrong_method_and_unknown_path_are_refused(Flavour flavour)
    {
        await using var server = await SyncServer.StartAsync(flavour, (_, _, _, _) => Task.FromResult<GetSyncResult>(Snapshot));
        using var httpClient = new HttpClient { BaseAddress = server.BaseAddress };

        using var posted = await httpClient.PostAsync(new Uri("sync", UriKind.Relative), null, TestContext.Current.CancellationToken);
        using var unknown = await httpClient.GetAsync(new Uri("nothing", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.MethodNotAllowed, posted.StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, unknown.StatusCode);
    }
}
