using SyncGen.Documents;

namespace SyncGen.Tests;

/// <summary>Pointers follow RFC 6901.</summary>
public sealed class JsonPointerTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "/a")]
    [InlineData("a/b", "/a~1b")]
    [InlineData("m~n", "/m~0n")]
    [InlineData("~1", "/~01")]
    [InlineData(" ", "/ ")]
    public void A_name_is_escaped_and_read_back(string name, string text)
    {
        if (name.Length == 0)
            Assert.Empty(JsonPointer.Root.Segments);
        else
            Assert.Equal((text, name), (JsonPointer.Root.Child(name).Text, JsonPointer.Root.Child(name).Segments.Single()));
    }

    [Theory]
    [InlineData("/a~2b")]
    [InlineData("/a~")]
    [InlineData("a")]
    public void What_is_no_pointer_is_refused(string text) => Assert.Null(JsonPointer.TryParse(text));

    [Theory]
    [InlineData("", "1:1")]
    [InlineData("/list", "2:7")]
    [InlineData("/list/0", "2:8")]
    [InlineData("/list/1", "2:12")]
    [InlineData("/", "3:5")]
    [InlineData("/a~1b", "4:6")]
    [InlineData("/list/2", null)]
    [InlineData("/list/01", null)]
    [InlineData("/list/-", null)]
    [InlineData("/list/+1", null)]
    [InlineData("/list/99999999999", null)]
    [InlineData("/list/0/x", null)]
    [InlineData("/LIST", null)]
    public void A_pointer_leads_to_a_place(string path, string? place)
    {
        using var folder = new ContractScratch();
        var root = folder.LoadOne("contract.yaml", "x: 0\nlist: [10, 20]\n'': 1\na/b: 2\n");
        var found = JsonPointer.TryParse(path)!.Value.Find(Location.RootOf(root));
        Assert.Equal(place, found is { } location ? $"{location.Node.Span.Line}:{location.Node.Span.Column}" : null);
    }

    [Theory]
    [InlineData("/a%20b", "/a b")]
    [InlineData("/%7E1", "/~1")]
    [InlineData("/caf%C3%A9", "/café")]
    [InlineData("/50%", "/50%")]
    public void A_fragment_is_percent_decoded(string fragment, string path) => Assert.Equal(path, Fragment.Parse(fragment).Pointer?.Text);

    [Theory]
    [InlineData("definitions/Pet", "/definitions/Pet")]
    [InlineData("/paths/%2Fpets/get", "/paths/~1pets/get")]
    [InlineData("/a%20b", "/a%20b")]
    public void A_fragment_has_other_readings(string fragment, string reading) =>
        Assert.Contains(new JsonPointer(reading), Fragment.Parse(fragment).Readings);

    [Theory]
    [InlineData("node", true)]
    [InlineData("", false)]
    [InlineData("/node", false)]
    [InlineData("a/b", false)]
    public void A_fragment_without_slash_is_an_anchor(string fragment, bool isAnchor) => Assert.Equal(isAnchor, Fragment.Parse(fragment).IsAnchor);
}
