using System.Text;
using System.Text.Json;
using Forms;
using Forms.Runtime;

namespace SyncGen.Forms;

/// <summary>The controller reads a form as the one case that it is.</summary>
public sealed class ControllerFormCaseTests(ControllerServer server) : FormCaseTests(server), IClassFixture<ControllerServer>;

/// <summary>The endpoints read a form as the one case that it is.</summary>
public sealed class EndpointFormCaseTests(EndpointServer server) : FormCaseTests(server), IClassFixture<EndpointServer>;

/// <summary>Forms of which the contract has several, that may be left out, or whose parts say what they are.</summary>
public abstract class FormCaseTests(FormsServer server)
{
    private const string Urlencoded = "application/x-www-form-urlencoded";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("told", "kind=number&value=5", "{\"kind\":\"number\",\"value\":5}")]
    [InlineData("told", "kind=text&value=5", "{\"kind\":\"text\",\"value\":\"5\"}")]
    [InlineData("told", "kind=text&value=x&note=7", "{\"kind\":\"text\",\"value\":\"x\",\"note\":\"7\"}")]
    [InlineData("told", "kind=list&value=true&value=false", "{\"kind\":\"list\",\"value\":[true,false]}")]
    [InlineData("told", "kind=list&value=true", "{\"kind\":\"list\",\"value\":[true]}")]
    [InlineData("flags", "name=7&x=true", "{\"name\":\"7\",\"x\":true}")]
    [InlineData("flags", "iban=7", "{\"iban\":\"7\"}")]
    public async Task Fields_are_what_their_case_says(string path, string form, string expected)
    {
        var (status, bound) = await server.SendRawAsync(path, Urlencoded, Encoding.UTF8.GetBytes(form), Token);

        Assert.Equal((200, expected), (status, bound.GetValueOrDefault("fields")));
    }

    [Theory]
    [InlineData("told", "kind=number&value=x")]
    [InlineData("told", "kind=number&value=5&value=6")]
    [InlineData("told", "kind=list&value=1")]
    [InlineData("told", "kind=other&value=1")]
    [InlineData("told", "kind=number")]
    [InlineData("flags", "name=7&x=maybe")]
    public async Task Fields_of_no_case_are_refused(string path, string form)
    {
        var (status, _) = await server.SendRawAsync(path, Urlencoded, Encoding.UTF8.GetBytes(form), Token);

        Assert.Equal(400, status);
    }

    [Fact]
    public async Task Cases_arrive_as_they_were_sent()
    {
        var client = server.CreateClient();

        Assert.Equal("{\"kind\":\"text\",\"value\":\"5\"}", (await client.SendToldAsync(new ToldText { Value = "5" }, Token))["fields"]);
        Assert.Equal("{\"kind\":\"number\",\"value\":5}", (await client.SendToldAsync(new ToldNumber { Value = 5 }, Token))["fields"]);
        Assert.Equal("{\"kind\":\"list\",\"value\":[true]}", (await client.SendToldAsync(new ToldList { Value = [true] }, Token))["fields"]);
        Assert.Equal("{\"name\":\"7\",\"x\":true}", (await client.SendFlagsAsync(new Flags { Name = "7", AdditionalProperties = new Dictionary<string, bool> { ["x"] = true } }, Token))["fields"]);
    }

    [Theory]
    [InlineData("scores[label]=7&scores[a]=5&scores[b]=x", "{\"label\":\"7\",\"a\":5,\"b\":\"x\"}")]
    [InlineData("scores[label]=true&scores[a]=true", "{\"label\":\"true\",\"a\":\"true\"}")]
    public async Task Values_of_several_kinds_are_what_they_look_like(string form, string expected)
    {
        var (status, bound) = await server.SendRawAsync("scored", Urlencoded, Encoding.UTF8.GetBytes(form), Token);

        Assert.Equal((200, expected), (status, bound["scores"]));
    }

    [Theory]
    [InlineData(200, "told-parts", "kind=number", "value=5")]
    [InlineData(200, "told-parts", "kind=text", "value=x")]
    [InlineData(400, "told-parts", "kind=number", "value=x")]
    [InlineData(200, "shown", "value=5")]
    [InlineData(200, "shown", "value=true")]
    [InlineData(400, "shown", "value=x")]
    public async Task Parts_are_what_their_case_says(int expected, string path, params string[] parts)
    {
        var lines = parts.SelectMany(part => new[] { "--x", $"Content-Disposition: form-data; name=\"{part.Split('=')[0]}\"", "", part.Split('=')[1] });

        Assert.Equal(expected, (await SendAsync(path, [.. lines])).Status);
    }

    [Theory]
    [InlineData("counted", null, "5", 200, "5")]
    [InlineData("counted", null, "5;6", 200, "[5,6]")]
    [InlineData("counted", null, "5;x", 400, null)]
    [InlineData("counted", null, "x", 400, null)]
    [InlineData("counted", null, "5,6", 400, null)]
    [InlineData("counted", null, "5,6;7", 400, null)]
    [InlineData("counted", null, "{\"q\":1,\"w\":2}", 200, "{\"q\":1,\"w\":2}")]
    [InlineData("counted", "application/json", "{\"q\":1}", 200, "{\"q\":1}")]
    [InlineData("counted", "application/json", "{\"q\":\"x\"}", 400, null)]
    [InlineData("counted", "application/json", "[5,6]", 200, "[5,6]")]
    [InlineData("counted", null, "[5]", 400, null)]
    [InlineData("counted", "application/json", "5", 200, "5")]
    [InlineData("either-part", null, "5", 200, "5")]
    [InlineData("either-part", "application/json", "5", 200, "5")]
    [InlineData("either-part", "application/json", "\"5\"", 200, "5")]
    [InlineData("either-part", null, "five", 200, "five")]
    [InlineData("either-part", null, "\"a\"", 200, "\"a\"")]
    [InlineData("either-part", null, "5;6", 400, null)]
    [InlineData("either-part", "application/json", "five", 400, null)]
    public async Task Part_is_read_as_the_case_that_is_closest(string path, string? type, string texts, int expected, string? value)
    {
        string[] head = type is null ? [] : [$"Content-Type: {type}"];
        var lines = texts.Split(';').SelectMany(IEnumerable<string> (text) => ["--x", "Content-Disposition: form-data; name=\"value\"", .. head, "", text]);

        var (status, bound) = await SendAsync(path, [.. lines]);

        Assert.Equal(expected, status);
        if (value is not null)
            Assert.Equal(value, bound["value"]);
    }

    [Theory]
    [InlineData("list", "a", "[\"a\"]")]
    [InlineData("list", "a;b", "[\"a\",\"b\"]")]
    [InlineData("text", "a", "\"a\"")]
    [InlineData("text", "a;b", null)]
    public async Task Part_is_a_list_where_another_part_says_so(string kind, string texts, string? value)
    {
        string[] lines = ["--x", "Content-Disposition: form-data; name=\"kind\"", "", kind, .. texts.Split(';').SelectMany(text => new[] { "--x", "Content-Disposition: form-data; name=\"value\"", "", text })];

        var (status, bound) = await SendAsync("listed", lines);

        Assert.Equal(value is null ? 400 : 200, status);
        if (value is not null)
            Assert.Equal(value, bound["value"]);
    }

    [Fact]
    public async Task Parts_of_several_kinds_arrive_as_they_were_sent()
    {
        var client = server.CreateClient();

        foreach (var json in new[] { "5", "[5,6]", "{\"q\":1,\"w\":2}" })
            Assert.Equal(json, (await client.SendCountedAsync(JsonElement.Parse(json), Token))["value"]);
        foreach (var json in new[] { "[\"a\"]", "[\"a\",\"1\"]" })
            Assert.Equal(json, (await client.SendListedAsync("list", JsonElement.Parse(json), Token))["value"]);
        Assert.Equal("\"1\"", (await client.SendListedAsync("text", JsonElement.Parse("\"1\""), Token))["value"]);
        Assert.Equal("5", (await client.SendEitherPartAsync("5", Token))["value"]);
    }

    [Fact]
    public async Task File_is_one_of_several_cases()
    {
        var (status, bound) = await SendAsync("shown", "--x", "Content-Disposition: form-data; name=\"value\"; filename=\"a.bin\"", "Content-Type: application/octet-stream", "", "bytes");

        Assert.Equal((200, "a.bin (application/octet-stream): bytes"), (status, bound["value"]));
    }

    [Theory]
    [InlineData("name=n", "size")]
    [InlineData("size=1", "name")]
    [InlineData("note=x", "name")]
    public async Task Form_that_is_there_has_what_it_must_have(string form, string place)
    {
        var (status, errors) = await server.SendRawAsync("optional-fields", Urlencoded, Encoding.UTF8.GetBytes(form), Token);

        Assert.Equal(400, status);
        Assert.Contains(place, errors.Keys);
    }

    [Fact]
    public async Task Form_may_be_left_out()
    {
        var client = server.CreateClient();

        Assert.Empty(await client.SendOptionalFieldsAsync(cancellationToken: Token));
        Assert.Empty(await client.SendOptionalPartsAsync(cancellationToken: Token));
        Assert.Equal(2, (await client.SendOptionalFieldsAsync("n", 1, cancellationToken: Token)).Count);
        Assert.Equal("[]", (await client.SendOptionalPartsAsync(File("1"), "n", [], cancellationToken: Token))["tags"]);
    }

    [Fact]
    public async Task Client_sends_no_form_without_what_it_must_have()
    {
        var client = server.CreateClient();

        var fields = await Assert.ThrowsAsync<ArgumentException>(() => client.SendOptionalFieldsAsync(note: "x", cancellationToken: Token));
        var parts = await Assert.ThrowsAsync<ArgumentException>(() => client.SendOptionalPartsAsync(name: "x", cancellationToken: Token));

        Assert.Equal(("name", "file"), (fields.ParamName, parts.ParamName));
    }

    [Theory]
    [InlineData("name", "note", "file")]
    [InlineData("file", "note", "name")]
    public async Task Body_of_parts_has_what_it_must_have(string first, string second, string place)
    {
        var (status, errors) = await SendAsync("optional-parts", "--x", $"Content-Disposition: form-data; name=\"{first}\"", "", "1", "--x", $"Content-Disposition: form-data; name=\"{second}\"", "", "2");

        Assert.Equal(400, status);
        Assert.Equal([place], errors.Keys);
    }

    [Theory]
    [InlineData("caption", 400, "str")]
    [InlineData("caption", 400, "123")]
    [InlineData("caption", 200, "\"str\"")]
    [InlineData("value", 400, "str")]
    [InlineData("tags", 400, "[\"a\",1]")]
    public async Task Part_that_says_it_is_JSON_is_JSON(string name, int expected, string text) =>
        Assert.Equal(expected, (await SendAsync("kinds", "--x", $"Content-Disposition: form-data; name=\"{name}\"", "Content-Type: application/json", "", text)).Status);

    [Theory]
    [InlineData("null", 200)]
    [InlineData(" null ", 200)]
    [InlineData("{\"w\":1}", 200)]
    [InlineData("1", 400)]
    public async Task Part_may_be_null(string json, int expected)
    {
        var (status, bound) = await SendAsync("signed", "--x", "Content-Disposition: form-data; name=\"meta\"", "Content-Type: application/json", "", json, "--x", "Content-Disposition: form-data; name=\"count\"", "Content-Type: application/json", "", "null");

        Assert.Equal(expected, status);
        Assert.False(bound.ContainsKey("count"));
    }

    [Theory]
    [InlineData("meta", "null", 200)]
    [InlineData("meta", "{\"w\":1}", 200)]
    [InlineData("meta", "nul", 400)]
    [InlineData("count", "null", 200)]
    [InlineData("count", "x", 400)]
    [InlineData("either", "null", 200)]
    [InlineData("either", "nil", 400)]
    public async Task Part_may_be_null_without_saying_that_it_is_JSON(string name, string json, int expected)
    {
        string[] meta = name == "meta" ? [] : ["--x", "Content-Disposition: form-data; name=\"meta\"", "", "{\"w\":2}"];

        var (status, bound) = await SendAsync("signed", [.. meta, "--x", $"Content-Disposition: form-data; name=\"{name}\"", "", json]);

        Assert.Equal(expected, status);
        Assert.Equal(json != "null" && expected == 200, bound.ContainsKey(name) && expected == 200);
    }

    [Fact]
    public async Task Text_part_may_say_null()
    {
        var (status, bound) = await SendAsync("signed", "--x", "Content-Disposition: form-data; name=\"meta\"", "", "{\"w\":2}", "--x", "Content-Disposition: form-data; name=\"note\"", "", "null");

        Assert.Equal((200, "null"), (status, bound["note"]));
    }

    [Theory]
    [InlineData("X-Size: 7", 200)]
    [InlineData("x-size: 7", 200)]
    [InlineData("X-Size: q", 400)]
    [InlineData("X-Size:", 400)]
    [InlineData("X-Tags: true, false", 200)]
    [InlineData("X-Tags: true, 1", 400)]
    [InlineData("X-Note: 1", 200)]
    public async Task Headers_of_a_part_are_what_the_contract_says(string header, int expected)
    {
        var (status, bound) = await SendAsync(
            "signed", "--x", "Content-Disposition: form-data; name=\"meta\"", "", "{\"w\":2}", "--x", "Content-Disposition: form-data; name=\"file\"; filename=\"f\"", "X-Hash: h", header, "", "1");

        Assert.Equal(expected, status);
        Assert.True(expected == 200 || bound.Values.Any(error => error.Contains(header.Split(':')[0], StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Part_has_the_headers_that_it_must_have()
    {
        string[] meta = ["--x", "Content-Disposition: form-data; name=\"meta\"", "Content-Type: application/json", "", "null"];
        string[] file = ["--x", "Content-Disposition: form-data; name=\"file\"; filename=\"f\""];
        var client = server.CreateClient();
        var signed = File("1");
        signed.Headers["X-Hash"] = "h";

        Assert.Equal(200, (await SendAsync("signed", [.. meta, .. file, "X-Hash: h", "", "1"])).Status);
        Assert.Equal(400, (await SendAsync("signed", [.. meta, .. file, "", "1"])).Status);
        await Assert.ThrowsAsync<ArgumentException>(() => client.SendSignedAsync(new Meta { W = 1 }, file: File("1"), cancellationToken: Token));
        Assert.Equal("f (application/octet-stream): 1", (await client.SendSignedAsync(new Meta { W = 1 }, file: signed, cancellationToken: Token))["file"]);
    }

    [Fact]
    public async Task Client_that_checks_requests_sends_one_of_the_forms()
    {
        var client = new FormsClient(FormsClient.CreateHttpClient(), new FormsClientOptions { BaseAddress = server.Address, ValidatesRequests = true });

        await Assert.ThrowsAsync<InvalidRequestException>(() => client.SendChoiceAsync("other", File("1"), cancellationToken: Token));
        await Assert.ThrowsAsync<InvalidRequestException>(() => client.SendChoiceAsync("upload", url: new Uri("http://a/"), cancellationToken: Token));
        await Assert.ThrowsAsync<InvalidRequestException>(() => client.SendExactlyOneAsync(cancellationToken: Token));
        await Assert.ThrowsAsync<InvalidRequestException>(() => client.SendExactlyOneAsync("n", File("1"), Token));
        await Assert.ThrowsAsync<InvalidRequestException>(() => client.SendToldPartsAsync("number", "x", Token));
        Assert.Equal("upload", (await client.SendChoiceAsync("upload", File("1"), cancellationToken: Token))["kind"]);
        Assert.Equal("n", (await client.SendExactlyOneAsync("n", cancellationToken: Token))["name"]);
        Assert.Equal("5", (await client.SendToldPartsAsync("number", "5", Token))["value"]);
        Assert.Equal("x", (await client.SendToldPartsAsync("text", "x", Token))["value"]);
    }

    private Task<(int Status, IReadOnlyDictionary<string, string> Bound)> SendAsync(string path, params string[] lines) =>
        server.SendRawAsync(path, "multipart/form-data; boundary=x", Encoding.UTF8.GetBytes(string.Join("\r\n", [.. lines, "--x--", ""])), Token);

    private static FilePart File(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), "f");
}
