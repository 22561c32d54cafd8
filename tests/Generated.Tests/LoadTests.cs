using Matrix.ClientServer.V2Alpha;
using Microsoft.Extensions.DependencyInjection;

namespace SyncGen.Generated.Tests;

/// <summary>Many callers at once, patient and impatient: no request is lost, and nothing of one stays behind.</summary>
public sealed class LoadTests
{
    private const int Polls = 200;
    private const int Requests = 10_000;
    private const int Vanishing = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    private int _began;
    private int _ended;
    private int _cancelled;

    [Theory]
    [InlineData(Flavour.Controller)]
    [InlineData(Flavour.Endpoints)]
    public async Task Nothing_is_lost_and_nothing_leaks(Flavour flavour)
    {
        var release = new TaskCompletionSource();
        await using var server = await SyncServer.StartAsync(flavour, (_, since, timeout, token) => ServeAsync(since, timeout, release.Task, token));
        var behavior = server.Services.GetRequiredService<SyncBehavior>();
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        deadline.CancelAfter(Patience);
        var client = server.CreateClient().WithTimeout(Patience);

        var polls = Enumerable.Range(0, Polls).Select(number => client.GetSyncAsync(since: $"p{number}", timeout: 1, cancellationToken: deadline.Token)).ToArray();
        await Until(() => Volatile.Read(ref _began) == Polls, deadline.Token);
        await VanishAsync(server, deadline.Token);
        var answers = await CallAsync(client, deadline.Token);
        Assert.All(polls, poll => Assert.False(poll.IsCompleted));
        release.SetResult();

        Assert.Equal(Enumerable.Range(0, Polls).Select(number => $"p{number}"), (await Task.WhenAll(polls)).Select(answer => answer.NextBatch!));
        Assert.Equal(Enumerable.Range(0, Requests).Select(number => $"r{number}"), answers);
        await Until(() => Volatile.Read(ref _ended) == Polls + Requests + Vanishing && behavior.Living == 0, deadline.Token);
        Assert.Equal(Polls + Requests + Vanishing, _began);
        Assert.Equal(Vanishing, _cancelled);
    }

    /// <summary>Waits for the release when the caller gives it time, else returns at once.</summary>
    private async Task<GetSyncResult> ServeAsync(string? since, long? timeout, Task release, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _began);
        try
        {
            if (timeout is not null)
                await release.WaitAsync(cancellationToken);
            return new GetSyncResponse { NextBatch = since };
        }
        catch (OperationCanceledException)
        {
            Interlocked.Increment(ref _cancelled);
            throw;
        }
        finally
        {
            Interlocked.Increment(ref _ended);
        }
    }

    /// <summary>Callers who go away while the server works for them, a few at a time.</summary>
    private async Task VanishAsync(SyncServer server, CancellationToken cancellationToken)
    {
        foreach (var batch in Enumerable.Range(0, Vanishing).Chunk(50))
        {
            var before = Volatile.Read(ref _began);
            using var gone = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
            var client = server.CreateClient();
            var calls = batch.Select(number => client.GetSyncAsync(since: $"v{number}", timeout: 1, cancellationToken: gone.Token)).ToArray();
            await Until(() => Volatile.Read(ref _began) == before + batch.Length, cancellationToken);
            await gone.CancelAsync();
            foreach (var call in calls)
                await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
        }
    }

    /// <summary>Quick calls, 64 at a time.</summary>
    private static async Task<string[]> CallAsync(ISyncClient client, CancellationToken cancellationToken)
    {
        var answers = new string[Requests];
        await Parallel.ForAsync(
            0,
            Requests,
            new ParallelOptions { MaxDegreeOfParallelism = 64, CancellationToken = cancellationToken },
            async (number, token) => answers[number] = (await client.GetSyncAsync(since: $"r{number}", cancellationToken: token)).NextBatch!);
        return answers;
    }

    private static async Task Until(Func<bool> condition, CancellationToken cancellationToken)
    {
        while (!condition())
            await Task.Delay(10, cancellationToken);
    }
}
