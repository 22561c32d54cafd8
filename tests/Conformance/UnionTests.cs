using System.Text.Json.Nodes;

namespace SyncGen.Conformance;

/// <summary>What belongs to two cases of a union.</summary>
public sealed class UnionTests
{
    private const string Lists = """[{ "type": "array", "items": { "type": "string" } }, { "type": "array", "items": { "type": "integer" } }]""";

    [Fact]
    public void An_empty_list_is_both_of_two_lists_which_oneOf_forbids_and_anyOf_allows()
    {
        var refusal = Read($$"""{ "oneOf": {{Lists}} }""", "[]").Refusal;
        Assert.Contains("oneOf", refusal, StringComparison.Ordinal);
        Assert.Contains("more than one", refusal, StringComparison.Ordinal);
        Assert.Null(Read($$"""{ "oneOf": {{Lists}} }""", "[1]").Refusal);
        Assert.Null(Read($$"""{ "anyOf": {{Lists}} }""", "[]").Refusal);
    }

    [Theory]
    [InlineData("^[🐲-🐳]+$", "🐲🐳", "🐴")]
    [InlineData("^[a🐳]{2}$", "a🐳", "a")]
    [InlineData("^[^🐳]$", "🐲", "🐳")]
    [InlineData("^[^🐳]$", "a", "🐳")]
    [InlineData(@"^[\u{1F432}-\u{1F433}\d]+$", "🐲1", "a")]
    [InlineData("^[a-🐳]$", "ÿ", "🐴")]
    [InlineData("^[😀-🤯]$", "🚀", "🐳")]
    public void A_class_of_a_pattern_has_characters_beyond_16_bits(string pattern, string match, string other)
    {
        var schema = new JsonObject { ["type"] = "string", ["pattern"] = pattern }.ToJsonString();
        Assert.Null(Read(schema, JsonValue.Create(match).ToJsonString()).Refusal);
        Assert.NotNull(Read(schema, JsonValue.Create(other).ToJsonString()).Refusal);
    }

    private static Reading Read(string schema, string json)
    {
        var group = new Group(0, "union", "", JsonNode.Parse(schema)!, []);
        var code = GroupCode.Generate(group, Suite.All[0]);
        Assert.True(code.IsGenerated, string.Join('\n', code.Told));
        return CompiledGroups.Compile([code]).Read(group, json)!;
    }
}
