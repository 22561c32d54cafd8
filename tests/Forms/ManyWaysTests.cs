using System.Text;
using Forms;
using Forms.Runtime;

namespace SyncGen.Forms;

/// <summary>The controller reads a value whichever way its sender writes it.</summary>
public sealed class ControllerManyWaysTests(ControllerServer server) : ManyWaysTests(server), IClassFixture<ControllerServer>;

/// <summary>The endpoints read a value whichever way its sender writes it.</summary>
public sealed class EndpointManyWaysTests(EndpointServer server) : ManyWaysTests(server), IClassFixture<EndpointServer>;

/// <summary>
/// Objects and lists in forms as programs write them: OpenAPI's styles, JSON, and names in brackets as PHP, Rails, qs and axios have them. What contradicts
/// itself is refused; nothing is left out in silence.
/// </summary>
public abstract class ManyWaysTests(FormsServer server)
{
    private const string Urlencoded = "application/x-www-form-urlencoded";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("street=s&no=3", "addr={\"street\":\"s\",\"no\":3}")]
    [InlineData("addr=%7B%22street%22%3A%22s%22%2C%22no%22%3A3%7D", "addr={\"street\":\"s\",\"no\":3}")]
    [InlineData("addr[street]=s&addr%5Bno%5D=3", "addr={\"street\":\"s\",\"no\":3}")]
    [InlineData("addr=street,s,no,3", "addr={\"street\":\"s\",\"no\":3}")]
    [InlineData("joined=a,x%2Cy,b,3", "joined={\"a\":\"x,y\",\"b\":3}")]
    [InlineData("joined=%7B%22a%22%3A%22x%22%2C%22b%22%3A3%7D", "joined={\"a\":\"x\",\"b\":3}")]
    [InlineData("joined={\"a\":\"x\"}", "joined={\"a\":\"x\"}")]
    [InlineData("joined[a]=x&joined[b]=3", "joined={\"a\":\"x\",\"b\":3}")]
    [InlineData("deep[name]=n&deep[inner][lines][]=1&deep[inner][lines][]=2&deep[inner][zip]=4", "deep={\"name\":\"n\",\"inner\":{\"zip\":4,\"lines\":[\"1\",\"2\"]}}")]
    [InlineData("deep=%7B%22name%22%3A%22n%22%7D", "deep={\"name\":\"n\"}")]
    [InlineData("deep=name,n", "deep={\"name\":\"n\"}")]
    [InlineData("json[name]=5&json[inner][zip]=5", "json={\"name\":\"5\",\"inner\":{\"zip\":5}}")]
    [InlineData("tags[]=a&tags[]=b", "tags=[a;b]")]
    [InlineData("tags[1]=b&tags[0]=a", "tags=[a;b]")]
    [InlineData("tags=[\"a\"]", "tags=[[\"a\"]]")]
    [InlineData("sizes[]=1&sizes[]=2", "sizes=[1;2]")]
    [InlineData("sizes=%5B1%2C2%5D", "sizes=[1;2]")]
    [InlineData("lines[0][w]=1&lines[0][name]=a&lines[1][w]=2", "lines=[{\"w\":1,\"name\":\"a\"};{\"w\":2}]")]
    [InlineData("lines[][w]=1&lines[][name]=a", "lines=[{\"w\":1,\"name\":\"a\"}]")]
    [InlineData("either=a", "either=\"a\"")]
    [InlineData("either=5", "either=5")]
    [InlineData("either=true", "either=\"true\"")]
    [InlineData("either={\"q\":1}", "either=\"{\\\"q\\\":1}\"")]
    [InlineData("either[q]=1", "either={\"q\":1}")]
    [InlineData("q=1", "either={\"q\":1}")]
    public async Task Server_reads(string form, string expected)
    {
        var (status, bound) = await server.SendRawAsync("order", Urlencoded, Encoding.UTF8.GetBytes(form), Token);

        Assert.Equal(200, status);
        Assert.Equal(expected, string.Join(' ', bound.Where(value => value is not { Key: "tags", Value: "[]" }).Select(value => $"{value.Key}={value.Value}")));
    }

    [Theory]
    [InlineData("order", "street=s&addr[street]=t", "addr")]
    [InlineData("order", "street=s&addr=street,t", "addr")]
    [InlineData("order", "joined=a,x&joined[a]=y", "joined")]
    [InlineData("order", "deep[name]=x&deep[name][y]=z", "deep")]
    [InlineData("order", "joined=a", "joined")]
    [InlineData("order", "joined=a,x,b,y", "joined")]
    [InlineData("order", "tags=a&tags[]=b", "tags")]
    [InlineData("order", "tags[x]=a", "tags")]
    [InlineData("order", "lines[][w]=1&lines[][w]=2", "lines")]
    [InlineData("order", "no=3", "addr")]
    [InlineData("labels", "labels[a]=1&b=2&labels=%7B%22c%22%3A%223%22%7D", "labels")]
    public async Task Server_refuses_what_contradicts_itself(string path, string form, string place)
    {
        var (status, errors) = await server.SendRawAsync(path, Urlencoded, Encoding.UTF8.GetBytes(form), Token);

        Assert.Equal(400, status);
        Assert.Equal([place], errors.Keys);
    }

    [Theory]
    [InlineData("a=1&b=2", "a=1;b=2")]
    [InlineData("labels[a]=1&labels[b]=2", "a=1;b=2")]
    [InlineData("labels=%7B%22a%22%3A%221%22%7D", "a=1")]
    [InlineData("labels=1", "labels=1")]
    [InlineData("x[y]=1&name=n", "x[y]=1")]
    public async Task Server_reads_maps(string form, string expected)
    {
        var (status, bound) = await server.SendRawAsync("labels", Urlencoded, Encoding.UTF8.GetBytes(form), Token);

        Assert.Equal((200, expected), (status, bound["labels"]));
    }

    [Theory]
    [InlineData("labels", "text/plain")]
    [InlineData("name", "x")]
    [InlineData("NAME", "x")]
    [InlineData("name[x]", "x")]
    public async Task Client_refuses_names_of_other_fields(string name, string text) =>
        await Assert.ThrowsAsync<ArgumentException>(() => server.CreateClient().SendLabelsAsync(labels: new Dictionary<string, string> { [name] = text }, cancellationToken: Token));

    [Fact]
    public async Task Client_refuses_names_of_other_parts()
    {
        var client = server.CreateClient();

        await Assert.ThrowsAsync<ArgumentException>(() => client.SendFileListsAsync("n", new Dictionary<string, IReadOnlyList<FilePart>> { ["name"] = [File("1")] }, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.SendValuesAsync("n", new Dictionary<string, Meta> { ["name"] = new() { W = 1 } }, Token));
        await Assert.ThrowsAsync<ArgumentException>(() => client.SendNumbersAsync("n", new Dictionary<string, IReadOnlyList<long>> { ["name"] = [1] }, Token));
    }

    [Theory]
    [InlineData("value", "text/plain", "\"quoted\"", "\"\\\"quoted\\\"\"")]
    [InlineData("value", "text/plain; charset=utf-8", "{\"q\":\"1\"}", "\"{\\\"q\\\":\\\"1\\\"}\"")]
    [InlineData("value", null, "{\"q\":\"1\"}", "\"{\\\"q\\\":\\\"1\\\"}\"")]
    [InlineData("value", null, "5", "\"5\"")]
    [InlineData("value", "application/json", "\"quoted\"", "\"quoted\"")]
    [InlineData("value", "application/json; charset=utf-8", "{\"q\":\"1\"}", "{\"q\":\"1\"}")]
    [InlineData("value", "application/vnd.value+json", "5", "5")]
    [InlineData("values", "application/json", "[\"true\",true]", "[\"true\";true]")]
    [InlineData("values", "text/plain", "true", "[\"true\"]")]
    [InlineData("values[]", "application/json", "true", "[true]")]
    [InlineData("tags", "application/json", "[\"a\",\"b\"]", "[a;b]")]
    [InlineData("tags", "application/json", "\"a\"", "[a]")]
    [InlineData("tags", "text/plain", "[\"a\",\"b\"]", "[[\"a\",\"b\"]]")]
    [InlineData("tags[]", "text/plain", "a", "[a]")]
    [InlineData("sizes", "application/json", "[1,2]", "[1;2]")]
    [InlineData("sizes", null, "[1,2]", "[1;2]")]
    [InlineData("meta[w]", null, "1", "{\"w\":1}")]
    [InlineData("caption", "application/json", "\"c\"", "c")]
    [InlineData("caption", "text/plain", "\"c\"", "\"c\"")]
    [InlineData("open", null, "text", "\"text\"")]
    public async Task Type_of_a_part_decides_what_it_is(string name, string? type, string text, string expected)
    {
        string[] lines = ["--x", $"Content-Disposition: form-data; name=\"{name}\"", .. type is null ? Array.Empty<string>() : [$"Content-Type: {type}"], "", text, "--x--", ""];
        var (status, bound) = await server.SendRawAsync("kinds", "multipart/form-data; boundary=x", Encoding.UTF8.GetBytes(string.Join("\r\n", lines)), Token);

        Assert.Equal(200, status);
        Assert.Equal(expected, bound[name.Split('[')[0]]);
    }

    [Fact]
    public async Task Values_of_several_kinds_arrive_as_they_are()
    {
        var client = server.CreateClient();
        foreach (var text in new[] { "\"quoted\"", "{\"q\":\"1\"}", "5", "null", "" })
        {
            var bound = await client.SendKindsAsync([], [], new SendKindsRequestValue.StringCase(text), cancellationToken: Token);
            Assert.Equal($"\"{text.Replace("\"", "\\\"", StringComparison.Ordinal)}\"", bound["value"]);
        }

        var others = await client.SendKindsAsync(
            ["[\"a\"]"],
            [],
            new SendKindsRequestValue.IntegerCase(5),
            [new SendKindsRequestValuesItem.StringCase("true"), new SendKindsRequestValuesItem.BooleanCase(true)],
            cancellationToken: Token);
        Assert.Equal("5", others["value"]);
        Assert.Equal("[\"true\";true]", others["values"]);
        Assert.Equal("[[\"a\"]]", others["tags"]);
    }

    [Theory]
    [InlineData(200, "kind=link", "url=http://a/")]
    [InlineData(200, "kind=upload", "file=1")]
    [InlineData(200, "kind=link", "url=http://a/", "other=1")]
    [InlineData(400, "kind=link", "file=1")]
    [InlineData(400, "kind=link")]
    [InlineData(400, "url=http://a/", "file=1")]
    [InlineData(400, "kind=other", "url=http://a/", "file=1")]
    [InlineData(400, "zz=1")]
    public async Task Form_is_one_of_those_of_the_contract(int expected, params string[] parts)
    {
        var lines = parts.SelectMany(part => new[] { "--x", $"Content-Disposition: form-data; name=\"{part.Split('=')[0]}\"", "", part.Split('=')[1] });
        var (status, _) = await server.SendRawAsync("choice", "multipart/form-data; boundary=x", Encoding.UTF8.GetBytes(string.Join("\r\n", [.. lines, "--x--", ""])), Token);

        Assert.Equal(expected, status);
    }

    [Theory]
    [InlineData(200, "name=n")]
    [InlineData(200, "file=1")]
    [InlineData(400, "name=n", "file=1")]
    [InlineData(400, "zz=1")]
    public async Task Form_is_exactly_one_of_those_that_oneOf_has(int expected, params string[] parts)
    {
        var lines = parts.SelectMany(part => new[] { "--x", $"Content-Disposition: form-data; name=\"{part.Split('=')[0]}\"", "", part.Split('=')[1] });
        var (status, _) = await server.SendRawAsync("exactly-one", "multipart/form-data; boundary=x", Encoding.UTF8.GetBytes(string.Join("\r\n", [.. lines, "--x--", ""])), Token);

        Assert.Equal(expected, status);
    }

    [Fact]
    public async Task Lists_without_items_arrive()
    {
        var client = server.CreateClient();

        var parts = await client.SendKindsAsync([], [], cancellationToken: Token);
        var fields = await client.SendOrderAsync([], cancellationToken: Token);

        Assert.Equal(("[]", "[]"), (parts["tags"], parts["files"]));
        Assert.Equal("[]", fields["tags"]);
    }

    [Fact]
    public async Task Parts_have_the_media_types_that_their_schemas_name()
    {
        var form = await RecordingHandler.RecordAsync(client => client.SendKindsAsync([], [], picture: File("1"), icon: "2"u8.ToArray(), cancellationToken: Token));

        Assert.Contains("name=\"picture\"; filename=\"f\"\r\nContent-Type: image/png\r\n\r\n1", form.Text, StringComparison.Ordinal);
        Assert.Contains("name=\"icon\"\r\nContent-Type: image/gif\r\n\r\nMg==", form.Text, StringComparison.Ordinal);
    }

    private static FilePart File(string text) => new(new MemoryStream(Encoding.UTF8.GetBytes(text)), "f");
}
