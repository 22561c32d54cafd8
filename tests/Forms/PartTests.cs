using System.Text;
using System.Text.Json;
using Forms;
using Forms.Runtime;

namespace SyncGen.Forms;

/// <summary>The controller reads parts as the contract has them.</summary>
public sealed class ControllerPartTests(ControllerServer server) : PartTests(server), IClassFixture<ControllerServer>;

/// <summary>The endpoints read parts as the contract has them.</summary>
public sealed class EndpointPartTests(EndpointServer server) : PartTests(server), IClassFixture<EndpointServer>;

/// <summary>Lists without declared names, media types of files, null, and parts that depend on the case.</summary>
public abstract class PartTests(FormsServer server)
{
    private const string Boundary = "boundary";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Items_of_lists_without_declared_names_are_parts_each()
    {
        var lists = new Dictionary<string, IReadOnlyList<Meta>> { ["a"] = [new() { W = 1 }, new() { W = 2 }], ["b"] = [new() { W = 3 }] };
        var form = await RecordingHandler.RecordAsync(client => client.SendValueListsAsync("n", lists, Token));

        Assert.Equal(
            [new("name", null, "text/plain", "n"), new("a", null, "application/json", "{\"w\":1}"), new("a", null, "application/json", "{\"w\":2}"), new("b", null, "application/json", "{\"w\":3}")],
            await Busboy.ReadAsync(form, Token));
        var (parts, fields) = (await server.CreateClient().SendValueListsAsync("n", lists, Token), await server.CreateClient().SendFieldListsAsync("n", lists, Token));
        Assert.Equal(("n", "[{\"w\":1};{\"w\":2}]", "[{\"w\":3}]"), (parts["name"], parts["a"], parts["b"]));
        Assert.Equal(("n", "[{\"w\":1};{\"w\":2}]", "[{\"w\":3}]"), (fields["name"], fields["a"], fields["b"]));
    }

    [Fact]
    public async Task List_in_one_part_is_read_as_well()
    {
        var (status, bound) = await SendAsync("value-lists", Part("a", "application/json", "[{\"w\":1},{\"w\":2}]") + Part("b", null, "[{\"w\":3}]"));

        Assert.Equal((200, "[{\"w\":1};{\"w\":2}]", "[{\"w\":3}]"), (status, bound.GetValueOrDefault("a"), bound.GetValueOrDefault("b")));
    }

    [Fact]
    public async Task Lists_of_lists_arrive()
    {
        var client = server.CreateClient();

        var several = await client.SendGridsAsync([[1, 2], [3]], new Dictionary<string, IReadOnlyList<IReadOnlyList<long>>> { ["a"] = [[1], [2, 3]], ["b"] = [[4, 5]] }, Token);
        var one = await client.SendGridsAsync([[1, 2]], cancellationToken: Token);
        var empty = await client.SendGridsAsync([[]], cancellationToken: Token);

        Assert.Equal(("[[1;2];[3]]", "[[1];[2;3]]", "[[4;5]]"), (several["rows"], several["a"], several["b"]));
        Assert.Equal(("[[1;2]]", "[[]]"), (one["rows"], empty["rows"]));
        Assert.Equal((200, "[[1;2];[3]]"), (await SendAsync("grids", Part("rows", "application/json", "[[1,2],[3]]"))) is var (status, bound) ? (status, bound.GetValueOrDefault("rows")) : default);
    }

    [Theory]
    [InlineData("photo", "image/png", 200)]
    [InlineData("photo", "Image/JPEG; q=1", 200)]
    [InlineData("photo", null, 200)]
    [InlineData("photo", "image/gif", 400)]
    [InlineData("photo", "application/octet-stream", 400)]
    [InlineData("photo", "nonsense", 400)]
    [InlineData("drawings", "image/gif", 200)]
    [InlineData("drawings", "text/html", 400)]
    [InlineData("sheet", "text/csv", 200)]
    [InlineData("sheet", "text/plain", 400)]
    public async Task File_has_one_of_the_media_types_that_are_listed(string name, string? type, int expected) =>
        Assert.Equal(expected, (await SendAsync("pictures", Part(name, type, "1", "f"))).Status);

    [Theory]
    [InlineData("a.png", null, "image/png")]
    [InlineData("a.JPG", null, "image/jpeg")]
    [InlineData("a", null, "image/png")]
    [InlineData(null, null, "image/png")]
    [InlineData("a.gif", "image/jpeg", "image/jpeg")]
    [InlineData("a.gif", null, null)]
    [InlineData("a.png", "image/gif", null)]
    [InlineData("a.png", "text/html", null)]
    public async Task Client_labels_no_file_wrongly(string? name, string? type, string? expected)
    {
        Task<RecordedForm> Record() => RecordingHandler.RecordAsync(client => client.SendPicturesAsync(new FilePart(Content("1"), name, type), cancellationToken: Token));
        if (expected is null)
            await Assert.ThrowsAsync<ArgumentException>(Record);
        else
            Assert.Contains($"Content-Type: {expected}\r\n", (await Record()).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Range_alone_labels_no_file_of_an_unknown_kind()
    {
        Task<RecordedForm> Record(string name) => RecordingHandler.RecordAsync(client => client.SendPicturesAsync(drawings: [new FilePart(Content("1"), name)], cancellationToken: Token));

        Assert.Contains("Content-Type: image/webp\r\n", (await Record("a.webp")).Text, StringComparison.Ordinal);
        await Assert.ThrowsAsync<ArgumentException>(() => Record("a"));
    }

    [Fact]
    public async Task Name_that_another_case_declares_is_what_its_own_case_says()
    {
        var client = server.CreateClient();

        var upload = await client.SendUploadAsync("file", new FilePart(Content("1"), "f"), "n", cancellationToken: Token);
        var map = await client.SendUploadAsync("map", new FilePart(Content("{\"w\":1}"), null, "application/json"), additionalProperties: new Dictionary<string, Meta> { ["k"] = new() { W = 2 } }, cancellationToken: Token);

        Assert.Equal(("file", "f (application/octet-stream): 1", "n"), (upload["kind"], upload["file"], upload["note"]));
        Assert.Equal(("map", " (application/json): {\"w\":1}", "{\"w\":2}"), (map["kind"], map["file"], map["k"]));
        Assert.Equal(400, (await SendAsync("uploads", Part("kind", null, "map") + Part("file", "image/png", "1", "f"))).Status);
        Assert.Equal(400, (await SendAsync("uploads", Part("kind", null, "map") + Part("file", "application/json", "{}"))).Status);
        Assert.Equal(400, (await SendAsync("uploads", Part("kind", null, "map") + Part("note", null, "text"))).Status);
    }

    [Theory]
    [InlineData("x", 200)]
    [InlineData("toolong", 400)]
    public async Task Values_without_declared_names_keep_their_bounds(string text, int expected)
    {
        Assert.Equal(expected, (await SendAsync("short-parts", Part("a", null, text))).Status);
        Assert.Equal(expected, (await server.SendRawAsync("short-fields", "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes($"name=n&a={text}"), Token)).Status);
    }

    [Theory]
    [InlineData("{\"w\":null}", "{\"w\":null}")]
    [InlineData("x", "x")]
    public async Task Lists_of_a_case_may_hold_null(string text, string expected)
    {
        var (status, bound) = await SendAsync("gapped", Part("kind", null, "texts") + Part("items", null, text) + Part("items", "application/json", "null"));
        Assert.Equal((200, $"[\"{JsonEncodedText.Encode(expected)}\",null]"), (status, bound.GetValueOrDefault("items")));
        (status, bound) = await SendAsync("gapped", Part("kind", null, "numbers") + Part("items", null, "5"));
        Assert.Equal((200, "[5]"), (status, bound.GetValueOrDefault("items")));
    }

    [Theory]
    [InlineData("small", "5", 200)]
    [InlineData("small", "1", 200)]
    [InlineData("small", "0", 400)]
    [InlineData("small", "10", 400)]
    [InlineData("large", "105", 200)]
    [InlineData("large", "5", 400)]
    [InlineData("large", "101", 400)]
    [InlineData("text", "abc", 200)]
    [InlineData("text", "abcd", 400)]
    [InlineData("text", "a", 400)]
    [InlineData("code", "a 12", 200)]
    [InlineData("code", "a12", 400)]
    [InlineData("even", "abab", 200)]
    [InlineData("even", "aba", 400)]
    public async Task Bounds_hold_within_the_case(string kind, string value, int expected)
    {
        Assert.Equal(expected, (await SendAsync("bounded", Part("kind", null, kind) + Part("value", null, value))).Status);
        using var httpClient = FormsClient.CreateHttpClient();
        var client = new FormsClient(httpClient, new FormsClientOptions { BaseAddress = server.Address, ValidatesRequests = true });
        if (expected == 200)
            Assert.Equal(value, (await client.SendBoundedAsync(kind, value, Token))["value"]);
        else
            await Assert.ThrowsAsync<InvalidRequestException>(() => client.SendBoundedAsync(kind, value, Token));
    }

    [Fact]
    public async Task Null_is_json_where_a_part_may_say_so()
    {
        var client = server.CreateClient();
        using var nothing = JsonDocument.Parse("null");

        var bound = await client.SendNothingSaidAsync(null, nothing.RootElement, Token);

        Assert.Equal(("none", "null"), (bound["either"], bound["open"]));
        Assert.Equal("\"null\"", (await client.SendNothingSaidAsync(new SendNothingSaidRequestEither.StringCase("null"), nothing.RootElement, Token))["either"]);
    }

    [Fact]
    public async Task Form_that_may_be_left_out_has_null_where_it_is_sent()
    {
        var client = server.CreateClient();

        Assert.Equal(("none", "n"), await client.SendOptionalNullAsync(note: "n", cancellationToken: Token) is var parts ? (parts["meta"], parts["note"]) : default);
        Assert.Equal(("none", "n"), await client.SendOptionalNullFieldAsync(note: "n", cancellationToken: Token) is var fields ? (fields["meta"], fields["note"]) : default);
        Assert.Equal("none", (await client.SendOptionalNullAsync(cancellationToken: Token))["meta"]);
        Assert.Equal("{\"w\":1}", (await client.SendOptionalNullAsync(new Meta { W = 1 }, cancellationToken: Token))["meta"]);
    }

    [Fact]
    public async Task Mixed_body_has_a_part()
    {
        var exception = await Assert.ThrowsAsync<ArgumentException>(() => server.CreateClient().SendMixedListAsync([], Token));
        Assert.Contains("must have a part", exception.Message, StringComparison.Ordinal);
        Assert.Equal("[ (application/octet-stream): 1]", (await server.CreateClient().SendMixedListAsync([new FilePart(Content("1"), null)], Token))["files"]);
    }

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));

    private static string Part(string name, string? type, string text, string? fileName = null) =>
        $"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"{(fileName is null ? "" : $"; filename=\"{fileName}\"")}\r\n{(type is null ? "" : $"Content-Type: {type}\r\n")}\r\n{text}\r\n";

    private Task<(int Status, IReadOnlyDictionary<string, string> Bound)> SendAsync(string path, string parts) =>
        server.SendRawAsync(path, $"multipart/form-data; boundary={Boundary}", Encoding.UTF8.GetBytes($"{parts}--{Boundary}--\r\n"), Token);
}
