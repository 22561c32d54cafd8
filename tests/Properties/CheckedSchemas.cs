using System.Text.Json.Nodes;
using CsCheck;

namespace SyncGen.Properties;

/// <summary>What no type can hold, as far as NJsonSchema knows it: it passes over dependentRequired, dependentSchemas, contains, propertyNames, if and unevaluatedProperties.</summary>
internal static class CheckedSchemas
{
    /// <summary>One of them.</summary>
    public static Gen<JsonObject> Any { get; } = Gen.OneOf(
        """{"type":"string","not":{"enum":["","a","ab"]}}""",
        """{"type":"integer","not":{"multipleOf":2}}""",
        """{"type":"integer","oneOf":[{"multipleOf":2},{"multipleOf":3}]}""",
        """{"type":"array","items":{"type":"integer"},"not":{"minItems":2}}""",
        """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"integer"}},"oneOf":[{"required":["a"]},{"required":["b"]}]}""",
        """{"type":"object","properties":{"a":{"type":"string"},"b":{"type":"integer"}},"anyOf":[{"required":["a"]},{"minProperties":2}],"not":{"required":["c"]}}""",
        """{"type":"object","properties":{"a":{"type":"string"}},"patternProperties":{"^f":{"type":"integer"}},"additionalProperties":false,"minProperties":1}""").Select(text => JsonNode.Parse(text)!.AsObject());
}
