using System.Text.Json.Nodes;

namespace SyncGen.Generated.Tests;

/// <summary>Random responses to <c>/sync</c> that hold to the contract, the same for the same seed.</summary>
internal sealed class SyncPayloads
{
    private static readonly string[] Texts = ["", "s72595_4483_1934", "!726s6s6q:example.com", "é\u2028\u0000\"\\/", "\U0001F600", new('x', 300)];

    private readonly Random _random;

    private SyncPayloads(int seed) => _random = new Random(seed);

    public static JsonObject Of(int seed) => new SyncPayloads(seed).Response();

    private JsonObject Response() => Members(
        ("next_batch", Text),
        ("events", () => List(Event)),
        ("rooms", () => List(Room)),
        ("public_user_data", EventBatch),
        ("private_user_data", EventBatch));

    private JsonObject Room() => Members(
        ("room_id", Text),
        ("state", EventBatch),
        ("timeline", TimelineBatch),
        ("ephemeral", EventBatch));

    private JsonObject EventBatch() => Members(("events", () => List(Index)));

    private JsonObject TimelineBatch() => Members(
        ("events", () => List(Index)),
        ("limited", () => JsonValue.Create(_random.Next(2) == 0)),
        ("prev_batch", Text));

    /// <summary>Free-form: whatever JSON there is.</summary>
    private static JsonNode Event() => JsonNode.Parse("""{"type":"m.room.message","content":{"a":[1,2.50,-3e2,true,null,{}]},"age":12345678901234567890}""")!;

    private JsonValue Text() => JsonValue.Create(Texts[_random.Next(Texts.Length)]);

    private JsonValue Index() => JsonValue.Create(_random.Next());

    private JsonArray List(Func<JsonNode> item) => [.. Enumerable.Range(0, _random.Next(4)).Select(_ => item())];

    /// <summary>Some of the members, in any order.</summary>
    private JsonObject Members(params (string Name, Func<JsonNode> Value)[] members)
    {
        _random.Shuffle(members);
        return new JsonObject(members.Where(_ => _random.Next(4) > 0).Select(member => KeyValuePair.Create(member.Name, (JsonNode?)member.Value())));
    }
}
