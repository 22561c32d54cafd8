using System.Text;
using Microsoft.AspNetCore.Http;
using Wire;
using Wire.Runtime;

namespace SyncGen.Client.Tests;

/// <summary>Each documented response has its type.</summary>
public sealed class ResponseTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Headers_are_typed()
    {
        await using var server = await RecordingServer.WithJsonAsync(
            "{}",
            ("X-Count", "7"),
            ("X-Ratio", "0.5"),
            ("X-Flag", "true"),
            ("X-At", "2026-01-02T03:04:05+02:00"),
            ("X-Id", "6f9619ff-8b86-d011-b42d-00c04fc964ff"),
            ("X-Kind", "large"),
            ("X-Tags", "a, b"),
            ("X-Tags", "c"),
            ("X-Numbers", "1,2"));

        var answer = await server.CreateClient().ReadHeadersAsync(Token);

        Assert.Equal(7, answer.XCount);
        Assert.Equal(0.5, answer.XRatio);
        Assert.True(answer.XFlag);
        Assert.Equal(new DateTimeOffset(2026, 1, 2, 3, 4, 5, TimeSpan.FromHours(2)), answer.XAt);
        Assert.Equal(Guid.Parse("6f9619ff-8b86-d011-b42d-00c04fc964ff"), answer.XId);
        Assert.Equal(ReadHeadersResponseXKind.Large, answer.XKind);
        Assert.Equal(["a", "b", "c"], answer.XTags!);
        Assert.Equal([1L, 2L], answer.XNumbers!);
    }

    [Fact]
    public async Task Absent_and_malformed_headers_are_null()
    {
        await using var server = await RecordingServer.WithJsonAsync("{}", ("X-Count", "seven"), ("X-At", "yesterday"), ("X-Numbers", "1,x"));

        var answer = await server.CreateClient().ReadHeadersAsync(Token);

        Assert.Null(answer.XCount);
        Assert.Null(answer.XAt);
        Assert.Null(answer.XNumbers);
        Assert.Null(answer.XFlag);
        Assert.Null(answer.XTags);
    }

    [Fact]
    public async Task Required_headers_are_there()
    {
        await using var server = await RecordingServer.WithJsonAsync(
            "{}",
            ("X-Count", "7"),
            ("X-Words", "a, b"),
            ("Set-Cookie", "a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT"),
            ("Set-Cookie", "b=2"));

        var answer = await server.CreateClient().ReadOpenedAsync(Token);

        Assert.Equal(7L, answer.XCount);
        Assert.Equal(["a", "b"], answer.XWords);
        Assert.Equal(["a=1; Expires=Wed, 21 Oct 2026 07:28:00 GMT", "b=2"], answer.SetCookie);
    }

    [Theory]
    [InlineData("seven", "a", "c=1", "X-Count")]
    [InlineData(null, "a", "c=1", "X-Count")]
    [InlineData("7", null, "c=1", "X-Words")]
    [InlineData("7", "a", null, "Set-Cookie")]
    public async Task A_response_without_a_required_header_is_an_exception_that_names_it(string? count, string? words, string? cookie, string missing)
    {
        (string, string?)[] headers = [("X-Count", count), ("X-Words", words), ("Set-Cookie", cookie)];
        await using var server = await RecordingServer.WithJsonAsync("{}", [.. headers.Where(header => header.Item2 is not null).Select(header => (header.Item1, header.Item2!))]);

        var exception = await Assert.ThrowsAsync<ApiException>(() => server.CreateClient().ReadOpenedAsync(Token));

        Assert.Equal(200, exception.StatusCode);
        Assert.Contains($"'{missing}'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_download_without_a_required_header_is_closed()
    {
        var gone = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var server = await RecordingServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 200;
            context.RequestAborted.Register(gone.SetResult);
            context.Response.ContentType = "application/octet-stream";
            await context.Response.Body.WriteAsync(new byte[100_000], Token);
            await context.Response.Body.FlushAsync(Token);
            await gone.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
        });

        var exception = await Assert.ThrowsAsync<ApiException>(() => server.CreateClient().ReadSealedAsync(Token));

        Assert.Contains("'X-Seal'", exception.Message, StringComparison.Ordinal);
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);
    }

    [Fact]
    public async Task Head_reads_headers_and_no_body()
    {
        await using var server = await RecordingServer.StartAsync(context =>
        {
            context.Response.StatusCode = 200;
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = 5000;
            context.Response.Headers["X-Count"] = "7";
            return Task.CompletedTask;
        });

        var answer = await server.CreateClient().ReadHeadAsync(Token);

        Assert.Equal("HEAD", server.Only.Method);
        Assert.Equal(7, answer.XCount);
    }

    [Fact]
    public async Task Options_is_an_operation_like_others()
    {
        await using var server = await RecordingServer.StartAsync(context =>
        {
            context.Response.Headers.Allow = "GET, HEAD";
            return Task.CompletedTask;
        });

        var answer = await server.CreateClient().ReadOptionsAsync(Token);

        Assert.Equal("OPTIONS", server.Only.Method);
        Assert.Equal(["GET", "HEAD"], answer.Allow!);
    }

    [Fact]
    public async Task Each_success_is_its_own_case()
    {
        var status = 200;
        await using var server = await RecordingServer.StartAsync(async context =>
        {
            context.Response.StatusCode = status;
            context.Response.Headers.RetryAfter = "30";
            if (status != 202)
                await context.Response.WriteAsync("{\"name\":\"n\",\"code\":\"c\"}");
        });
        var client = server.CreateClient();

        Assert.Equal("n", Assert.IsType<ReadSeveralApiResponse.Ok>(await client.ReadSeveralAsync(Token)).Body.Name);
        status = 202;
        Assert.Equal(30, Assert.IsType<ReadSeveralApiResponse.Accepted>(await client.ReadSeveralAsync(Token)).RetryAfter);
        status = 206;
        await using (var part = Assert.IsType<ReadSeveralApiResponse.PartialContent>(await client.ReadSeveralAsync(Token)).Body)
        {
            using var text = new StreamReader(part.Content);
            Assert.Equal("{\"name\":\"n\",\"code\":\"c\"}", await text.ReadToEndAsync(Token));
        }

        status = 418;
        Assert.Equal("c", (await Assert.ThrowsAsync<ApiException<Fault>>(() => client.ReadSeveralAsync(Token))).Error.Code);
        status = 500;
        Assert.IsNotType<ApiException<Fault>>(await Assert.ThrowsAsync<ApiException>(() => client.ReadSeveralAsync(Token)));
        status = 201;
        Assert.Equal(201, (await Assert.ThrowsAsync<ApiException>(() => client.ReadSeveralAsync(Token))).StatusCode);
    }

    [Theory]
    [InlineData("{\"code\":\"c\"}", true)]
    [InlineData("{\"code\":7}", false)]
    [InlineData("<html>", false)]
    [InlineData("", false)]
    public async Task Documented_error_with_another_body_is_a_plain_exception(string body, bool isTyped)
    {
        await using var server = await RecordingServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 404;
            context.Response.Headers["X-Trace"] = "t";
            await context.Response.WriteAsync(body);
        });

        var exception = await Assert.ThrowsAnyAsync<ApiException>(() => server.CreateClient().ReadJsonAsync(Token));

        Assert.Equal(isTyped, exception is ApiException<Fault>);
        Assert.Equal(404, exception.StatusCode);
        Assert.Equal("GET /json returned 404 (Not Found).", exception.Message);
        Assert.Equal(["t"], exception.Headers["x-trace"]);
        Assert.Equal(body.Length == 0 ? null : body, exception.Body);
    }

    [Theory]
    [InlineData("text/plain", "utf-8")]
    [InlineData("text/plain; charset=\"iso-8859-1\"", "iso-8859-1")]
    [InlineData("text/plain; charset=utf-16", "utf-16")]
    [InlineData("text/plain; charset=nonsense", "utf-8")]
    public async Task Text_is_read_in_its_encoding(string contentType, string encoding)
    {
        await using var server = await RecordingServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 200;
            context.Response.Headers.ContentType = contentType;
            await context.Response.Body.WriteAsync(Encoding.GetEncoding(encoding).GetBytes("gehäuse"), context.RequestAborted);
        });

        Assert.Equal("gehäuse", await server.CreateClient().ReadTextAsync(Token));
    }

    [Fact]
    public async Task File_is_read_as_it_comes_and_ends_with_its_stream()
    {
        var ended = new TaskCompletionSource();
        await using var server = await RecordingServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 200;
            context.RequestAborted.Register(ended.SetResult);
            await context.Response.Body.WriteAsync("first"u8.ToArray(), context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await ended.Task;
        });
        var buffer = new byte[5];

        await using (var file = await server.CreateClient().WithTimeout(TimeSpan.FromSeconds(20)).ReadFileAsync(Token))
            await file.Content.ReadExactlyAsync(buffer, Token);

        Assert.Equal("first"u8.ToArray(), buffer);
        await ended.Task.WaitAsync(TimeSpan.FromSeconds(20), Token);
    }

    [Theory]
    [InlineData("events", "data: {\"name\":\"a\"}\n\n")]
    [InlineData("lines", "{\"name\":\"a\"}\n")]
    public async Task Items_come_as_they_are_sent_and_the_loop_ends_the_request(string body, string item)
    {
        var ended = new TaskCompletionSource();
        await using var server = await RecordingServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 200;
            context.RequestAborted.Register(ended.SetResult);
            await context.Response.WriteAsync(item, context.RequestAborted);
            await context.Response.Body.FlushAsync(context.RequestAborted);
            await ended.Task;
        });
        var client = server.CreateClient();

        if (body == "events")
        {
            await foreach (var received in client.WatchAsync(Token))
            {
                Assert.Equal("a", received.Data.Name);
                break;
            }
        }
        else
        {
            await foreach (var received in client.ReadLinesAsync(Token))
            {
                Assert.Equal("a", received.Name);
                break;
            }
        }

        await ended.Task.WaitAsync(TimeSpan.FromSeconds(20), Token);
    }

    [Fact]
    public async Task Events_carry_type_and_id_and_text_on_several_lines()
    {
        await using var server = await RecordingServer.StartAsync(async context =>
        {
            context.Response.StatusCode = 200;
            await context.Response.WriteAsync(": a comment\nevent: note\nid: 7\ndata: one\ndata: two\n\ndata: three\n\n");
        });
        var events = new List<string>();

        await foreach (var item in server.CreateClient().WatchTextAsync(Token))
            events.Add($"{item.EventType}|{item.EventId}|{item.Data}");

        Assert.Equal(["note|7|one\ntwo", "message||three"], events);
    }
}
