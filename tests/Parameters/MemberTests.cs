using System.Text.Json;
using Layout;

namespace SyncGen.Parameters;

/// <summary>Members that are not all of one type, read by a controller.</summary>
public sealed class ControllerMemberTests(ControllerServer server) : MemberTests(server), IClassFixture<ControllerServer>;

/// <summary>Members that are not all of one type, read by endpoints.</summary>
public sealed class EndpointMemberTests(EndpointServer server) : MemberTests(server), IClassFixture<EndpointServer>;

/// <summary>Members beside typed additional ones, and members whose type depends on the case of a union.</summary>
public abstract class MemberTests(LayoutServer server)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private LayoutClient Client => server.Client;

    [Theory]
    [InlineData("query/joined/typed?value=label,7,a,1", "{\"label\":\"7\",\"a\":1}")]
    [InlineData("path/typed/label,7,a,1", "{\"label\":\"7\",\"a\":1}")]
    [InlineData("query/told?kind=number&value=5&other=2", "{\"kind\":\"number\",\"value\":5}")]
    [InlineData("query/told?kind=text&value=5", "{\"kind\":\"text\",\"value\":\"5\"}")]
    [InlineData("query/deep/told?value[told][kind]=text&value[told][value]=5&value[flag]=5&value[some]=5", "{\"told\":{\"kind\":\"text\",\"value\":\"5\"},\"flag\":5,\"some\":5}")]
    [InlineData("query/deep/told?value[told][kind]=number&value[told][value]=5&value[flag]=true&value[some]=5&value[some]=6", "{\"told\":{\"kind\":\"number\",\"value\":5},\"flag\":true,\"some\":[\"5\",\"6\"]}")]
    public async Task Members_are_what_their_own_schema_says(string target, string expected)
    {
        Assert.Equal(204, await server.SendAsync("/api/" + target));

        Assert.Equal(expected, Json());
    }

    [Theory]
    [InlineData("query/joined/typed?value=a,x")]
    [InlineData("query/told?kind=number&value=x")]
    [InlineData("query/deep/told?value[flag]=x")]
    public async Task Members_of_another_type_are_refused(string target) => Assert.Equal(400, await server.SendAsync("/api/" + target));

    [Fact]
    public async Task Members_of_cases_arrive_as_they_were_sent()
    {
        await Client.QueryDeepToldAsync(new QueryDeepToldValue { Told = new ToldText { Value = "5" } }, Token);
        Assert.Equal("{\"told\":{\"kind\":\"text\",\"value\":\"5\"}}", Json());
        await Client.QueryToldAsync(new ToldNumber { Value = 5 }, cancellationToken: Token);
        Assert.Equal("{\"kind\":\"number\",\"value\":5}", Json());
    }

    [Fact]
    public async Task Typed_members_beside_declared_ones_arrive_in_every_place()
    {
        var scores = new Scores { Label = "7", AdditionalProperties = new Dictionary<string, long> { ["a"] = 1 } };
        foreach (var call in (Func<Task>[])[() => Client.QueryJoinedTypedAsync(scores, Token), () => Client.PathTypedAsync(scores, Token), () => Client.HeaderTypedAsync(scores, Token), () => Client.CookieTypedAsync(scores, Token)])
        {
            await call();
            Assert.Equal("{\"label\":\"7\",\"a\":1}", Json());
        }
    }

    private string Json() => JsonSerializer.Serialize(server.Bound);
}
