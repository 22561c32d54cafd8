using Forms;
using Forms.Runtime;

namespace SyncGen.Forms;

/// <summary>busboy reads what the generated client sends.</summary>
public sealed class BusboyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a.png", "a.png")]
    [InlineData("größe.png", "größe.png")]
    [InlineData("照片 🎈.png", "照片 🎈.png")]
    [InlineData("a\\b.png", "a\\b.png")]
    [InlineData("a;b=c, d'e.png", "a;b=c, d'e.png")]
    // As browsers write them: no server turns these back by itself.
    [InlineData("say \"hi\".png", "say %22hi%22.png")]
    [InlineData("a\r\nX-Evil: 1", "a%0D%0AX-Evil: 1")]
    public async Task Names_of_files_are_read(string name, string expected)
    {
        var form = await RecordingHandler.RecordAsync(client => client.SendPartsAsync(File("1", name), cancellationToken: Token));

        var part = Assert.Single(await Busboy.ReadAsync(form, Token));
        Assert.Equal(new BusboyPart("file", expected, "image/png", "1"), part);
        Assert.DoesNotContain("filename*", form.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Parts_of_every_kind_are_read()
    {
        var form = await RecordingHandler.RecordAsync(client => client.SendPartsAsync(
            File("\0\r\n--", "f", "image/jpeg"),
            caption: "ü\r\n\"",
            more: [File("m1", "1"), File("m2", "2", "text/csv")],
            rating: 0.5,
            taken: new DateTimeOffset(2024, 2, 29, 1, 2, 3, TimeSpan.Zero),
            kind: SendPartsRequestKind.Large,
            bytes: "bytes"u8.ToArray(),
            meta: new Meta { W = 1, Name = "ü" },
            tags: ["a", "b,c"],
            labels: ["a", "b,c"],
            title: "t",
            sizes: [1, 2],
            notes: [new Meta { W = 2 }, new Meta { W = 3 }],
            joined: ["x", "y"],
            deep: new Meta { W = 4, Name = "d" },
            either: new SendPartsRequestEither.MetaCase(new Meta { W = 5 }),
            xml: new FilePart(Content("<a/>"), null),
            größe名前: "v1",
            abc: "v2",
            cancellationToken: Token));

        Assert.StartsWith("multipart/form-data; boundary=", form.ContentType, StringComparison.Ordinal);
        Assert.Equal(
            [
                new("caption", null, "text/plain", "ü\r\n\""),
                new("file", "f", "image/jpeg", "\0\r\n--"),
                new("more", "1", "application/octet-stream", "m1"),
                new("more", "2", "text/csv", "m2"),
                new("rating", null, "text/plain", "0.5"),
                new("taken", null, "text/plain", "2024-02-29T01:02:03Z"),
                new("kind", null, "text/plain", "large"),
                new("bytes", null, "text/plain", "Ynl0ZXM="),
                new("meta", null, "application/json", "{\"w\":1,\"name\":\"ü\"}"),
                new("tags", null, "text/plain", "a"),
                new("tags", null, "text/plain", "b,c"),
                new("labels", null, "application/json", "[\"a\",\"b,c\"]"),
                new("title", null, "application/json", "\"t\""),
                new("sizes", null, "text/plain", "1"),
                new("sizes", null, "text/plain", "2"),
                new("notes", null, "application/vnd.note+json", "[{\"w\":2},{\"w\":3}]"),
                new("joined", null, "text/plain", "x|y"),
                new("deep[w]", null, "text/plain", "4"),
                new("deep[name]", null, "text/plain", "d"),
                new("either", null, "application/json", "{\"w\":5}"),
                new("xml", null, "application/xml", "<a/>"),
                new("größe 名前", null, "text/plain", "v1"),
                new("a%22b\\c", null, "text/plain", "v2"),
            ],
            await Busboy.ReadAsync(form, Token));
    }

    [Fact]
    public async Task Parts_without_declared_names_are_read()
    {
        var files = await RecordingHandler.RecordAsync(client => client.SendFilesAsync(new Dictionary<string, FilePart> { ["ä"] = File("1", "1.txt"), ["b"] = File("2", null, "text/plain") }, Token));
        var lists = await RecordingHandler.RecordAsync(client => client.SendFileListsAsync("n", new Dictionary<string, IReadOnlyList<FilePart>> { ["l"] = [File("1", "1"), File("2", "2")] }, Token));
        var values = await RecordingHandler.RecordAsync(client => client.SendValuesAsync("n", new Dictionary<string, Meta> { ["m"] = new() { W = 1 } }, Token));
        var array = await RecordingHandler.RecordAsync(client => client.SendArrayAsync([File("1", "1", "image/png"), File("2", "2", "image/png")], Token));
        var choice = await RecordingHandler.RecordAsync(client => client.SendChoiceAsync("link", url: new Uri("http://a/b"), cancellationToken: Token));

        Assert.Equal([new("ä", "1.txt", "application/octet-stream", "1"), new("b", null, "text/plain", "2")], await Busboy.ReadAsync(files, Token));
        Assert.Equal([new("name", null, "text/plain", "n"), new("l", "1", "application/octet-stream", "1"), new("l", "2", "application/octet-stream", "2")], await Busboy.ReadAsync(lists, Token));
        Assert.Equal([new("name", null, "text/plain", "n"), new("m", null, "application/json", "{\"w\":1}")], await Busboy.ReadAsync(values, Token));
        Assert.Equal([new("files", "1", "image/png", "1"), new("files", "2", "image/png", "2")], await Busboy.ReadAsync(array, Token));
        Assert.Equal([new("kind", null, "text/plain", "link"), new("url", null, "text/plain", "http://a/b")], await Busboy.ReadAsync(choice, Token));
    }

    [Fact]
    public async Task Fields_of_urlencoded_forms_are_read()
    {
        var fields = await RecordingHandler.RecordAsync(client => client.SendFieldsAsync(
            text: "a b&c=ü+",
            address: new Address { City = "Köln", Zip = 50667, Lines = ["1", "2"] },
            deep: new Nested { Name = "n", Inner = new Address { City = "x", Lines = ["3"] } },
            list: ["a", "b,c"],
            joined: [1, 2],
            json: new Nested { Name = "j" },
            notes: [new Meta { W = 1 }],
            either: new SendFieldsRequestEither.NestedCase(new Nested { Name = "e" }),
            cancellationToken: Token));
        var texts = await RecordingHandler.RecordAsync(client => client.SendTextsAsync(new Dictionary<string, string> { ["a b"] = "1", ["ü"] = "&" }, Token));

        Assert.Equal(
            [
                "text: a b&c=ü+", "city: Köln", "zip: 50667", "lines: 1", "lines: 2", "deep[name]: n", "deep[inner][city]: x", "deep[inner][lines]: 3", "list: a", "list: b,c",
                "joined: 1,2", "json: {\"name\":\"j\"}", "notes: {\"w\":1}", "either[name]: e",
            ],
            (await Busboy.ReadAsync(fields, Token)).Select(part => $"{part.Name}: {part.Value}"));
        Assert.Equal(["a b: 1", "ü: &"], (await Busboy.ReadAsync(texts, Token)).Select(part => $"{part.Name}: {part.Value}"));
    }

    private static FilePart File(string text, string? name, string? type = null) => new(Content(text), name, type);

    private static MemoryStream Content(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));
}
