using System.Text.Json;
using CsCheck;
using Layout;

namespace SyncGen.Parameters;

/// <summary>
/// Whatever text a parameter holds, a server by a controller gets what a client sent. The values are new on every run; a failure prints the seed
/// by which CsCheck_Seed tries them again, and CsCheck_Iter tries more of them.
/// </summary>
public sealed class ControllerRoundTripTests(ControllerServer server) : RoundTripTests(server), IClassFixture<ControllerServer>;

/// <summary>Whatever text a parameter holds, a server by endpoints gets what a client sent.</summary>
public sealed class EndpointRoundTripTests(EndpointServer server) : RoundTripTests(server), IClassFixture<EndpointServer>;

public abstract class RoundTripTests(LayoutServer server)
{
    public static TheoryData<string> Names => [.. Styles.All.Select(style => style.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Every_text_arrives_or_is_refused_before_it_is_sent(string name)
    {
        var style = Styles.All.Single(style => style.Name == name);
        var sent = 0;

        await style.Values.SampleAsync(
            async value =>
            {
                var count = server.Count;
                if (!style.HasForm(value))
                {
                    await Assert.ThrowsAsync<ArgumentException>(() => style.Send(server.Client, value, TestContext.Current.CancellationToken));
                    Assert.Equal(count, server.Count);
                    return;
                }

                await style.Send(server.Client, value, TestContext.Current.CancellationToken);
                sent++;
                Assert.Equal(count + 1, server.Count);
                Assert.Equal(Describe(value), Describe(server.Bound));
            },
            threads: 1,
            print: value => $"{Describe(value)}, sent as {server.Target} with {server.Cookies}, bound to {Describe(server.Bound)}");

        Assert.True(sent >= 20, $"Only {sent} values have a form.");
    }

    /// <summary>A value as JSON. A list, object or map without any text is not sent, so that it is none.</summary>
    private static string Describe(object? value) => value switch
    {
        IReadOnlyDictionary<string, string> { Count: > 0 } map => JsonSerializer.Serialize(map.OrderBy(entry => entry.Key, StringComparer.Ordinal)),
        Pair or Nested when JsonSerializer.Serialize(value) is not "{}" and var json => json,
        string text => JsonSerializer.Serialize(text),
        IReadOnlyList<string> { Count: > 0 } list => JsonSerializer.Serialize(list),
        _ => "none",
    };
}
