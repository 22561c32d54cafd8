using System.Diagnostics;
using SyncV2.Runtime;

namespace SyncV2;

/// <summary>What the generated client does and expects. It holds for the example of the contract, which a mock returns, and for the controller.</summary>
internal static class Calls
{
    public static async Task RunAsync(Uri address, string token)
    {
        using var deadline = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        using var http = SyncClient.CreateHttpClient();
        var options = new SyncClientOptions { BaseAddress = address, AccessToken = token };
        var client = new SyncClient(http, options);

        var initial = await client.GetSyncAsync(cancellationToken: deadline.Token);
        Expect(initial.NextBatch is { Length: > 0 }, "An initial sync names the next batch.");
        Expect(initial.Rooms is [{ RoomId: "!726s6s6q:example.com", Timeline: { Limited: true, Events.Count: > 0 } }], "There is one room with a limited timeline.");
        Expect(initial.Events is { Count: > 0 } events && events.All(roomEvent => roomEvent.TryGetProperty("type", out _)), "Every event has a type.");

        var stopwatch = Stopwatch.StartNew();
        var delta = await client.GetSyncAsync("a/b?c=d&e +%", initial.NextBatch, timeout: 50, deadline.Token);
        Expect(delta.NextBatch == initial.NextBatch, "Nothing has happened since.");
        Console.WriteLine($"two syncs, the second in {stopwatch.ElapsedMilliseconds} ms");

        var anonymous = new SyncClient(http, new SyncClientOptions { BaseAddress = address });
        try
        {
            await anonymous.GetSyncAsync(cancellationToken: deadline.Token);
        }
        catch (ApiException exception) when (exception.StatusCode == 401)
        {
            Console.WriteLine("no token, no answer");
            return;
        }

        throw new InvalidOperationException("Expected: without a token the answer is 401.");
    }

    private static void Expect(bool holds, string expectation)
    {
        if (!holds)
            throw new InvalidOperationException($"Expected: {expectation}");
    }
}
