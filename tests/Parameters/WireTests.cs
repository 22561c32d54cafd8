using System.Text.Json;
using Layout;

namespace SyncGen.Parameters;

/// <summary>What RFC 6570 and OpenAPI's table of styles print, a server by a controller reads.</summary>
public sealed class ControllerWireTests(ControllerServer server) : WireTests(server), IClassFixture<ControllerServer>;

/// <summary>What RFC 6570 and OpenAPI's table of styles print, a server by endpoints reads.</summary>
public sealed class EndpointWireTests(EndpointServer server) : WireTests(server), IClassFixture<EndpointServer>;

public abstract class WireTests(LayoutServer server)
{
    private static readonly string[] Colors = ["blue", "black", "brown"];
    private static readonly Dictionary<string, string> Rgb = new() { ["R"] = "100", ["G"] = "200", ["B"] = "150" };
    private static readonly Dictionary<string, string> Keys = new() { ["semi"] = ";", ["dot"] = ".", ["comma"] = "," };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private LayoutClient Client => server.Client;

    [Fact]
    public async Task Client_sends_what_the_specifications_print()
    {
        // OpenAPI 3.1.2, 4.8.12.6 "Style Examples".
        await Sends(Client.PathMatrixTextAsync("blue", Token), "path/matrix/text/;value=blue");
        await Sends(Client.PathMatrixListAsync(Colors, Token), "path/matrix/list/;value=blue,black,brown");
        await Sends(Client.PathMatrixMapAsync(Rgb, Token), "path/matrix/map/;value=R,100,G,200,B,150");
        await Sends(Client.PathMatrixExplodedListAsync(Colors, Token), "path/matrix-exploded/list/;the%20values=blue;the%20values=black;the%20values=brown");
        await Sends(Client.PathMatrixExplodedMapAsync(Rgb, Token), "path/matrix-exploded/map/;R=100;G=200;B=150");
        await Sends(Client.PathLabelTextAsync("blue", Token), "path/label/text/.blue");
        await Sends(Client.PathLabelListAsync(Colors, Token), "path/label/list/.blue,black,brown");
        await Sends(Client.PathLabelMapAsync(Rgb, Token), "path/label/map/.R,100,G,200,B,150");
        await Sends(Client.PathLabelExplodedListAsync(Colors, Token), "path/label-exploded/list/.blue.black.brown");
        await Sends(Client.PathLabelExplodedMapAsync(Rgb, Token), "path/label-exploded/map/.R=100.G=200.B=150");
        await Sends(Client.PathSimpleTextAsync("blue", Token), "path/simple/text/blue");
        await Sends(Client.PathSimpleListAsync(Colors, Token), "path/simple/list/blue,black,brown");
        await Sends(Client.PathSimpleMapAsync(Rgb, Token), "path/simple/map/R,100,G,200,B,150");
        await Sends(Client.PathSimpleExplodedMapAsync(Rgb, Token), "path/simple-exploded/map/R=100,G=200,B=150");
        await Sends(Client.QueryFormListAsync(Colors, Token), "query/form/list?value=blue,black,brown");
        await Sends(Client.QueryFormMapAsync(Rgb, Token), "query/form/map?value=R,100,G,200,B,150");
        await Sends(Client.QueryFormExplodedListAsync(Colors, Token), "query/form-exploded/list?the%20%5Bvalues%5D%20%26%20more=blue&the%20%5Bvalues%5D%20%26%20more=black&the%20%5Bvalues%5D%20%26%20more=brown");
        await Sends(Client.QueryFormExplodedMapAsync(Rgb, Token), "query/form-exploded/map?R=100&G=200&B=150");
        await Sends(Client.QuerySpaceListAsync(Colors, Token), "query/space/list?value=blue%20black%20brown");
        await Sends(Client.QuerySpaceMapAsync(Rgb, Token), "query/space/map?value=R%20100%20G%20200%20B%20150");
        await Sends(Client.QueryPipeListAsync(Colors, Token), "query/pipe/list?value=blue%7Cblack%7Cbrown");
        await Sends(Client.QueryPipeMapAsync(Rgb, Token), "query/pipe/map?value=R%7C100%7CG%7C200%7CB%7C150");
        await Sends(Client.QueryDeepMapAsync(Rgb, Token), "query/deep/map?value%5BR%5D=100&value%5BG%5D=200&value%5BB%5D=150");

        // RFC 6570, 3.2.2 to 3.2.8: its variables "keys", "half", "empty" and "who".
        await Sends(Client.PathSimpleMapAsync(Keys, Token), "path/simple/map/semi,%3B,dot,.,comma,%2C");
        await Sends(Client.PathSimpleExplodedMapAsync(Keys, Token), "path/simple-exploded/map/semi=%3B,dot=.,comma=%2C");
        await Sends(Client.PathLabelMapAsync(Keys, Token), "path/label/map/.semi,%3B,dot,.,comma,%2C");
        await Sends(Client.PathMatrixMapAsync(Keys, Token), "path/matrix/map/;value=semi,%3B,dot,.,comma,%2C");
        await Sends(Client.PathMatrixExplodedMapAsync(Keys, Token), "path/matrix-exploded/map/;semi=%3B;dot=.;comma=%2C");
        await Sends(Client.PathMatrixTextAsync("", Token), "path/matrix/text/;value");
        await Sends(Client.PathSimpleTextAsync("50%", Token), "path/simple/text/50%25");
        await Sends(Client.PathLabelTextAsync("fred", Token), "path/label/text/.fred");
        await Sends(Client.QueryFormMapAsync(Keys, Token), "query/form/map?value=semi,%3B,dot,.,comma,%2C");
        await Sends(Client.QueryFormExplodedMapAsync(Keys, Token), "query/form-exploded/map?semi=%3B&dot=.&comma=%2C");
        await Sends(Client.QueryTextAsync("", Token), "query/text?value=");
    }

    [Theory]
    [InlineData("path/simple/list/a%2Cb,c", "[\"a,b\",\"c\"]")]
    [InlineData("path/simple/list/a%2cb%2Fd,%252C", "[\"a,b/d\",\"%2C\"]")]
    [InlineData("path/simple/list/a%2Cb", "[\"a,b\"]")]
    [InlineData("path/simple/list/a%2Cb/", "[\"a,b\"]")]
    [InlineData("path/simple/list/%61,+,", "[\"a\",\"+\",\"\"]")]
    [InlineData("path/simple/list/%C3%BC%2C,%25ff", "[\"ü,\",\"%ff\"]")]
    [InlineData("path/simple/text/100%zz%4%", "\"100%zz%4%\"")]
    [InlineData("query/text?value=100%zz%4%", "\"100%zz%4%\"")]
    [InlineData("path/simple/text/a%2Fb%252Fc", "\"a/b%2Fc\"")]
    [InlineData("path/simple/object/first,a%2Cb,second,c", "{\"first\":\"a,b\",\"second\":\"c\"}")]
    [InlineData("path/simple-exploded/object/first=a%3Db,second=x%2Cy", "{\"first\":\"a=b\",\"second\":\"x,y\"}")]
    [InlineData("path/simple-exploded/object/first%3Da,second=b", "{\"first\":\"a\",\"second\":\"b\"}")]
    [InlineData("path/label/text/.a.b", "\"a.b\"")]
    [InlineData("path/label/list/.a%2Cb,c", "[\"a,b\",\"c\"]")]
    [InlineData("path/label-exploded/list/.a.b%2C", "[\"a\",\"b,\"]")]
    [InlineData("path/matrix/text/;value=a%3Bb", "\"a;b\"")]
    [InlineData("path/matrix/text/;value", "\"\"")]
    [InlineData("path/matrix/list/;value=a%3Bb,value%3D", "[\"a;b\",\"value=\"]")]
    [InlineData("path/matrix-exploded/list/;the%20values=a%3Bb;the%20values;the%20values=the%20values=", "[\"a;b\",\"\",\"the values=\"]")]
    [InlineData("path/matrix-exploded/object/;first=a%3Bb;second", "{\"first\":\"a;b\",\"second\":\"\"}")]
    [InlineData("path/part/a%2Cb,c%3A:cancel", "[\"a,b\",\"c:\"]")]
    [InlineData("query/form/list?value=a%2Cb,c", "[\"a,b\",\"c\"]")]
    [InlineData("query/form/list?%76alue=a+b,%2B", "[\"a b\",\"+\"]")]
    [InlineData("query/form/list?VALUE=a", "[\"a\"]")]
    [InlineData("query/form/object?value=first,a%2Cb", "{\"first\":\"a,b\"}")]
    [InlineData("query/form-exploded/list?the+[values]+%26+more=a%2Cb,c&the%20%5Bvalues%5D%20%26%20more=", "[\"a,b,c\",\"\"]")]
    [InlineData("query/space/list?value=a+b%20c,d", "[\"a\",\"b\",\"c,d\"]")]
    [InlineData("query/pipe/list?value=a|b%7Cc", "[\"a\",\"b|c\"]")]
    [InlineData("query/pipe/list?value=a%7Cb%7Cc", "[\"a\",\"b\",\"c\"]")]
    [InlineData("query/deep/object?value[text]=a%5Bb&value%5Blist%5D=x,y&value[list]=z&value[inner][first]=i", "{\"text\":\"a[b\",\"list\":[\"x,y\",\"z\"],\"inner\":{\"first\":\"i\"}}")]
    public async Task Server_splits_before_it_decodes(string target, string expected)
    {
        Assert.Equal(204, await server.SendAsync("/api/" + target));
        Assert.Equal(expected, Describe(server.Bound));
    }

    [Theory]
    [InlineData("value=a%2Cb", "[\"a\",\"b\"]")]
    [InlineData("value=a,b%2Cc", "[\"a\",\"b,c\"]")]
    [InlineData("other=1; value=a; value=b%20c", "[\"a\",\"b c\"]")]
    public async Task Server_reads_lists_in_cookies(string cookies, string expected)
    {
        Assert.Equal(204, await server.SendAsync("/api/cookie/list", $"Cookie: {cookies}\r\n"));
        Assert.Equal(expected, Describe(server.Bound));
    }

    [Theory]
    [InlineData("a, b ,,c", "[\"a\",\"b\",\"c\"]")]
    [InlineData("a%2Cb", "[\"a%2Cb\"]")]
    public async Task Headers_are_not_decoded(string text, string expected)
    {
        Assert.Equal(204, await server.SendAsync("/api/header/list", $"X-Value: {text}\r\n"));
        Assert.Equal(expected, Describe(server.Bound));
    }

    [Theory]
    [InlineData("numbers/1,2?joined=3%2C4&color=R%2C1%2CG%2C2", "[[1,2],[3,4],{\"R\":1,\"G\":2}]")]
    [InlineData("numbers/1%2C2?joined=3,4&color=R,1", "[[1,2],[3,4],{\"R\":1}]")]
    public async Task Encoded_delimiters_count_where_a_value_cannot_hold_them(string target, string expected)
    {
        Assert.Equal(204, await server.SendAsync("/api/" + target));
        Assert.Equal(expected, Describe(server.Bound));
    }

    [Theory]
    [InlineData("path/label/text/a")]
    [InlineData("path/label/list/a,b")]
    [InlineData("path/matrix/text/value=a")]
    [InlineData("path/matrix/text/;other=a")]
    [InlineData("path/matrix/list/;other=a,b")]
    [InlineData("path/matrix-exploded/list/;the%20values=a;other=b")]
    [InlineData("path/simple-exploded/object/first,a")]
    [InlineData("path/simple/object/first")]
    [InlineData("numbers/1,x%2C2")]
    public async Task What_is_not_in_its_style_is_refused(string target) => Assert.Equal(400, await server.SendAsync("/api/" + target));

    [Fact]
    public async Task Open_map_takes_what_belongs_to_no_other()
    {
        Assert.Equal(204, await server.SendAsync("/api/open?LIMIT=5&tags=a&Tags=b&range[first]=r&first=f&%61pi_key=k&x=1&Y=2&y=3&limits=4"));
        Assert.Equal("[5,[\"a\",\"b\"],{\"first\":\"r\"},{\"first\":\"f\"},{\"x\":\"1\",\"Y\":\"2\",\"y\":\"3\",\"limits\":\"4\"}]", Describe(server.Bound));
        Assert.Equal(204, await server.SendAsync("/api/open?limit=5"));
        Assert.Equal("[5,null,null,null,null]", Describe(server.Bound));
        Assert.Equal(400, await server.SendAsync("/api/open?x=1&x=2"));
    }

    [Theory]
    [InlineData("Limit")]
    [InlineData("range[first]")]
    [InlineData("second")]
    [InlineData("api_key")]
    public async Task Name_of_another_parameter_is_not_sent_in_an_open_map(string name)
    {
        var count = server.Count;
        await Assert.ThrowsAsync<ArgumentException>(() => Client.BindOpenAsync(rest: new Dictionary<string, string> { [name] = "1" }, cancellationToken: Token));
        Assert.Equal(count, server.Count);
    }

    [Theory]
    [InlineData("query/union?value=5", "{\"Value\":5}")]
    [InlineData("query/union?value=true", "{\"Value\":true}")]
    [InlineData("query/union?value=a&value=b", "{\"Value\":[\"a\",\"b\"]}")]
    [InlineData("query/numbers?value=1&value=2", "[1,2]")]
    [InlineData("query/numbers?value=a", "\"a\"")]
    [InlineData("query/union?n=1", "{\"Value\":{\"n\":1}}")]
    [InlineData("query/union?other=1", "null")]
    [InlineData("query/deep/maps?value[a][n]=1&value[b][n]=2", "{\"a\":{\"n\":1},\"b\":{\"n\":2}}")]
    [InlineData("query/deep/numbers?value[a]=1&value[b]=2&value[b]=3", "{\"a\":[1],\"b\":[2,3]}")]
    [InlineData("query/deep/object?value[list][]=x&value[list][]=y", "{\"text\":null,\"list\":[\"x\",\"y\"],\"inner\":null}")]
    [InlineData("query/free?a=1&other=2", "{\"a\":\"1\"}")]
    [InlineData("query/free/typed?label=7&since=2026-11-30&a=1&other=2", "{\"label\":\"7\",\"since\":\"2026-11-30\",\"a\":1}")]
    [InlineData("query/deep/typed?value[label]=7&value[a]=1", "{\"label\":\"7\",\"a\":1}")]
    public async Task Server_reads_values_of_several_kinds(string target, string expected)
    {
        Assert.Equal(204, await server.SendAsync("/api/" + target));
        Assert.Equal(expected, Json(server.Bound));
    }

    [Theory]
    [InlineData("query/objects?value=x")]
    [InlineData("query/objects?value=%7B%7D")]
    [InlineData("query/union?value=x&n=1")]
    [InlineData("query/deep/maps?value[a]=1")]
    [InlineData("query/deep/lists?value[a]=1")]
    [InlineData("query/deep/map?value=1")]
    [InlineData("query/free/typed?a=x")]
    [InlineData("query/deep/typed?value[a]=x")]
    [InlineData("query/deep/map?value[a][b]=1")]
    [InlineData("query/deep/object?value[text]=1&value[text][a]=2")]
    [InlineData("at-least-one")]
    public async Task Server_binds_nothing_wrongly(string target) => Assert.Equal(400, await server.SendAsync("/api/" + target));

    [Fact]
    public async Task Client_refuses_what_has_no_form()
    {
        var count = server.Count;
        var pair = new Pair { First = "1" };
        await Assert.ThrowsAsync<ArgumentException>("value", () => Client.QueryObjectsAsync([pair], Token));
        await Assert.ThrowsAsync<ArgumentException>("value", () => Client.QueryDeepListsAsync(new Dictionary<string, IReadOnlyList<Pair>> { ["a"] = [pair] }, Token));
        await Assert.ThrowsAsync<ArgumentException>("value", () => Client.QueryAnyAsync(JsonSerializer.SerializeToElement(Rgb), Token));
        await Assert.ThrowsAsync<ArgumentException>("value", () => Client.QueryAnyAsync(JsonSerializer.SerializeToElement(Colors), Token));
        await Assert.ThrowsAsync<ArgumentException>("X-Value", () => Client.HeaderUnionAsync(new HeaderUnionXValue.TextsCase(Colors), Token));
        foreach (var text in new[] { "ü", "a\u0001", "a\u007f", "a\nb" })
            await Assert.ThrowsAsync<ArgumentException>("X-Value", () => Client.HeaderTextAsync(text, Token));
        Assert.Equal(count, server.Count);
    }

    [Fact]
    public async Task Values_of_several_kinds_keep_their_kind()
    {
        await Client.QueryUnionAsync(new QueryUnionValue.IntegerCase(5), cancellationToken: Token);
        Assert.Equal("{\"Value\":5}", Json(server.Bound));
        await Client.QueryUnionAsync(new QueryUnionValue.TextsCase(Colors), cancellationToken: Token);
        Assert.Equal("{\"Value\":[\"blue\",\"black\",\"brown\"]}", Json(server.Bound));
        await Client.QueryUnionAsync(new QueryUnionValue.CountCase(new Count { N = 1 }), "x", Token);
        Assert.Equal("{\"Value\":{\"n\":1}}", Json(server.Bound));
        await Client.QueryDeepMapsAsync(new Dictionary<string, Count> { ["a"] = new() { N = 1 } }, Token);
        Assert.Equal("{\"a\":{\"n\":1}}", Json(server.Bound));
        await Client.QueryFreeTypedAsync(new Scores { Label = "7", AdditionalProperties = new Dictionary<string, long> { ["a"] = 1 } }, cancellationToken: Token);
        Assert.Equal("{\"label\":\"7\",\"a\":1}", Json(server.Bound));
    }

    /// <summary>OpenAPI's table of styles and RFC 6570 (3.2.1) have no text for an empty list: it is not there.</summary>
    [Fact]
    public async Task Required_lists_may_be_empty()
    {
        await Client.BindRequiredAsync([], [], new Dictionary<string, string>(), [], [], Token);

        Assert.Equal("/api/required", server.Target);
        Assert.Equal("[[],[],{},[],[]]", Json(server.Bound));
    }

    [Fact]
    public async Task Headers_of_responses_arrive_as_they_are()
    {
        var answer = await Client.GetAnswerAsync("/a?ü=\"b c\"", "a,b", ["1", "b c"], Token);
        var absolute = await Client.GetAnswerAsync("http://bücher.example/ü", cancellationToken: Token);

        Assert.Equal("/a?%C3%BC=%22b%20c%22", answer.Location!.OriginalString);
        Assert.Equal("a,b", answer.XText);
        Assert.Equal(["1", "b c"], answer.XList);
        Assert.Equal("http://xn--bcher-kva.example/%C3%BC", absolute.Location!.OriginalString);
    }

    [Fact]
    public void Author_of_a_server_learns_what_no_header_can_hold()
    {
        foreach (var text in new[] { "ü", " a", "a\t", "a\r\nb", "\u0000" })
            Assert.Throws<ArgumentException>("X-Text", () => GetAnswerResult.NoContent(xText: text));
        Assert.Throws<ArgumentException>("X-List", () => GetAnswerResult.NoContent(xList: ["a,b"]));
        Assert.Throws<ArgumentException>("X-List", () => GetAnswerResult.NoContent(xList: [""]));
        Assert.Throws<ArgumentException>("X-List", () => GetAnswerResult.NoContent(xList: ["ü"]));
    }

    [Fact]
    public async Task Without_the_target_the_decoded_path_is_split()
    {
        server.HidesTarget = true;
        try
        {
            await Client.PathSimpleListAsync(["a/b", "100%", "c d"], Token);
            Assert.Equal("[\"a/b\",\"100%\",\"c d\"]", Describe(server.Bound));
        }
        finally
        {
            server.HidesTarget = false;
        }
    }

    private async Task Sends(Task call, string expected)
    {
        await call;
        Assert.Equal("/api/" + expected, server.Target);
    }

    private static string Describe(object? value) => JsonSerializer.Serialize(value, Plain);

    /// <summary>The JSON that the value's own converter writes; of a record, by its type.</summary>
    private static string Json(object? value) => value switch
    {
        QueryUnionValue union => $"{{\"Value\":{JsonSerializer.Serialize(union, Plain)}}}",
        object?[] values => $"[{string.Join(',', values.Select(Json))}]",
        Nested nested => $"{{\"text\":{Json(nested.Text)},\"list\":{Json(nested.List)},\"inner\":{Json(nested.Inner)}}}",
        _ => JsonSerializer.Serialize(value, Plain),
    };

    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
}
