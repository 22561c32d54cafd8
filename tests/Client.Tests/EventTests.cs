using System.Globalization;
using System.Net.ServerSentEvents;
using System.Text;

namespace SyncGen.Client.Tests;

/// <summary>Server-sent events are read as .NET's own parser reads them, but for what the HTML standard has otherwise.</summary>
public sealed class EventTests
{
    /// <summary>What lines are made of: fields, near misses, text of several bytes a letter.</summary>
    private static readonly string[] Pieces =
    [
        "data: one", "data:two", "data", "data:", "data:  three", "event: note", "event:other", "id: 7", "id", "id: a\0b", "retry: 250", "retry: -1", "retry: 1.5", "retry:", "retry: 99999999999999999999",
        ": comment", ":", "unknown: field", "dat: a", " data: a", "data : a", "data: Grüße 日本 🎉", "\uFEFFdata: mark", "\0",
    ];

    private static readonly string[] Ends = ["\n", "\r", "\r\n"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Any_stream_is_read_as_the_parser_of_the_framework_reads_it()
    {
        var random = new Random(11);
        var stream = Array.Empty<byte>();
        var size = 1;
        await using var server = await RecordingServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 200;
            foreach (var chunk in stream.Chunk(size))
            {
                await context.Response.Body.WriteAsync(chunk);
                await context.Response.Body.FlushAsync();
            }
        });
        var count = 0;
        for (var round = 0; round < 300; round++)
        {
            stream = StreamOf(random);
            size = random.Next(1, 80);

            var expected = new List<string>();
            await foreach (var item in SseParser.Create(new MemoryStream(stream)).EnumerateAsync(Token))
                expected.Add(TextOf(item.EventType, item.EventId, item.ReconnectionInterval, item.Data));
            var actual = new List<string>();
            await foreach (var item in server.CreateClient().WatchTextAsync(Token))
                actual.Add(TextOf(item.EventType, item.EventId, item.ReconnectionInterval, item.Data));

            Assert.Equal(expected, actual);
            count += actual.Count;
        }

        Assert.True(count > 1000, $"Only {count} events were tried.");
    }

    [Fact]
    public async Task An_event_longer_than_the_first_buffer_is_read_whole()
    {
        var text = string.Concat(Enumerable.Range(0, 30_000).Select(number => number.ToString(CultureInfo.InvariantCulture)));
        await using var server = await RecordingServer.StartAsync(context =>
        {
            context.Response.StatusCode = 200;
            return context.Response.Body.WriteAsync(Encoding.UTF8.GetBytes($"data: {text}\n\ndata: next\n\n")).AsTask();
        });
        var events = new List<string>();

        await foreach (var item in server.CreateClient().WatchTextAsync(Token))
            events.Add(item.Data);

        Assert.Equal([text, "next"], events);
    }

    /// <summary>.NET's parser keeps the type and the interval of an event without data for the next one, and a type that is empty; the standard does not.</summary>
    [Fact]
    public async Task What_the_standard_has_otherwise_is_read_by_the_standard()
    {
        await using var server = await RecordingServer.StartAsync(context =>
        {
            context.Response.StatusCode = 200;
            return context.Response.Body.WriteAsync("event: note\nretry: 5\nid: 1\n\ndata: one\n\nevent: note\nevent\ndata: two\n\ndata: unfinished\n"u8.ToArray()).AsTask();
        });
        var events = new List<string>();

        await foreach (var item in server.CreateClient().WatchTextAsync(Token))
            events.Add(TextOf(item.EventType, item.EventId, item.ReconnectionInterval, item.Data));

        Assert.Equal(["message|none||one", "message|none||two"], events);
    }

    private static byte[] StreamOf(Random random)
    {
        var text = new StringBuilder(random.Next(4) == 0 ? "\uFEFF" : "");
        for (var count = random.Next(20); count > 0; count--)
        {
            string[] lines = [.. Enumerable.Range(0, random.Next(6)).Select(_ => string.Concat(random.GetItems(Pieces, random.Next(1, 3)))), "data: x"];
            random.Shuffle(lines);
            foreach (var line in lines.Append(""))
                text.Append(line).Append(Ends[random.Next(Ends.Length)]);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string TextOf(string type, string? id, TimeSpan? interval, string data) => $"{type}|{id ?? "none"}|{interval}|{data}";
}
