using System.Text.Json.Nodes;

namespace SyncGen.Conformance;

/// <summary>What a kind of leniency names is forgiven by checks, too, and everything else stays an error.</summary>
public sealed class LenientTests
{
    private const string Schema = """
        {
          "type": "object",
          "properties": { "kind": { "type": "string" }, "mail": { "type": "string" }, "phone": { "type": "integer" }, "at": { "type": "string", "format": "date-time" } },
          "oneOf": [{ "required": ["mail"] }, { "required": ["phone"] }],
          "if": { "properties": { "kind": { "const": "mail" } }, "required": ["kind"] },
          "then": { "required": ["mail"] },
          "not": { "properties": { "mail": { "const": "none" } }, "required": ["mail"] },
          "unevaluatedProperties": false
        }
        """;

    [Theory]
    [InlineData("Duplicates", """{"mail":"none","mail":"a"}""", """{"mail":"a","mail":"none"}""")]
    [InlineData("Nulls", """{"mail":"a","phone":null}""", """{"mail":"a","phone":1}""")]
    [InlineData("Missing", """{"kind":"mail"}""", """{"kind":"mail","mail":"none"}""")]
    [InlineData("Quotes", """{"phone":"1"}""", """{"phone":"1","mail":"a"}""")]
    [InlineData("Times", """{"mail":"a","at":"2024-01-01 00:00:00"}""", """{"at":"2024-01-01 00:00:00"}""")]
    [InlineData("Extra", """{"mail":"a","other":1}""", """{"mail":"none","other":1}""")]
    public void A_kind_of_leniency_loosens_what_it_names(string kind, string forgiven, string forbidden)
    {
        var lenient = Compile(Enum.Parse<Leniency>(kind));
        Assert.Null(lenient.Read(Group, forgiven)!.Refusal);
        Assert.NotNull(lenient.Read(Group, forbidden)!.Refusal);
        Assert.NotNull(Compile(Leniency.None).Read(Group, forgiven)!.Refusal);
    }

    private static Group Group { get; } = new(0, "lenient", "", JsonNode.Parse(Schema)!, []);

    private static CompiledGroups Compile(Leniency lenient)
    {
        var code = GroupCode.Generate(Group, new Suite("lenient", "", null) { Style = CodeStyle.Default with { Lenient = lenient } });
        Assert.True(code.IsGenerated, string.Join('\n', code.Told));
        return CompiledGroups.Compile([code]);
    }
}
