using System.Text.Json;
using Layout;

namespace SyncGen.Parameters;

/// <summary>A controller reads null where it has a form.</summary>
public sealed class ControllerNullTests(ControllerServer server) : NullTests(server), IClassFixture<ControllerServer>;

/// <summary>Endpoints read null where it has a form.</summary>
public sealed class EndpointNullTests(EndpointServer server) : NullTests(server), IClassFixture<EndpointServer>;

public abstract class NullTests(LayoutServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("query/gaps?value=null")]
    [InlineData("query/gaps?value=1,null")]
    [InlineData("query/gaps?value=1%2Cnull")]
    [InlineData("query/gaps?deep[list]=null")]
    [InlineData("query/gaps?deep[list][0]=null")]
    [InlineData("query/gaps", "X-Value: 1, null\r\n")]
    [InlineData("query/null?value=x&other=null")]
    [InlineData("query/null?other=null")]
    public async Task Styles_have_no_form_for_null(string target, string headers = "") => Assert.Equal(400, await server.SendAsync("/api/" + target, headers));

    [Fact]
    public async Task Null_is_a_text_among_texts()
    {
        Assert.Equal(204, await server.SendAsync("/api/query/gaps?texts=null&texts=a"));
        Assert.Equal(["null", "a"], Assert.IsAssignableFrom<IEnumerable<string?>>(server.Bound));
    }

    [Fact]
    public async Task Required_free_form_values_cannot_be_null()
    {
        var (nothing, one) = (JsonSerializer.SerializeToElement<string?>(null), JsonSerializer.SerializeToElement(1));

        await Assert.ThrowsAsync<ArgumentException>("value", () => server.Client.AnyRequiredAsync(nothing, one, Token));
        await Assert.ThrowsAsync<ArgumentException>("xValue", () => server.Client.AnyRequiredAsync(one, default, Token));
        await Assert.ThrowsAsync<ArgumentException>("value", () => server.Client.PathAnyAsync(nothing, Token));
        await server.Client.AnyRequiredAsync(one, one, Token);
        Assert.Equal(1, Assert.IsType<JsonElement>(server.Bound).GetInt32());
    }

    [Fact]
    public async Task JSON_says_null()
    {
        await server.Client.QueryNullAsync(null, null, Token);
        Assert.Equal(((long?)null, (Pair?)null), server.Bound);

        await server.Client.QueryNullAsync(1, new Pair { First = "a" }, Token);
        Assert.Equal(((long?)1, (Pair?)new Pair { First = "a" }), server.Bound);
    }
}
