using System.Text;
using Forms;
using Forms.Runtime;

namespace SyncGen.Forms;

/// <summary>What the generated client sends, the controller gets.</summary>
public sealed class ControllerRoundTripTests(ControllerServer server) : RoundTripTests(server), IClassFixture<ControllerServer>;

/// <summary>What the generated client sends, the endpoints get.</summary>
public sealed class EndpointRoundTripTests(EndpointServer server) : RoundTripTests(server), IClassFixture<EndpointServer>;

/// <summary>What the generated client sends, the generated server gets: nothing is lost on the way, delimiters included.</summary>
public abstract class RoundTripTests(FormsServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Parts_arrive()
    {
        var large = new string('x', 200_000);
        var bound = await server.CreateClient().SendPartsAsync(
            File(large, "größe \"1\" 照片\r\n.png", "image/jpeg"),
            caption: "ü\r\n\"&,",
            more: [File("m1", "1"), File("m2", "a\\b", "text/csv")],
            rating: 0.5,
            taken: new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.Zero),
            kind: SendPartsRequestKind.Large,
            bytes: "bytes"u8.ToArray(),
            meta: new Meta { W = 1, Name = "ü" },
            tags: ["a", "b,c", ""],
            labels: ["a", "b,c"],
            title: "5",
            sizes: [1, 2],
            notes: [new Meta { W = 2 }],
            joined: ["x", "y,z"],
            deep: new Meta { W = 4, Name = "d" },
            either: new SendPartsRequestEither.MetaCase(new Meta { W = 5 }),
            xml: new FilePart(Content("<a/>"), null),
            größe名前: "v1",
            abc: "v2",
            cancellationToken: Token);

        Assert.Equal(
            new SortedDictionary<string, string>
            {
                ["file"] = $"größe \"1\" 照片\r\n.png (image/jpeg): {large}",
                ["caption"] = "ü\r\n\"&,",
                ["more"] = "[1 (application/octet-stream): m1;a\\b (text/csv): m2]",
                ["rating"] = "0.5",
                ["taken"] = "2024-02-29T01:02:03.0000000+00:00",
                ["kind"] = "large",
                ["bytes"] = "bytes",
                ["meta"] = "{\"w\":1,\"name\":\"ü\"}",
                ["tags"] = "[a;b,c;]",
                ["labels"] = "[a;b,c]",
                ["title"] = "5",
                ["sizes"] = "[1;2]",
                ["notes"] = "[{\"w\":2}]",
                ["joined"] = "[x;y,z]",
                ["deep"] = "{\"w\":4,\"name\":\"d\"}",
                ["either"] = "{\"w\":5}",
                ["xml"] = " (application/xml): <a/>",
                ["größe"] = "v1",
                ["abc"] = "v2",
            },
            Sorted(bound));
    }

    [Fact]
    public async Task Parts_without_declared_names_arrive()
    {
        var client = server.CreateClient();

        var files = await client.SendFilesAsync(new Dictionary<string, FilePart> { ["ä \"b\""] = File("1", "1.txt"), ["c"] = File("2", null, "text/plain") }, Token);
        var none = await client.SendFilesAsync(new Dictionary<string, FilePart>(), Token);
        var lists = await client.SendFileListsAsync("n", new Dictionary<string, IReadOnlyList<FilePart>> { ["l"] = [File("1", "1"), File("2", "2")] }, Token);
        var values = await client.SendValuesAsync("n", new Dictionary<string, Meta> { ["m"] = new() { W = 1 }, ["k"] = new() { W = 2 } }, Token);
        var anything = await client.SendAnythingAsync(new Dictionary<string, FilePart> { ["a"] = File("1", "1.txt") }, Token);
        var array = await client.SendArrayAsync([File("1", "1", "image/png"), File("2", "2", "image/png")], Token);
        var choice = await client.SendChoiceAsync("link", url: new Uri("http://a/b"), cancellationToken: Token);
        var upload = await client.SendChoiceAsync("upload", File("1", "f"), cancellationToken: Token);
        var empty = await client.SendOptionalAsync(cancellationToken: Token);

        Assert.Equal(Sorted(("ä \"b\"", "1.txt (application/octet-stream): 1"), ("c", " (text/plain): 2")), Sorted(files));
        Assert.Empty(none);
        Assert.Equal(Sorted(("name", "n"), ("l", "[1 (application/octet-stream): 1;2 (application/octet-stream): 2]")), Sorted(lists));
        Assert.Equal(Sorted(("name", "n"), ("m", "{\"w\":1}"), ("k", "{\"w\":2}")), Sorted(values));
        Assert.Equal(Sorted(("a", "1.txt (application/octet-stream): 1")), Sorted(anything));
        Assert.Equal(Sorted(("files", "[1 (image/png): 1;2 (image/png): 2]")), Sorted(array));
        Assert.Equal(Sorted(("kind", "link"), ("url", "http://a/b")), Sorted(choice));
        Assert.Equal(Sorted(("kind", "upload"), ("file", "f (application/octet-stream): 1")), Sorted(upload));
        Assert.Empty(empty);
    }

    [Fact]
    public async Task Mixed_and_related_bodies_arrive()
    {
        var client = server.CreateClient();

        var mixed = await client.SendMixedAsync(new Meta { W = 1 }, File("2", "f", "image/png"), Token);
        var related = await client.SendRelatedAsync(meta: new Meta { W = 3 }, @file: File("4", null, "image/png"), cancellationToken: Token);

        Assert.Equal(Sorted(("meta", "{\"w\":1}"), ("file", "f (image/png): 2")), Sorted(mixed));
        Assert.Equal(Sorted(("meta", "{\"w\":3}"), ("file", " (image/png): 4")), Sorted(related));
    }

    [Fact]
    public async Task Fields_arrive()
    {
        var client = server.CreateClient();
        var fields = await client.SendFieldsAsync(
            text: "a b&c=ü+%20",
            address: new Address { City = "Köln", Zip = 50667, Lines = ["1", "2,3"] },
            deep: new Nested { Name = "n", Inner = new Address { City = "x", Zip = 1, Lines = ["3"] } },
            list: ["a", "b,c"],
            joined: [1, 2],
            json: new Nested { Name = "j" },
            notes: [new Meta { W = 1 }, new Meta { W = 2, Name = "x" }],
            either: new SendFieldsRequestEither.NestedCase(new Nested { Name = "e", Inner = new Address { Zip = 5 } }),
            cancellationToken: Token);
        var number = await client.SendFieldsAsync(either: new SendFieldsRequestEither.IntegerCase(7), cancellationToken: Token);
        var none = await client.SendFieldsAsync(cancellationToken: Token);
        var texts = await client.SendTextsAsync(new Dictionary<string, string> { ["a b"] = "1", ["ü"] = "&=", ["x[y]"] = "", ["a,b"] = "5" }, Token);
        var numbers = await client.SendNumbersAsync("5", new Dictionary<string, IReadOnlyList<long>> { ["a"] = [1], ["b"] = [2, 3] }, Token);
        var code = await client.SendGrantAsync(new Grant.CodeCase(new Code { CodeValue = "c", Ttl = 60 }), Token);
        var refresh = await client.SendGrantAsync(new Grant.RefreshCase(new Refresh { Token = "5", Scopes = ["a", "b"] }), Token);

        Assert.Equal(
            Sorted(
                ("text", "a b&c=ü+%20"),
                ("address", "{\"city\":\"Köln\",\"zip\":50667,\"lines\":[\"1\",\"2,3\"]}"),
                ("deep", "{\"name\":\"n\",\"inner\":{\"city\":\"x\",\"zip\":1,\"lines\":[\"3\"]}}"),
                ("list", "[a;b,c]"),
                ("joined", "[1;2]"),
                ("json", "{\"name\":\"j\"}"),
                ("notes", "[{\"w\":1};{\"w\":2,\"name\":\"x\"}]"),
                ("either", "{\"name\":\"e\",\"inner\":{\"zip\":5}}")),
            Sorted(fields));
        Assert.Equal("7", number["either"]);
        Assert.Empty(none);
        Assert.Equal(Sorted(("a b", "1"), ("ü", "&="), ("x[y]", ""), ("a,b", "5")), Sorted(texts));
        Assert.Equal(Sorted(("name", "5"), ("a", "[1]"), ("b", "[2;3]")), Sorted(numbers));
        Assert.Equal("{\"grant_type\":\"code\",\"code\":\"c\",\"ttl\":60}", code["grant"]);
        Assert.Equal("{\"grant_type\":\"refresh\",\"token\":\"5\",\"scopes\":[\"a\",\"b\"]}", refresh["grant"]);
    }

    private static SortedDictionary<string, string> Sorted(IReadOnlyDictionary<string, string> bound) => new(bound.ToDictionary(entry => entry.Key, entry => entry.Value), StringComparer.Ordinal);

    private static SortedDictionary<string, string> Sorted(params (string Name, string Text)[] bound) => new(bound.ToDictionary(entry => entry.Name, entry => entry.Text), StringComparer.Ordinal);

    [Fact]
    public async Task Lists_in_one_field_keep_their_items()
    {
        string[] texts = ["a,b", "c d+%2C%20&=", "", "ü;"];
        var bound = await server.CreateClient().SendStylesAsync(
            texts,
            spaces: ["a,b", "c|d+%20"],
            pipes: ["a,b", "c d+%7C"],
            numbers: [1, 2],
            pairs: new Dictionary<string, string> { ["a,b"] = "c,d=", ["e f"] = "+" },
            json: [new Meta { W = 1, Name = "a,b c" }],
            cancellationToken: Token);

        Assert.Equal(
            new SortedDictionary<string, string>
            {
                ["commas"] = "[a,b;c d+%2C%20&=;;ü;]",
                ["spaces"] = "[a,b;c|d+%20]",
                ["pipes"] = "[a,b;c d+%7C]",
                ["numbers"] = "[1;2]",
                ["pairs"] = "a,b=c,d=;e f=+",
                ["json"] = "[{\"w\":1,\"name\":\"a,b c\"}]",
            },
            bound);
        await Assert.ThrowsAsync<ArgumentException>(() => server.CreateClient().SendStylesAsync(spaces: ["a b", "c"], cancellationToken: Token));
        await Assert.ThrowsAsync<ArgumentException>(() => server.CreateClient().SendStylesAsync(pipes: ["a|b", "c"], cancellationToken: Token));
    }

    [Theory]
    [InlineData("commas=a%2Cb,c+d", "[a,b;c d]")]
    [InlineData("%63ommas=a%2Cb", "[a,b]")]
    [InlineData("&commas=a,b&&", "[a;b]")]
    [InlineData("spaces=a+b%20c", "[a;b;c]")]
    [InlineData("pipes=a%7Cb%7Cc", "[a;b;c]")]
    [InlineData("pipes=a|b%7Cc", "[a;b|c]")]
    [InlineData("numbers=1%2C2", "[1;2]")]
    [InlineData("json=%5B%7B%22w%22%3A1%7D%5D", "[{\"w\":1}]")]
    [InlineData("json=%7B%22w%22%3A1%7D&json=%7B%22w%22:2%7D", "[{\"w\":1};{\"w\":2}]")]
    public async Task Lists_are_split_before_they_are_decoded(string form, string expected)
    {
        foreach (var type in new[] { "application/x-www-form-urlencoded", "Application/X-WWW-Form-Urlencoded; charset=\"UTF-8\"" })
        {
            var (status, bound) = await server.SendRawAsync("styles", type, Encoding.UTF8.GetBytes(form), Token);
            Assert.Equal((200, expected), (status, bound.Values.Single()));
        }
    }

    [Fact]
    public async Task Form_beyond_the_limits_is_refused()
    {
        var many = string.Concat(Enumerable.Repeat("a=&", 2000));
        var (status, _) = await server.SendRawAsync("styles", "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(many), Token);
        var (longName, _) = await server.SendRawAsync("styles", "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(new string('a', 5000) + "=1"), Token);
        Assert.Equal((400, 400), (status, longName));
    }

    private static FilePart File(string text, string? name, string? type = null) => new(Content(text), name, type);

    private static MemoryStream Content(string text) => new(Encoding.UTF8.GetBytes(text));
}
