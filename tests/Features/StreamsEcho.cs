using System.Threading.Channels;
using Streams;

namespace SyncGen.Features;

/// <summary>Sends back what it gets, and events of its own.</summary>
public sealed class StreamsEcho : StreamsControllerBase
{
    /// <summary>The items that arrived at a server of this process, as they did.</summary>
    public static Channel<long> Arrived { get; } = Channel.CreateUnbounded<long>();

    public override Task<WatchTodosResult> WatchTodosAsync(CancellationToken cancellationToken) => Task.FromResult(WatchTodosResult.Ok(Items(
        new WatchTodosResponse { Data = new Todo { Id = 1, Text = "a\nb" }, Event = WatchTodosResponseEvent.Added, Id = "7" },
        new WatchTodosResponse { Data = new Todo { Id = 2 } })));

    public override Task<WatchPlainResult> WatchPlainAsync(CancellationToken cancellationToken) => Task.FromResult(WatchPlainResult.Ok(Items(
        new WatchPlainResponse { Event = "note", Data = "{\"id\":\"7\"}" },
        new WatchPlainResponse { Data = "two\nlines" })));

    public override Task<WatchMixedResult> WatchMixedAsync(CancellationToken cancellationToken) => Task.FromResult(WatchMixedResult.Ok(Items<Event>(
        new EventAddString { Data = "text", Retry = 10 },
        new EventAddNumber { Data = "1234", Id = "n" },
        new EventAddJson { Data = new EventAddJsonData { Foo = 42 } })));

    public override Task<WatchTypedResult> WatchTypedAsync(CancellationToken cancellationToken) => Task.FromResult(WatchTypedResult.Ok(Items(
        new WatchTypedResponse { Event = "note", Data = "a" },
        new WatchTypedResponse { Event = "message", Data = "b" })));

    /// <summary>Sends each item back as it comes; all of them at the end where it is to stop at none.</summary>
    public override async Task<SendLinesResult> SendLinesAsync(IAsyncEnumerable<Todo> body, long? stop, CancellationToken cancellationToken) =>
        SendLinesResult.Ok(stop == 0 ? Items(await body.ToArrayAsync(cancellationToken)) : Echo(body, stop));

    public override async Task<SendSequenceResult> SendSequenceAsync(IAsyncEnumerable<long?>? body, CancellationToken cancellationToken) =>
        SendSequenceResult.Ok(Items(await body!.ToArrayAsync(cancellationToken)));

    public override Task<SendTextResult> SendTextAsync(string body, CancellationToken cancellationToken) => Task.FromResult(SendTextResult.Ok(body));

    private static async IAsyncEnumerable<T> Items<T>(params T[] items)
    {
        await Task.Yield();
        foreach (var item in items)
            yield return item;
    }

    private static async IAsyncEnumerable<Todo> Echo(IAsyncEnumerable<Todo> body, long? stop)
    {
        await foreach (var item in body)
        {
            await Arrived.Writer.WriteAsync(item.Id);
            yield return item;
            if (item.Id == stop)
                throw new InvalidOperationException("The server stops here.");
        }
    }
}
