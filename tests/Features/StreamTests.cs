using System.Diagnostics;
using System.Net;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Streams;
using Streams.Runtime;

namespace SyncGen.Features;

/// <summary>Sequences whose items have a schema. .NET's own parser reads the events of the servers, and .NET's own result writes events for the client.</summary>
public sealed class StreamTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Other_parsers_read_the_events(bool hasController)
    {
        await using var host = await StartAsync(hasController);

        Assert.Equal(["added 7 {\"id\":1,\"text\":\"a\\nb\"}", "message - {\"id\":2}"], await EventsOf(host, "todos"));
        Assert.Equal(["note - {\"id\":\"7\"}", "message - two\nlines"], await EventsOf(host, "plain"));
        Assert.Equal(["note - a", "message - b"], await EventsOf(host, "typed"));
        Assert.Equal(["addString - text", "addNumber n 1234", "addJson - {\"foo\":42}"], await EventsOf(host, "mixed"));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_client_reads_events_as_values(bool hasController)
    {
        await using var host = await StartAsync(hasController);
        var client = ClientOf(host);

        var todos = await client.WatchTodosAsync(Token).ToListAsync(Token);
        Assert.Equal([(1, "added", "7", "a\nb"), (2, null, null, null)], todos.Select(item => (item.Data.Id, item.Event?.Value, item.Id, item.Data.Text)));
        var plain = await client.WatchPlainAsync(Token).ToListAsync(Token);
        Assert.Equal([("note", "{\"id\":\"7\"}"), (null, "two\nlines")], plain.Select(item => (item.Event, item.Data)));
        var typed = await client.WatchTypedAsync(Token).ToListAsync(Token);
        Assert.Equal([("note", "a"), ("message", "b")], typed.Select(item => (item.Event, item.Data)));
        var mixed = await client.WatchMixedAsync(Token).ToListAsync(Token);
        Assert.Equal(
            ["text 10", "1234 n", "42"],
            mixed.Select(item => item.Match(text => $"{text.Data} {text.Retry}", number => $"{number.Data} {number.Id}", json => $"{json.Data.Foo}", unknown => "unknown")));
    }

    [Fact]
    public async Task The_client_reads_what_the_framework_writes()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.ConfigureHttpJsonOptions(options => options.SerializerOptions.TypeInfoResolverChain.Add(StreamsJsonContext.Default));
        await using var host = builder.Build();
        host.Map("/todos", (RequestDelegate)(context => TypedResults.ServerSentEvents(Items()).ExecuteAsync(context)));
        await host.StartAsync(Token);

        var todos = await ClientOf(host).WatchTodosAsync(Token).ToListAsync(Token);

        Assert.Equal([(1, "removed", "x"), (2, null, null)], todos.Select(item => (item.Data.Id, item.Event?.Value, item.Id)));

        static async IAsyncEnumerable<SseItem<Todo>> Items()
        {
            await Task.Yield();
            yield return new SseItem<Todo>(new Todo { Id = 1 }, "removed") { EventId = "x" };
            yield return new SseItem<Todo>(new Todo { Id = 2 });
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Items_travel_as_they_come(bool hasController)
    {
        await using var host = await StartAsync(hasController);
        ForgetArrived();

        var received = await ClientOf(host).SendLinesAsync(Items(), null, Token).Select(item => item.Id).ToListAsync(Token);

        Assert.Equal([1, 2, 3], received);

        // Each item waits until the server has the one before.
        static async IAsyncEnumerable<Todo> Items()
        {
            for (var id = 1; id <= 3; id++)
            {
                yield return new Todo { Id = id };
                Assert.Equal(id, await StreamsEcho.Arrived.Reader.ReadAsync(Token).AsTask().WaitAsync(TimeSpan.FromSeconds(10), Token));
            }
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Lines_are_what_the_media_type_says(bool hasController)
    {
        await using var host = await StartAsync(hasController);
        using var http = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };

        Assert.Equal("{\"id\":1}\n{\"id\":2}\n", await Text(await PostAsync(http, "lines", "application/x-ndjson", "{\"id\":1}\r\n\n  {\"id\":2}")));
        Assert.Equal("\u001E1\n\u001Enull\n", await Text(await PostAsync(http, "sequence", "application/json-seq", "\u001E1\n\u001Enull\n")));
        Assert.Equal("{\"a\":1}\nwhatever", await Text(await PostAsync(http, "text", "application/jsonl", "{\"a\":1}\nwhatever")));
        Assert.Equal([1, null], await ClientOf(host).SendSequenceAsync(new long?[] { 1, null }.ToAsyncEnumerable(), Token).ToListAsync(Token));
        Assert.Equal("a\nb", await ClientOf(host).SendTextAsync("a\nb", Token));
    }

    [Theory]
    [InlineData(true, "[1", "$[0]")]
    [InlineData(false, "[1", "$[0]")]
    [InlineData(true, "\u001E1\n\u001E\"x\"\n", "$[1]")]
    [InlineData(false, "\u001E1\n\u001E\"x\"\n", "$[1]")]
    public async Task Wrong_items_are_a_400_that_names_them(bool hasController, string body, string place)
    {
        await using var host = await StartAsync(hasController);
        using var http = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };

        var response = await PostAsync(http, "sequence", "application/json-seq", body);

        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Contains($"\"{place}\":", await Text(response), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Constraints_hold_for_each_item_and_items_are_bounded(bool hasController)
    {
        await using var host = await StartAsync(hasController, options => options.MaxItemBytes = 64);
        using var http = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };

        Assert.Equal(HttpStatusCode.OK, (await PostAsync(http, "lines?stop=0", "application/x-ndjson", string.Concat(Enumerable.Repeat("{\"id\":1}\n", 1000)))).StatusCode);
        foreach (var body in new[] { "{\"id\":1,\"text\":\"x\"}\n", $"{{\"id\":1,\"text\":\"{new string('x', 100)}\"}}\n", new string(' ', 100) })
        {
            var response = await PostAsync(http, "lines?stop=0", "application/x-ndjson", body);
            Assert.True(response.StatusCode == HttpStatusCode.BadRequest, $"{response.StatusCode} for {body}");
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_server_that_stops_midway_gives_the_items_and_then_the_error(bool hasController)
    {
        await using var host = await StartAsync(hasController);
        var received = new List<long>();

        await Assert.ThrowsAnyAsync<Exception>(async () =>
        {
            await foreach (var item in ClientOf(host).SendLinesAsync(Enumerable.Range(1, 3).Select(id => new Todo { Id = id }).ToAsyncEnumerable(), 2, Token))
                received.Add(item.Id);
        });

        Assert.Equal([1, 2], received);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_that_cancels_is_gone_within_a_second(bool hasController)
    {
        await using var host = await StartAsync(hasController);
        ForgetArrived();
        using var stop = new CancellationTokenSource();
        var call = ClientOf(host).SendLinesAsync(Endless(stop.Token), null, stop.Token).ToListAsync(stop.Token).AsTask();
        Assert.Equal(1, await StreamsEcho.Arrived.Reader.ReadAsync(Token));

        var watch = Stopwatch.StartNew();
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);

        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(1), watch.Elapsed.ToString());

        static async IAsyncEnumerable<Todo> Endless([EnumeratorCancellation] CancellationToken cancellationToken)
        {
            yield return new Todo { Id = 1 };
            await Task.Delay(Timeout.Infinite, cancellationToken);
        }
    }

    /// <summary>What another test has left.</summary>
    private static void ForgetArrived()
    {
        while (StreamsEcho.Arrived.Reader.TryRead(out _))
        {
            // Nobody waits for it any more.
        }
    }

    private static async Task<string[]> EventsOf(WebApplication host, string path)
    {
        using var http = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };
        await using var stream = await http.GetStreamAsync(new Uri(path, UriKind.Relative), Token);
        var events = new List<string>();
        await foreach (var item in SseParser.Create(stream).EnumerateAsync(Token))
            events.Add($"{item.EventType} {item.EventId ?? "-"} {item.Data}");
        return [.. events];
    }

    private static Task<HttpResponseMessage> PostAsync(HttpClient http, string path, string mediaType, string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.ContentType = new(mediaType);
        return http.PostAsync(new Uri(path, UriKind.Relative), content, Token);
    }

    private static Task<string> Text(HttpResponseMessage response) => response.Content.ReadAsStringAsync(Token);

    private static StreamsClient ClientOf(WebApplication host) => new(StreamsClient.CreateHttpClient(), new StreamsClientOptions { BaseAddress = new Uri(host.Urls.Single()) });

    private static async Task<WebApplication> StartAsync(bool hasController, Action<ApiServerOptions>? configure = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<ApiServerOptions>(options => configure?.Invoke(options));
        if (hasController)
            OnlyControllers.Add(builder.Services, typeof(StreamsEcho));
        else
            builder.Services.AddStreams<StreamsEcho>();
        var host = builder.Build();
        _ = hasController ? (object)host.MapControllers() : host.MapStreams();
        await host.StartAsync(Token);
        return host;
    }
}
