using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Matrix.ClientServer.V2Alpha;
using NJsonSchema;

namespace SyncGen.Generated.Tests;

/// <summary>
/// What the generated types read and write, judged by programs that nobody here wrote: NJsonSchema against the contract's own schema, and the
/// classes that NSwag makes of the same contract.
/// </summary>
public sealed class JudgeTests
{
    private static readonly JsonObject Answer = JsonNode
        .Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "judge", "sync.json")))!["paths"]!["/sync"]!["get"]!["responses"]!["200"]!
        .AsObject();

    private static readonly Lazy<Task<JsonSchema>> Schema = new(ReadSchema);

    private static readonly JsonSerializerOptions WithoutNulls = new() { DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    /// <summary>The contract gives it as text, which the bundle turns into what it means.</summary>
    private static JsonObject Example => Answer["examples"]!["application/json"]!.AsObject();

    [Fact]
    public void The_contracts_own_example_survives() => AssertEqual(Example, Write(Read(Example)));

    [Fact]
    public async Task The_example_and_what_is_written_of_it_hold_to_the_contract()
    {
        Assert.Empty((await Schema.Value).Validate(Example.ToJsonString()));
        Assert.Empty((await Schema.Value).Validate(Write(Read(Example)).ToJsonString()));
    }

    [Fact]
    public async Task Random_payloads_survive_and_hold_to_the_contract()
    {
        for (var seed = 0; seed < 500; seed++)
        {
            var payload = SyncPayloads.Of(seed);
            var written = Write(Read(payload));
            AssertEqual(payload, written);
            Assert.Empty((await Schema.Value).Validate(written.ToJsonString()));
        }
    }

    [Fact]
    public void NSwag_reads_the_same()
    {
        for (var seed = 0; seed < 500; seed++)
            AssertAgree(SyncPayloads.Of(seed));
        AssertAgree(Example);
    }

    [Theory]
    [InlineData("""{"next_batch":1}""")]
    [InlineData("""{"events":{}}""")]
    [InlineData("""{"rooms":[1]}""")]
    [InlineData("""{"rooms":[{"timeline":{"limited":"yes"}}]}""")]
    [InlineData("""{"rooms":[{"timeline":{"events":[1.5]}}]}""")]
    [InlineData("""{"private_user_data":[]}""")]
    [InlineData("""{"public_user_data":{"events":["1"]}}""")]
    [InlineData("""{"public_user_data":{"events":[null]}}""")]
    [InlineData("[]")]
    public async Task What_the_judge_refuses_is_refused(string json)
    {
        Assert.NotEmpty((await Schema.Value).Validate(json));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<GetSyncResponse>(json));
    }

    private static GetSyncResponse Read(JsonNode json) => JsonSerializer.Deserialize<GetSyncResponse>(json.ToJsonString())!;

    private static JsonNode Write(GetSyncResponse response) => JsonNode.Parse(JsonSerializer.Serialize(response))!;

    /// <summary>Member by member, by way of the JSON that each side writes of what it read.</summary>
    private static void AssertAgree(JsonNode json)
    {
        var theirs = JsonSerializer.Deserialize<NSwagJudge.Response>(json.ToJsonString())!;
        AssertEqual(JsonNode.Parse(JsonSerializer.Serialize(theirs, WithoutNulls))!, Write(Read(json)));
    }

    private static void AssertEqual(JsonNode expected, JsonNode actual) =>
        Assert.True(JsonNode.DeepEquals(expected, actual), $"expected {expected.ToJsonString()}\nactual   {actual.ToJsonString()}");

    private static async Task<JsonSchema> ReadSchema()
    {
        var schema = Answer["schema"]!.DeepClone();
        schema["definitions"] = Answer.Root["definitions"]!.DeepClone();
        return await JsonSchema.FromJsonAsync(schema.ToJsonString());
    }
}
