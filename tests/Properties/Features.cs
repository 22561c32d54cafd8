using System.Text.Json.Nodes;

namespace SyncGen.Properties;

/// <summary>What a contract makes use of, so that the fixed contracts can be asked whether they use everything.</summary>
internal static class Features
{
    private static readonly ImmutableArray<string> Keywords =
    [
        "allOf", "oneOf", "anyOf", "enum", "const", "default", "readOnly", "writeOnly", "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum",
        "exclusiveMaximum", "multipleOf", "minItems", "maxItems", "uniqueItems", "prefixItems", "minProperties", "maxProperties", "patternProperties", "not",
    ];

    private static readonly ImmutableArray<string> Styles =
        ["raw JSON", "decimal numbers", "closed enums", "Optional", .. Enum.GetValues<Leniency>().Where(kind => kind != Leniency.None).Select(kind => $"lenient {kind}")];

    private static readonly ImmutableArray<string> InDialects =
        [.. Enum.GetValues<Dialect>().SelectMany(dialect => new[] { NullableIn(dialect), BaseIn(dialect) })];

    private const string Extended = "additionalProperties beside properties";

    private const string UnionOfLists = "several lists in a union";

    private const string FreeObject = "object of which nothing is said";

    /// <summary>Everything that there is to use.</summary>
    public static ImmutableArray<string> All { get; } = [.. Keywords, .. Styles, .. InDialects, Extended, UnionOfLists, FreeObject];

    /// <summary>What this contract uses.</summary>
    public static IEnumerable<string> Of(RandomContract contract) =>
        OfStyle(contract.Style).Concat(contract.Schemas.SelectMany(schema => OfSchema(schema.Schema, contract.Dialect)));

    private static IEnumerable<string> OfStyle(CodeStyle style)
    {
        if (style.FreeForm == FreeFormJson.Raw)
            yield return "raw JSON";
        if (style.UsesDecimal)
            yield return "decimal numbers";
        if (style.HasClosedEnums)
            yield return "closed enums";
        if (style.UsesOptional)
            yield return "Optional";
        foreach (var kind in Enum.GetValues<Leniency>().Where(kind => kind != Leniency.None && style.Lenient.HasFlag(kind)))
            yield return $"lenient {kind}";
    }

    private static IEnumerable<string> OfSchema(JsonNode? node, Dialect dialect) => node switch
    {
        JsonObject schema => OfKeywords(schema, dialect).Concat(schema.SelectMany(member => OfSchema(member.Value, dialect))),
        JsonArray list => list.SelectMany(item => OfSchema(item, dialect)),
        _ => [],
    };

    private static IEnumerable<string> OfKeywords(JsonObject schema, Dialect dialect)
    {
        foreach (var keyword in Keywords.Where(schema.ContainsKey))
            yield return keyword;
        if (schema.ContainsKey("properties") && schema["additionalProperties"] is JsonObject)
            yield return Extended;
        if (schema["anyOf"] is JsonArray cases && cases.Count(@case => (string?)(@case!["type"] as JsonValue) == "array") > 1)
            yield return UnionOfLists;
        if (schema is { Count: 1 } && (string?)(schema["type"] as JsonValue) == "object")
            yield return FreeObject;
        if (schema.ContainsKey("nullable") || schema.ContainsKey("x-nullable") || schema["type"] is JsonArray)
            yield return NullableIn(dialect);
        if (schema.ContainsKey("discriminator") && schema.ContainsKey("properties"))
            yield return BaseIn(dialect);
    }

    private static string NullableIn(Dialect dialect) => $"nullable in {dialect}";

    private static string BaseIn(Dialect dialect) => $"discriminator of a base in {dialect}";
}
