using System.Net;
using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.OpenApi;
using Partial;

namespace SyncGen.Features;

/// <summary>A server serves its contract.</summary>
public sealed class ServedContractTests : IAsyncLifetime
{
    private readonly WebApplication _host;

    public ServedContractTests()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        _host = builder.Build();
        _host.MapPartialContract();
        _host.MapGroup("docs").MapPartialContract("notes");
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync() => await _host.StartAsync(Token);

    public async ValueTask DisposeAsync() => await _host.DisposeAsync();

    [Fact]
    public async Task Json_is_read_by_a_foreign_reader()
    {
        using var client = new HttpClient { BaseAddress = new Uri(_host.Urls.Single()) };
        using var response = await client.GetAsync(new Uri("contracts/partial.json", UriKind.Relative), Token);
        var text = await response.Content.ReadAsStringAsync(Token);

        Assert.Equal("application/json", response.Content.Headers.ContentType?.MediaType);
        var read = OpenApiDocument.Parse(text, "json");
        Assert.Empty(read.Diagnostic!.Errors);
        Assert.Equal(["addNote", "listNotes", "putAttachment"], read.Document!.Paths.SelectMany(path => path.Value.Operations!.Values).Select(operation => operation.OperationId!).Order(StringComparer.Ordinal));
        Assert.Equal("Notes", (string?)JsonNode.Parse(text)!["info"]!["title"]);
    }

    [Theory]
    [InlineData("contracts/partial.json", "application/json")]
    [InlineData("contracts/partial.yaml", "application/yaml")]
    [InlineData("docs/notes.yaml", "application/yaml")]
    public async Task A_caller_learns_whether_it_has_changed(string path, string mediaType)
    {
        using var client = new HttpClient { BaseAddress = new Uri(_host.Urls.Single()) };
        using var first = await client.GetAsync(new Uri(path, UriKind.Relative), Token);
        using var conditional = new HttpRequestMessage(HttpMethod.Get, path);
        conditional.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        using var other = new HttpRequestMessage(HttpMethod.Get, path);
        other.Headers.IfNoneMatch.Add(new EntityTagHeaderValue("\"0\""));
        using var head = new HttpRequestMessage(HttpMethod.Head, path);

        Assert.Equal(mediaType, first.Content.Headers.ContentType?.MediaType);
        Assert.NotEqual(0, first.Content.Headers.ContentLength);
        Assert.Equal(HttpStatusCode.NotModified, (await client.SendAsync(conditional, Token)).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await client.SendAsync(other, Token)).StatusCode);
        using var headed = await client.SendAsync(head, Token);
        Assert.Equal(first.Headers.ETag, headed.Headers.ETag);
        Assert.Equal(first.Content.Headers.ContentLength, headed.Content.Headers.ContentLength);
    }
}
