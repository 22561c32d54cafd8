using System.Text;
using Answers;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SyncGen.Features;

/// <summary>What a server sends is documented, and what reaches it is text, in both flavours.</summary>
public sealed class AnswerTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("application/pdf")]
    [InlineData("APPLICATION/PDF; version=1.7")]
    [InlineData("image/png")]
    public async Task Documented_media_type_is_sent(string mediaType)
    {
        foreach (var hasController in new[] { true, false })
        {
            await using var server = await AnswerServer.StartAsync(hasController, mediaType);
            using var response = await server.Client.GetAsync(new Uri("/scan", UriKind.Relative), Token);
            Assert.Equal([mediaType], response.Content.Headers.NonValidated["Content-Type"]);
        }
    }

    [Theory]
    [InlineData("text/html")]
    [InlineData("image/*")]
    [InlineData("*/*")]
    [InlineData("image")]
    [InlineData("")]
    [InlineData("image/png, text/html")]
    public void Undocumented_media_type_cannot_be_sent(string mediaType)
    {
        var exception = Assert.Throws<ArgumentException>(nameof(mediaType), () => ReadScanResult.Ok(Stream.Null, mediaType));

        Assert.Contains("application/pdf, image/*", exception.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(nameof(mediaType), () => ReadReportResult.Ok("a", mediaType));
    }

    [Theory]
    [InlineData("text/csv", "text/csv; charset=utf-8")]
    [InlineData("text/csv; header=present", "text/csv; header=present; charset=utf-8")]
    [InlineData("text/csv; charset=latin1", "text/csv; charset=utf-8")]
    public async Task Text_says_its_charset_once(string mediaType, string sent)
    {
        var context = new DefaultHttpContext();

        await ReadReportResult.Ok("ü", mediaType).ExecuteAsync(context);

        Assert.Equal(sent, context.Response.ContentType);
    }

    [Theory]
    [InlineData(204)]
    [InlineData(205)]
    [InlineData(300)]
    public void Status_code_of_a_body_allows_one(int statusCode) => Assert.Throws<ArgumentOutOfRangeException>(nameof(statusCode), () => ReadTallyResult.Success(statusCode, 1));

    [Theory]
    [InlineData("/visits?after=&day=", "|||")]
    [InlineData("/visits?after=2026-01-02T03:04:05%2B0200", "2026-01-02T03:04:05.0000000+02:00|||")]
    [InlineData("/visits?day=2026-01-02T03:04:05Z", "|01/02/2026||")]
    public async Task Empty_text_is_no_time_in_a_parameter(string target, string bound)
    {
        foreach (var hasController in new[] { true, false })
        {
            await using var server = await AnswerServer.StartAsync(hasController);
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(target, UriKind.Relative));
            request.Headers.TryAddWithoutValidation("X-Before", "");
            request.Headers.TryAddWithoutValidation("Cookie", "day=");
            using var response = await server.Client.SendAsync(request, Token);
            Assert.Equal(204, (int)response.StatusCode);
            Assert.Equal(bound, server.Bound);
            using var refused = await server.Client.GetAsync(new Uri("/visits?strict=", UriKind.Relative), Token);
            Assert.Equal(400, (int)refused.StatusCode);
        }
    }

    [Theory]
    [InlineData("at=&name=", "||")]
    [InlineData("at=2026-01-02T03:04:05Z&name=n&seen=", "2026-01-02T03:04:05.0000000+00:00|n|")]
    public async Task Empty_text_is_no_time_in_a_form(string form, string bound)
    {
        foreach (var hasController in new[] { true, false })
        {
            await using var server = await AnswerServer.StartAsync(hasController);
            Assert.Equal(204, await server.SendAsync("POST", "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(form)));
            Assert.Equal(bound, server.Bound);
            Assert.Equal(204, await server.SendAsync("PUT", "multipart/form-data; boundary=b", Encoding.UTF8.GetBytes(PartOf("at") + PartOf("name") + "--b--\r\n")));
            Assert.Equal("||", server.Bound);
        }
    }

    /// <summary>Bytes that are no text do not reach the handler as something like them, as none do in JSON.</summary>
    [Theory]
    [InlineData("name=%FF")]
    [InlineData("name=a%C3b")]
    [InlineData("%FF=1")]
    [InlineData("name=\u00ff")]
    [InlineData("other=\u00ff")]
    public async Task Form_that_is_not_UTF8_is_refused(string latin)
    {
        foreach (var hasController in new[] { true, false })
        {
            await using var server = await AnswerServer.StartAsync(hasController);
            Assert.Equal(400, await server.SendAsync("POST", "application/x-www-form-urlencoded", Encoding.Latin1.GetBytes(latin)));
            Assert.Equal(204, await server.SendAsync("POST", "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(latin.Replace("%FF", "%25FF", StringComparison.Ordinal).Replace("%C3", "%C3%BC", StringComparison.Ordinal))));
        }
    }

    [Fact]
    public async Task Texts_that_are_not_UTF8_are_refused()
    {
        foreach (var hasController in new[] { true, false })
        {
            await using var server = await AnswerServer.StartAsync(hasController);
            Assert.Equal(400, await server.SendAsync("PUT", "multipart/form-data; boundary=b", [.. Encoding.UTF8.GetBytes(PartOf("name")[..^2]), 0xFF, .. "\r\n--b--\r\n"u8]));
            Assert.Equal(400, await server.SendAsync("POST", "text/plain", [.. "n"u8, 0xFF, .. "o"u8], "/notes"));
            Assert.Equal(400, await server.SendAsync("POST", "text/plain", [.. "n"u8, 0xC3], "/notes"));
            Assert.Equal(204, await server.SendAsync("POST", "text/plain", Encoding.UTF8.GetBytes("\uFEFFü"), "/notes"));
            Assert.Equal("ü", server.Bound);
        }
    }

    [Fact]
    public async Task All_that_is_wrong_is_told_in_both_flavours()
    {
        var problems = new List<string>();
        foreach (var hasController in new[] { true, false })
        {
            await using var server = await AnswerServer.StartAsync(hasController);
            using var response = await server.Client.GetAsync(new Uri("/visits?after=x&strict=y", UriKind.Relative), Token);
            problems.Add(await response.Content.ReadAsStringAsync(Token));
        }

        Assert.Equal(problems[0], problems[1]);
    }

    private static string PartOf(string name) => $"--b\r\nContent-Disposition: form-data; name={name}\r\n\r\n\r\n";
}

/// <summary>A server that keeps what it bound.</summary>
internal sealed class AnswerServer : IAsyncDisposable
{
    private readonly WebApplication _application;

    private AnswerServer(WebApplication application)
    {
        _application = application;
        Client = new HttpClient { BaseAddress = new Uri(application.Urls.Single()) };
    }

    public HttpClient Client { get; }

    public string? Bound => _application.Services.GetRequiredService<AnswerNotes>().Bound;

    public static async Task<AnswerServer> StartAsync(bool hasController, string mediaType = "application/pdf")
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddSingleton(new AnswerNotes { MediaType = mediaType });
        if (hasController)
            OnlyControllers.Add(builder.Services, typeof(AnswersController));
        else
            builder.Services.AddAnswers<AnswersController>();
        var application = builder.Build();
        if (hasController)
            application.MapControllers();
        else
            application.MapAnswers();
        await application.StartAsync();
        return new AnswerServer(application);
    }

    public async Task<int> SendAsync(string method, string mediaType, byte[] body, string target = "/visits")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(target, UriKind.Relative)) { Content = new ByteArrayContent(body) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", mediaType);
        using var response = await Client.SendAsync(request);
        return (int)response.StatusCode;
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.DisposeAsync();
    }
}

/// <summary>What the server is to send, and what it bound.</summary>
internal sealed class AnswerNotes
{
    public required string MediaType { get; init; }

    public string? Bound { get; set; }
}

/// <summary>The operations of the server.</summary>
internal sealed class AnswersController(IServiceProvider services) : AnswersControllerBase, IAnswersHandler
{
    private AnswerNotes Notes => services.GetRequiredService<AnswerNotes>();

    public override Task<ReadScanResult> ReadScanAsync(CancellationToken cancellationToken) => Task.FromResult(ReadScanResult.Ok(new MemoryStream([1]), Notes.MediaType));

    public override Task<ReadReportResult> ReadReportAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task<ReadTallyResult> ReadTallyAsync(CancellationToken cancellationToken) => throw new NotSupportedException();

    public override Task<FindVisitsResult> FindVisitsAsync(DateTimeOffset? after, DateOnly? day, DateTimeOffset? xBefore, DateOnly? dayCookie, long? strict, CancellationToken cancellationToken)
    {
        Notes.Bound = FormattableString.Invariant($"{after:O}|{day}|{xBefore:O}|{dayCookie}");
        return Task.FromResult(FindVisitsResult.NoContent());
    }

    public override Task<AddVisitResult> AddVisitAsync(DateTimeOffset? at, string? name, VisitMore? more, CancellationToken cancellationToken)
    {
        Notes.Bound = FormattableString.Invariant($"{at:O}|{name}|{more?.Seen}");
        return Task.FromResult(AddVisitResult.NoContent());
    }

    public override Task<PutVisitResult> PutVisitAsync(DateTimeOffset? at, string? name, VisitMore? more, CancellationToken cancellationToken)
    {
        Notes.Bound = FormattableString.Invariant($"{at:O}|{name}|{more?.Seen}");
        return Task.FromResult(PutVisitResult.NoContent());
    }

    public override Task<AddNoteResult> AddNoteAsync(string? body, CancellationToken cancellationToken)
    {
        Notes.Bound = body;
        return Task.FromResult(AddNoteResult.NoContent());
    }
}
