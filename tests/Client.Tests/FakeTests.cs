using Wire;
using Wire.Runtime;

namespace SyncGen.Client.Tests;

/// <summary>Code that depends on a client's interface is tested with its fake.</summary>
public sealed class FakeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Operations_do_what_a_test_sets()
    {
        var sent = new List<(string Name, Thing Body, long? Limit, CancellationToken Token)>();
        var fake = new FakeWireClient
        {
            OnPutThing = (name, body, limit, tags, cancellationToken) =>
            {
                sent.Add((name, body, limit, cancellationToken));
                return Task.FromResult(body with { Name = "b" });
            },
            OnWatchText = cancellationToken => EventsAsync("one", "two"),
        };
        var client = fake.WithTimeout(TimeSpan.FromSeconds(1));

        var thing = await client.WithResponse(out var response).PutThingAsync("n", new Thing { Name = "a" }, limit: 5, cancellationToken: Token);
        var events = new List<string>();
        await foreach (var item in client.WatchTextAsync(Token))
            events.Add(item.Data);

        Assert.Equal("b", thing.Name);
        Assert.Equal(200, response.StatusCode);
        Assert.Equal([("n", new Thing { Name = "a" }, 5, Token)], sent);
        Assert.Equal(["one", "two"], events);
    }

    [Fact]
    public async Task An_operation_that_no_test_has_set_says_how_to_set_it()
    {
        var client = new FakeWireClient();

        var exception = await Assert.ThrowsAsync<InvalidOperationException>(() => client.PutThingAsync("n", new Thing { Name = "a" }, cancellationToken: Token));

        Assert.Equal("PutThingAsync was called, but the fake has nothing to respond with: set OnPutThing.", exception.Message);
    }

    [Fact]
    public async Task An_operation_can_fail_as_the_contract_documents()
    {
        var client = new FakeWireClient { OnReadJson = _ => throw new ApiException<Fault>("No.", 409, new Fault { Code = "c" }) };

        var exception = await Assert.ThrowsAsync<ApiException<Fault>>(() => client.ReadJsonAsync(Token));

        Assert.Equal("c", exception.Error.Code);
    }

    private static async IAsyncEnumerable<ServerSentEvent<string>> EventsAsync(params string[] texts)
    {
        foreach (var text in texts)
        {
            await Task.Yield();
            yield return new ServerSentEvent<string>(text);
        }
    }
}
