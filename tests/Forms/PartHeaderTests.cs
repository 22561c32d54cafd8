using System.Text;
using Forms;
using Microsoft.AspNetCore.WebUtilities;

namespace SyncGen.Forms;

/// <summary>The controller reads headers of parts.</summary>
public sealed class ControllerPartHeaderTests(ControllerServer server) : PartHeaderTests(server), IClassFixture<ControllerServer>;

/// <summary>The endpoints read headers of parts.</summary>
public sealed class EndpointPartHeaderTests(EndpointServer server) : PartHeaderTests(server), IClassFixture<EndpointServer>;

/// <summary>Headers of parts that are no files are arguments of their own.</summary>
public abstract class PartHeaderTests(FormsServer server)
{
    private static readonly string[] Title = ["--x", "Content-Disposition: form-data; name=\"title\""];
    private static readonly string[] Meta = ["--x", "Content-Disposition: form-data; name=\"meta\"", "Content-Type: application/json"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Another_reader_finds_them_in_their_part()
    {
        var form = await RecordingHandler.RecordAsync(client => client.SendLabelledAsync("Tür", "de-CH", new Meta { W = 1 }, titleXRank: 7, metaXHash: "a/b=", metaXTags: [true, false], metaXOrigin: new Meta { W = 2, Name = "ü" }, Token));

        var reader = new MultipartReader(form.ContentType.Split("boundary=")[1].Trim('"'), new MemoryStream(form.Body));
        var parts = new List<string>();
        while (await reader.ReadNextSectionAsync(Token) is { } part)
            parts.Add($"{string.Join("; ", part.Headers!.Where(header => header.Key.StartsWith("X-", StringComparison.Ordinal)).Select(header => $"{header.Key}: {header.Value}"))} | {await part.ReadAsStringAsync(Token)}");
        Assert.Equal(["X-Language: de-CH; X-Rank: 7 | Tür", "X-Hash: a/b=; X-Tags: true,false; X-Origin: {\"w\":2,\"name\":\"\\u00fc\"} | {\"w\":1}"], parts);
        Assert.Equal([new("title", null, "text/plain", "Tür"), new("meta", null, "application/json", "{\"w\":1}")], await Busboy.ReadAsync(form, Token));
    }

    [Fact]
    public async Task They_arrive()
    {
        var client = server.CreateClient();

        var all = await client.SendLabelledAsync("t", "de", new Meta { W = 1 }, 7, "h", [true, false], new Meta { W = 2, Name = "ü" }, Token);
        var few = await client.SendLabelledAsync("t", "de", cancellationToken: Token);

        Assert.Equal(("t (de, 7)", "{\"w\":1} (h, [True;False], {\"w\":2,\"name\":\"ü\"})"), (all["title"], all["meta"]));
        Assert.Equal(("t (de, )", " (, , )"), (few["title"], few["meta"]));
    }

    [Fact]
    public async Task Client_sends_no_part_without_a_header_that_it_must_have_and_no_header_without_its_part()
    {
        var client = server.CreateClient();

        var missing = await Assert.ThrowsAsync<ArgumentException>(() => client.SendLabelledAsync("t", "de", new Meta { W = 1 }, cancellationToken: Token));
        var lost = await Assert.ThrowsAsync<ArgumentException>(() => client.SendLabelledAsync("t", "de", metaXHash: "h", cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.SendLabelledAsync("t", "d\r\nX: e", cancellationToken: Token));

        Assert.Contains("'X-Hash'", missing.Message, StringComparison.Ordinal);
        Assert.Contains("'meta'", lost.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("X-Language: de", 200)]
    [InlineData("x-language: de|X-Rank: 7", 200)]
    [InlineData("X-Language: d", 400)]
    [InlineData("X-Language: de|X-Rank: seven", 400)]
    [InlineData("X-Rank: 7", 400)]
    public async Task Server_refuses_what_the_contract_does_not_allow(string headers, int status) =>
        Assert.Equal(status, await SendAsync([.. Title, .. headers.Split('|'), "", "t"]));

    [Theory]
    [InlineData("X-Hash: h", 200)]
    [InlineData("X-Hash: h|X-Tags: true, false|X-Origin: {\"w\": 1}", 200)]
    [InlineData("X-Hash: h|X-Tags: true, 1", 400)]
    [InlineData("X-Hash: h|X-Origin: 1", 400)]
    [InlineData("X-Tags: true", 400)]
    public async Task Header_that_a_part_must_have_is_demanded_where_the_part_is_sent(string headers, int status) =>
        Assert.Equal(status, await SendAsync([.. Title, "X-Language: de", "", "t", .. Meta, .. headers.Split('|'), "", "{\"w\":1}"]));

    private async Task<int> SendAsync(string[] lines) =>
        (await server.SendRawAsync("labelled", "multipart/form-data; boundary=x", Encoding.UTF8.GetBytes(string.Join("\r\n", [.. lines, "--x--", ""])), Token)).Status;
}
