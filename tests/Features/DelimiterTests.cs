using Delimiters;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace SyncGen.Features;

/// <summary>Swagger 2.0's delimiters (<c>collectionFormat</c>) hold in paths and headers as they do in queries, on both sides.</summary>
public sealed class DelimiterTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Servers_split_by_them(bool hasController)
    {
        await using var host = await StartAsync(hasController);
        using var client = new HttpClient { BaseAddress = new Uri(host.Urls.Single()) };
        client.DefaultRequestHeaders.TryAddWithoutValidation("X-Ids", "1|2");

        Assert.Equal("\"a;b,c|1;2\"", await client.GetStringAsync("blanks/a%20b,c", Token));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Clients_join_by_them(bool hasController)
    {
        await using var host = await StartAsync(hasController);
        var (sent, client) = ClientOf(host);

        Assert.Equal("a;b,c|1;2", await client.ReadBlanksAsync(["a", "b,c"], [1, 2], Token));
        Assert.Equal("a b;c,d|x;y|z", await client.ReadBarsAsync(["a b", "c,d"], ["x", "y|z"], Token));
        Assert.Equal(["/blanks/a%20b%2Cc 1|2", "/bars/a%20b%7Cc%2Cd x y|z"], sent.Lines);
    }

    [Fact]
    public async Task Clients_refuse_what_they_would_split()
    {
        await using var host = await StartAsync(hasController: false);
        var (_, client) = ClientOf(host);

        await Assert.ThrowsAsync<ArgumentException>(() => client.ReadBlanksAsync(["a b"], null, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.ReadBarsAsync(["a|b"], null, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.ReadBarsAsync(["a"], ["b c"], Token));
    }

    private static (Recorder Sent, DelimitersClient Client) ClientOf(WebApplication host)
    {
        var sent = new Recorder();
        return (sent, new DelimitersClient(new HttpClient(sent), new DelimitersClientOptions { BaseAddress = new Uri(host.Urls.Single()) }));
    }

    private static async Task<WebApplication> StartAsync(bool hasController)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        if (hasController)
            OnlyControllers.Add(builder.Services, typeof(DelimitersEcho));
        else
            builder.Services.AddDelimiters<DelimitersEcho>();
        var host = builder.Build();
        _ = hasController ? (object)host.MapControllers() : host.MapDelimiters();
        await host.StartAsync(Token);
        return host;
    }

    /// <summary>Keeps the path and the header of each request as .NET sends them.</summary>
    private sealed class Recorder() : DelegatingHandler(new SocketsHttpHandler())
    {
        public List<string> Lines { get; } = [];

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            Lines.Add($"{request.RequestUri!.AbsolutePath} {string.Join('&', request.Headers.NonValidated["X-Ids"])}");
            return base.SendAsync(request, cancellationToken);
        }
    }
}

/// <summary>Says what was bound.</summary>
public sealed class DelimitersEcho : DelimitersControllerBase
{
    /// <inheritdoc/>
    public override Task<ReadBlanksResult> ReadBlanksAsync(IReadOnlyList<string> ids, IReadOnlyList<long>? xIds, CancellationToken cancellationToken) =>
        Task.FromResult<ReadBlanksResult>($"{string.Join(';', ids)}|{string.Join(';', xIds ?? [])}");

    /// <inheritdoc/>
    public override Task<ReadBarsResult> ReadBarsAsync(IReadOnlyList<string> ids, IReadOnlyList<string>? xIds, CancellationToken cancellationToken) =>
        Task.FromResult<ReadBarsResult>($"{string.Join(';', ids)}|{string.Join(';', xIds ?? [])}");
}
