using System.Text;
using System.Text.Json;
using Forms;

namespace SyncGen.Forms;

/// <summary>The controller reads what other programs send.</summary>
public sealed class ControllerForeignFormTests(ControllerServer server) : ForeignFormTests(server), IClassFixture<ControllerServer>;

/// <summary>The endpoints read what other programs send.</summary>
public sealed class EndpointForeignFormTests(EndpointServer server) : ForeignFormTests(server), IClassFixture<EndpointServer>;

/// <summary>Forms as Chrome, Firefox, curl and others write them, byte by byte through a socket.</summary>
public abstract class ForeignFormTests(FormsServer server)
{
    private const string Chrome = "----WebKitFormBoundary7MA4YWxkTrZu0gW";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Chrome_writes_names_as_they_are_and_blobs_as_files()
    {
        var (status, bound) = await SendAsync("parts", Chrome, Lines(
            $"--{Chrome}",
            "Content-Disposition: form-data; name=\"file\"; filename=\"a %22b%22 \\größe 照片.png\"",
            "Content-Type: image/png",
            "",
            "1",
            $"--{Chrome}",
            "Content-Disposition: form-data; name=\"meta\"; filename=\"blob\"",
            "Content-Type: application/json",
            "",
            "{\"w\":1}",
            $"--{Chrome}",
            "Content-Disposition: form-data; name=\"labels\"; filename=\"blob\"",
            "Content-Type: application/json",
            "",
            "[\"a\",\"b,c\"]",
            $"--{Chrome}",
            "Content-Disposition: form-data; name=\"caption\"",
            "",
            "ü",
            $"--{Chrome}",
            "Content-Disposition: form-data; name=\"a%22b\\c\"",
            "",
            "v",
            $"--{Chrome}--",
            ""));

        Assert.Equal(200, status);
        Assert.Equal("a \"b\" \\größe 照片.png (image/png): 1", bound["file"]);
        Assert.Equal("{\"w\":1}", bound["meta"]);
        Assert.Equal("[a;b,c]", bound["labels"]);
        Assert.Equal("ü", bound["caption"]);
        Assert.Equal("v", bound["abc"]);
    }

    [Theory]
    [InlineData("title=a", "title=a")]
    [InlineData("w=1", "meta={\"w\":1}")]
    [InlineData("city=b&title=a", "address={\"city\":\"b\"} title=a")]
    [InlineData("lines=1&lines=2&w=3", "address={\"lines\":[\"1\",\"2\"]} meta={\"w\":3}")]
    public async Task What_no_field_speaks_of_is_absent(string body, string expected)
    {
        using var client = new HttpClient { BaseAddress = server.Address };
        using var content = new StringContent(body, Encoding.UTF8, "application/x-www-form-urlencoded");
        using var response = await client.PostAsync(new Uri("contact", UriKind.Relative), content, Token);
        var bound = JsonSerializer.Deserialize<SortedDictionary<string, string>>(await response.Content.ReadAsStringAsync(Token))!;

        Assert.Equal(expected, string.Join(' ', bound.Select(field => $"{field.Key}={field.Value}")));
    }

    [Theory]
    [InlineData("parts", "file")]
    [InlineData("files", "a")]
    public async Task One_file_given_twice_is_a_400(string path, string name)
    {
        var part = $"--{Chrome}\r\nContent-Disposition: form-data; name=\"{name}\"; filename=\"a.png\"\r\n\r\n1\r\n";
        var (status, _) = await SendAsync(path, Chrome, Encoding.UTF8.GetBytes($"{part}{part}--{Chrome}--\r\n"));

        Assert.Equal(400, status);
    }

    [Theory]
    [InlineData("filename=\"a\\\"b.png\"", "a\"b.png")] // curl before 7.81
    [InlineData("filename=\"a\\\\b.png\"", "a\\\\b.png")]
    [InlineData("filename=\"a\\\"", "a\\")] // a name that ends with a backslash, from a browser
    [InlineData("filename=plain.png", "plain.png")]
    [InlineData("filename*=UTF-8''gr%C3%B6%C3%9Fe.png", "größe.png")] // requests, .NET
    [InlineData("filename=\"x.png\"; filename*=utf-8''y.png", "y.png")]
    [InlineData("filename=\"a;name=b.png\"", "a;name=b.png")]
    public async Task Names_of_files_are_read_as_their_writers_mean_them(string parameter, string expected)
    {
        var (status, bound) = await SendAsync("parts", "x", Lines("--x", $"content-disposition: form-data; name=file; {parameter}", "", "1", "--x--"));

        Assert.Equal(200, status);
        Assert.StartsWith(expected + " (", bound["file"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_may_come_without_a_name_and_texts_with_one()
    {
        var (status, bound) = await SendAsync("parts", "x", Lines(
            "preamble",
            "--x",
            "Content-Disposition: form-data; name=\"file\"",
            "",
            "1",
            "--x",
            "Content-Disposition: form-data; name=\"caption\"; filename=\"c.txt\"",
            "Content-Type: text/plain; charset=iso-8859-1",
            "",
            "c",
            "--x",
            "Content-Disposition: form-data; name=\"tags\"",
            "",
            "a",
            "--x",
            "Content-Disposition: form-data; name=\"tags\"",
            "",
            "b",
            "--x",
            "Content-Disposition: form-data; name=\"labels\"",
            "Content-Type: application/json",
            "",
            "\"one\"",
            "--x",
            "Content-Disposition: form-data; name=\"title\"",
            "",
            "plain text",
            "--x",
            "Content-Disposition: form-data; name=\"either\"",
            "",
            "7",
            "--x--",
            "epilogue"));

        Assert.Equal(200, status);
        Assert.Equal(" (): 1", bound["file"]);
        Assert.Equal("c", bound["caption"]);
        Assert.Equal("[a;b]", bound["tags"]);
        Assert.Equal("[one]", bound["labels"]);
        Assert.Equal("plain text", bound["title"]);
        Assert.Equal("7", bound["either"]);
    }

    [Fact]
    public async Task Text_has_the_encoding_that_its_part_names()
    {
        byte[] body = [.. Lines("--x", "Content-Disposition: form-data; name=\"file\"; filename=\"f\"", "", "1", "--x", "Content-Disposition: form-data; name=\"caption\"", "Content-Type: text/plain; charset=iso-8859-1", "", ""), 0xFC, .. Lines("", "--x--")];

        var (_, bound) = await SendAsync("parts", "x", body);

        Assert.Equal("ü", bound["caption"]);
    }

    [Theory]
    [InlineData("mixed", "multipart/mixed")]
    [InlineData("related", "multipart/related; type=\"application/json\"")]
    public async Task Parts_of_other_multipart_bodies_are_known_by_their_order(string path, string type)
    {
        var body = Lines("--x", "Content-Type: application/json; charset=UTF-8", "", "{\"w\":1}", "--x", "Content-Type: image/png", "", "2", "--x--");

        var (status, bound) = await server.SendRawAsync(path, $"{type}; boundary=\"x\"", body, Token);

        Assert.Equal(200, status);
        Assert.Equal("{\"w\":1}", bound["meta"]);
        Assert.Equal(" (image/png): 2", bound["file"]);
    }

    [Theory]
    [InlineData("meta", "{\"w\":", "meta")]
    [InlineData("meta", "{\"w\":\"x\"}", "meta")]
    [InlineData("rating", "x", "rating")]
    [InlineData("other", "x", "file")]
    public async Task What_is_wrong_with_a_part_is_said_under_its_name(string name, string text, string place)
    {
        var body = place == "file"
            ? Lines("--x", $"Content-Disposition: form-data; name=\"{name}\"", "", text, "--x--")
            : Lines("--x", "Content-Disposition: form-data; name=\"file\"; filename=\"f\"", "", "1", "--x", $"Content-Disposition: form-data; name=\"{name}\"; filename=\"blob\"", "", text, "--x--");

        var (status, errors) = await SendAsync("parts", "x", body);

        Assert.Equal(400, status);
        Assert.Equal([place], errors.Keys);
    }

    [Theory]
    [InlineData("joined=null")]
    [InlineData("joined=1,null")]
    [InlineData("joined=1&apart=null")]
    [InlineData("joined=1&apart=1&apart=null")]
    [InlineData("joined=1&apart[]=null")]
    [InlineData("joined=1&apart[0]=null")]
    public async Task Lists_that_a_style_lays_out_have_no_null(string body) =>
        Assert.Equal(400, (await server.SendRawAsync("gaps", "application/x-www-form-urlencoded", Encoding.UTF8.GetBytes(body), Token)).Status);

    [Fact]
    public async Task Null_is_a_text_among_texts_and_JSON_among_JSON()
    {
        var (_, bound) = await server.SendRawAsync("gaps", "application/x-www-form-urlencoded", "joined=1&texts=null&metas=null&metas={\"w\":1}"u8.ToArray(), Token);
        var sent = await server.CreateClient().SendMetasAsync([null, new Meta { W = 1 }], Token);

        Assert.Equal("null", bound["texts"]);
        Assert.Equal("none;1", bound["metas"]);
        Assert.Equal("none;1", sent["metas"]);
    }

    [Theory]
    [InlineData("multipart/form-data", "--x--\r\n")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\n1")]
    [InlineData("multipart/form-data; boundary=x", "")]
    [InlineData("multipart/form-data; boundary=x", "--x\r\nno header\r\n\r\n1\r\n--x--")]
    public async Task Broken_bodies_are_refused(string type, string body)
    {
        var (status, errors) = await server.SendRawAsync("parts", type, Encoding.UTF8.GetBytes(body), Token);

        Assert.Equal(400, status);
        Assert.NotEmpty(errors);
    }

    [Fact]
    public async Task Fields_are_read_as_browsers_write_them()
    {
        var (status, bound) = await server.SendRawAsync(
            "fields",
            "application/x-www-form-urlencoded",
            "text=a+b%26&city=K%C3%B6ln&zip=1&deep[name]=n&deep%5Binner%5D%5Bcity%5D=x&list=a&list=b%2Cc&joined=1%2C2&json=%7B%22name%22%3A%22j%22%7D&either=5&unknown=1&unknown=2"u8.ToArray(),
            Token);

        Assert.Equal(200, status);
        Assert.Equal("a b&", bound["text"]);
        Assert.Equal("{\"city\":\"Köln\",\"zip\":1}", bound["address"]);
        Assert.Equal("{\"name\":\"n\",\"inner\":{\"city\":\"x\"}}", bound["deep"]);
        Assert.Equal("[a;b,c]", bound["list"]);
        Assert.Equal("[1;2]", bound["joined"]);
        Assert.Equal("{\"name\":\"j\"}", bound["json"]);
        Assert.Equal("5", bound["either"]);
    }

    private Task<(int Status, IReadOnlyDictionary<string, string> Bound)> SendAsync(string path, string boundary, byte[] body) =>
        server.SendRawAsync(path, $"multipart/form-data; boundary={boundary}", body, Token);

    private static byte[] Lines(params string[] lines) => Encoding.UTF8.GetBytes(string.Join("\r\n", lines));
}
