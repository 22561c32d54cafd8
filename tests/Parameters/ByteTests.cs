namespace SyncGen.Parameters;

/// <summary>Bytes that are no text, at a server by a controller.</summary>
public sealed class ControllerByteTests(ControllerServer server) : ByteTests(server), IClassFixture<ControllerServer>;

/// <summary>Bytes that are no text, at a server by endpoints.</summary>
public sealed class EndpointByteTests(EndpointServer server) : ByteTests(server), IClassFixture<EndpointServer>;

public abstract class ByteTests(LayoutServer server)
{
    /// <summary>Bytes that are no text, which must not look like one that was meant: <c>%ff</c> like <c>%25ff</c>. JSON that is not UTF-8 is refused alike.</summary>
    [Theory]
    [InlineData("path/simple/text/%ff")]
    [InlineData("path/simple/text/a%c3b")]
    [InlineData("path/simple/list/%C3%BC%2C,%ff")]
    [InlineData("path/matrix/text/;value=%ff")]
    [InlineData("path/label-exploded/list/.a.%e2%82")]
    [InlineData("query/text?value=%ff")]
    [InlineData("query/text?value=%f0%9f%98%ff")]
    [InlineData("query/text?value=%ed%a0%80")]
    [InlineData("query/form/list?value=a,%c0%80")]
    [InlineData("query/form-exploded/list?the+[values]+%26+more=%ff")]
    [InlineData("query/pipe/list?value=a%7C%ff")]
    [InlineData("query/deep/map?value[%ff]=1")]
    [InlineData("query/deep/map?value[a]=%ff")]
    [InlineData("query/form-exploded/map?%ff=1")]
    [InlineData("open?%ff=1")]
    [InlineData("query/text?value=a&nobody=%ff")]
    [InlineData("query/text?value=a&%ff=1")]
    [InlineData("path/simple/text/a?nobody=%c0%af")]
    public async Task Bytes_that_are_not_UTF8_are_refused(string target) => Assert.Equal(400, await server.SendAsync("/api/" + target));

    [Theory]
    [InlineData("query/text?value=a&nobody=%C3%BC")]
    [InlineData("query/text?value=a&nobody=100%")]
    public async Task Names_that_nobody_declares_may_be_there(string target) => Assert.Equal(204, await server.SendAsync("/api/" + target));

    [Fact]
    public async Task Cookies_that_are_not_UTF8_are_refused() => Assert.Equal(400, await server.SendAsync("/api/cookie/list", "Cookie: value=a,%ff\r\n"));
}
