using System.Diagnostics;
using System.Text.Json.Nodes;

namespace SyncGen.Conformance;

/// <summary>Checks cost what the text is long, however its schemas refer to each other.</summary>
public sealed class HostileTests
{
    private const string Tree = """
        {
          "type": "object",
          "properties": { "a": { "$ref": "#" }, "b": { "type": "array" } },
          "not": { "properties": { "a": { "not": { "$ref": "#" } } }, "required": ["a"] },
          "anyOf": [
            { "properties": { "a": { "$ref": "#" } }, "required": ["a"] },
            { "properties": { "a": { "allOf": [{ "$ref": "#" }, { "$ref": "#" }] } } },
            { "if": { "properties": { "a": { "$ref": "#" } } }, "then": false }
          ],
          "unevaluatedProperties": false
        }
        """;

    [Fact]
    public void A_tree_whose_schema_asks_for_itself_many_times_is_read_in_no_time()
    {
        var json = "{}";
        for (var depth = 0; depth < 60; depth++)
            json = $$"""{"a":{{json}}}""";
        AssertQuick(Tree, json);
    }

    [Fact]
    public void Many_items_are_compared_in_no_time() => AssertQuick(
        """{ "type": "object", "properties": { "b": { "type": "array", "prefixItems": [true], "uniqueItems": true } }, "unevaluatedProperties": false, "anyOf": [true] }""",
        $$"""{"b":[{{string.Join(',', Enumerable.Range(0, 100_000))}}]}""");

    private static void AssertQuick(string schema, string json)
    {
        var group = new Group(0, "hostile", "", JsonNode.Parse(schema)!, []);
        var code = GroupCode.Generate(group, Suite.All[0]);
        Assert.True(code.IsGenerated, string.Join('\n', code.Told));
        var compiled = CompiledGroups.Compile([code]);
        compiled.Read(group, "{}");
        var watch = Stopwatch.StartNew();
        Assert.Null(compiled.Read(group, json)!.Refusal);
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(5), $"It took {watch.Elapsed}.");
    }
}
