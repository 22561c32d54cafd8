using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Partial;
using Partial.Runtime;

namespace SyncGen.Features;

/// <summary>A server that implements a part of its contract returns 501 for the rest, and says so when it starts.</summary>
public sealed class UnimplementedTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_is_left_out_answers_501(bool hasControllers)
    {
        var log = new Lines();
        await using var host = await StartAsync(hasControllers, log);
        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };

        Assert.Equal("""[{"text":"10"}]""", await client.GetStringAsync(new Uri("notes?limit=10", UriKind.Relative), Token));
        Assert.Equal(HttpStatusCode.BadRequest, (await client.GetAsync(new Uri("notes?limit=101", UriKind.Relative), Token)).StatusCode);
        // Who may not come in learns nothing.
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.PostAsync(new Uri("notes", UriKind.Relative), null, Token)).StatusCode);
        // Nothing of the request is read.
        using var response = await client.PutAsync(new Uri("notes/1/attachments/a", UriKind.Relative), null, Token);
        Assert.Equal(HttpStatusCode.NotImplemented, response.StatusCode);
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonNode.Parse(await response.Content.ReadAsStringAsync(Token))!;
        Assert.Equal(501, (int)problem["status"]!);
        Assert.Equal("The operation is not implemented.", (string?)problem["detail"]);

        Assert.Equal(
            "Operations of the contract that are not implemented and return 501 (Not Implemented): 2. POST notes, PUT notes/{id}/attachments/{name}",
            Assert.Single(log.All, line => line.StartsWith("Operations", StringComparison.Ordinal)).Replace(" /", " ", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_server_that_implements_all_says_nothing()
    {
        var log = new Lines();
        var builder = BuilderOf(log);
        builder.Services.AddPartial<WholeHandler>();
        await using var host = builder.Build();
        host.MapPartial();
        await host.StartAsync(Token);
        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };
        using var form = new MultipartFormDataContent { { new ByteArrayContent([1]), "file", "f" } };

        Assert.Equal(HttpStatusCode.NoContent, (await client.PutAsync(new Uri("notes/1/attachments/a", UriKind.Relative), form, Token)).StatusCode);
        Assert.DoesNotContain(log.All, line => line.StartsWith("Operations", StringComparison.Ordinal));
    }

    private static async Task<WebApplication> StartAsync(bool hasControllers, Lines log)
    {
        var builder = BuilderOf(log);
        if (hasControllers)
        {
            builder.Services.AddUnimplementedReport();
            OnlyControllers.Add(builder.Services, typeof(PartController));
        }
        else
            builder.Services.AddPartial<PartHandler>();
        var host = builder.Build();
        if (hasControllers)
            host.MapControllers();
        else
            host.MapPartial();
        await host.StartAsync(Token);
        return host;
    }

    private static WebApplicationBuilder BuilderOf(Lines log)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(log);
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        return builder;
    }

    private sealed class PartHandler : IPartialHandler
    {
        public Task<ListNotesResult> ListNotesAsync(long? limit, CancellationToken cancellationToken) =>
            Task.FromResult(ListNotesResult.Ok([new Note { Text = $"{limit}" }]));
    }

    private sealed class WholeHandler : IPartialHandler
    {
        public Task<ListNotesResult> ListNotesAsync(long? limit, CancellationToken cancellationToken) => Task.FromResult(ListNotesResult.Ok([]));

        public Task<AddNoteResult> AddNoteAsync(Note body, CancellationToken cancellationToken) => Task.FromResult(AddNoteResult.Created(body));

        Task<PutAttachmentResult> IPartialHandler.PutAttachmentAsync(string id, string name, Microsoft.AspNetCore.Http.IFormFile file, string? title, CancellationToken cancellationToken) =>
            Task.FromResult(PutAttachmentResult.NoContent());
    }

    /// <summary>Keeps what is logged.</summary>
    private sealed class Lines : ILoggerProvider, ILogger
    {
        private readonly List<string> _lines = [];

        public string[] All
        {
            get
            {
                lock (_lines)
                    return [.. _lines];
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            lock (_lines)
                _lines.Add(formatter(state, exception));
        }

        public void Dispose()
        {
        }
    }
}

/// <summary>A controller that implements one operation.</summary>
public sealed class PartController : PartialControllerBase
{
    /// <inheritdoc/>
    public override Task<ListNotesResult> ListNotesAsync(long? limit, CancellationToken cancellationToken) =>
        Task.FromResult(ListNotesResult.Ok([new Note { Text = $"{limit}" }]));
}
