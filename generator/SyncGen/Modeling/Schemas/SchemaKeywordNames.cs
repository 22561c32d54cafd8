using System.Collections.Frozen;
using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>The keywords a schema may have in any dialect, and what to make of others.</summary>
internal static class SchemaKeywordNames
{
    private static readonly FrozenSet<string> Shaping = FrozenSet.Create(
        StringComparer.Ordinal,
        "properties", "patternProperties", "additionalProperties", "allOf", "oneOf", "anyOf", "items", "prefixItems", "enum", "const", "required");

    private static readonly FrozenSet<string> WithoutEffect = FrozenSet.Create(
        StringComparer.Ordinal,
        "$recursiveRef");

    private static readonly FrozenSet<string> Others = FrozenSet.Create(
        StringComparer.Ordinal,
        "$ref", "$schema", "$id", "id", "$anchor", "$dynamicAnchor", "$dynamicRef", "$recursiveAnchor", "$vocabulary", "$comment", "$defs",
        "definitions", "title", "description", "default", "example", "examples", "deprecated", "readOnly", "writeOnly", "nullable", "externalDocs", "xml",
        "type", "format", "pattern", "minLength", "maxLength", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minItems",
        "not", "if", "then", "else", "dependentSchemas", "dependentRequired", "dependencies", "unevaluatedItems", "maxItems", "uniqueItems", "additionalItems", "contains", "minContains", "maxContains", "minProperties", "maxProperties", "propertyNames", "unevaluatedProperties", "discriminator",
        "contentEncoding", "contentMediaType", "contentSchema", "name", "in", "collectionFormat", "allowEmptyValue", "schema", "style", "explode", "summary",
        "extends", "divisibleBy", "disallow", "optional", "links", "media", "content", "headers", "examples", "values", "key", "keys", "value", "tags", "date", "time");

    /// <summary>The keyword decides what values look like, so that ignoring it beside a reference is worth a word.</summary>
    public static bool ShapesValues(string name) => Shaping.Contains(name);

    /// <summary>Notes keywords without effect on types, and warns of probable typing errors.</summary>
    public static void ReportUnknown(ContractReader reader, Location place)
    {
        if (place.Node is not MappingNode mapping)
            return;
        foreach (var member in mapping.Members)
        {
            if (Others.Contains(member.Name) || Shaping.Contains(member.Name) || ContractReader.IsExtension(member.Name))
                continue;
            if (WithoutEffect.Contains(member.Name))
                reader.Report(ModelingRules.NoTypeEffect, member.NameSpan, member.Name);
            else if (FindSimilar(member.Name) is { } similar)
                reader.Keywords.Add(ModelingRules.ProbableTypo, member.NameSpan, member.Name, similar);
        }
    }

    private static string? FindSimilar(string name) =>
        name.Length < 4 ? null : Shaping.Concat(Others).Where(keyword => keyword.Length >= 4 && IsSimilar(name, keyword)).Min(StringComparer.Ordinal);

    /// <summary>Equal but for case, or one letter changed, added, left out, or two exchanged.</summary>
    private static bool IsSimilar(string name, string keyword)
    {
        if (string.Equals(name, keyword, StringComparison.OrdinalIgnoreCase))
            return true;
        if (Math.Abs(name.Length - keyword.Length) > 1)
            return false;
        var start = 0;
        while (start < name.Length && start < keyword.Length && name[start] == keyword[start])
            start++;
        var end = 0;
        while (end < name.Length - start && end < keyword.Length - start && name[^(end + 1)] == keyword[^(end + 1)])
            end++;
        var (left, right) = (name.Length - start - end, keyword.Length - start - end);
        return (left <= 1 && right <= 1)
            || (left == 2 && right == 2 && name[start] == keyword[start + 1] && name[start + 1] == keyword[start]);
    }
}
