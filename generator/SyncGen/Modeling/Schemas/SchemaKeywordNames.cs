using System.Collections.Frozen;
using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>The keywords a schema may have in any dialect, and what to make of others.</summary>
internal static class SchemaKeywordNames
{
    private static readonly FrozenSet<string> Shaping = Set(
        "properties patternProperties additionalProperties allOf oneOf anyOf items prefixItems enum const required");

    /// <summary>What else a schema may say in JSON Schema since draft 4, and in Swagger and OpenAPI.</summary>
    private static readonly FrozenSet<string> Others = Set(
        "$ref $schema $id id $anchor $dynamicAnchor $dynamicRef $recursiveAnchor $recursiveRef $vocabulary $comment $defs definitions"
        + " title description default example examples deprecated readOnly writeOnly nullable externalDocs xml discriminator type format collectionFormat"
        + " pattern minLength maxLength minimum maximum exclusiveMinimum exclusiveMaximum multipleOf minItems maxItems uniqueItems additionalItems"
        + " contains minContains maxContains minProperties maxProperties propertyNames unevaluatedItems unevaluatedProperties not if then else"
        + " dependentSchemas dependentRequired dependencies contentEncoding contentMediaType contentSchema");

    /// <summary>What says something of values, but nothing that is read: one keyword of draft 2019-09, the others of drafts up to 3.</summary>
    private static readonly FrozenSet<string> WithoutEffect = Set(
        "$recursiveRef extends disallow divisibleBy optional requires maxDecimal minimumCanEqual maximumCanEqual");

    /// <summary>What editors and other generators read in schemas, and what hyper-schemas say: nothing of values.</summary>
    private static readonly FrozenSet<string> Habits = Set(
        "links base media fragmentResolution markdownDescription enumNames enumDescriptions markdownEnumDescriptions tsType tsEnumNames javaType"
        + " deprecationMessage errorMessage defaultSnippets doNotSuggest propertyOrder");

    /// <summary>What OpenAPI 3.1 takes from JSON Schema, and is read in earlier contracts too.</summary>
    private static readonly FrozenSet<string> Later = Set(
        "const patternProperties propertyNames contains minContains maxContains if then else dependentSchemas dependentRequired prefixItems"
        + " unevaluatedItems unevaluatedProperties contentEncoding contentMediaType contentSchema");

    /// <summary>What OpenAPI 3.0 adds to Swagger 2.0.</summary>
    private static readonly FrozenSet<string> AfterSwagger = Set("nullable oneOf anyOf not");

    /// <summary>The keyword decides what values look like, so that ignoring it beside a reference is worth a word.</summary>
    public static bool ShapesValues(string name) => Shaping.Contains(name);

    /// <summary>Notes keywords without effect on types and names that are none; JSON Schema takes the latter for annotations, Swagger 2.0 and OpenAPI 3.0 forbid them.</summary>
    public static void Check(Member member, Dialect dialect, ContractReader reader)
    {
        if (IsOfOtherVersion(member.Name, dialect))
            reader.Keywords.Add(ModelingRules.KeywordOfOtherVersion, member.NameSpan, member.Name, "a schema");
        else if (WithoutEffect.Contains(member.Name))
            reader.Keywords.Add(ModelingRules.NoTypeEffect, member.NameSpan, member.Name, "");
        else if (Others.Contains(member.Name) || Shaping.Contains(member.Name) || Habits.Contains(member.Name) || ContractReader.IsExtension(member.Name))
            return;
        else if (Spelling.Nearest(member.Name, Shaping.Concat(Others)) is { } similar)
            reader.Keywords.Add(ModelingRules.ProbableTypo, member.NameSpan, member.Name, similar);
        else if (dialect is Dialect.Swagger20 or Dialect.OpenApi30)
            reader.Keywords.Add(ModelingRules.UnknownKeyword, member.NameSpan, member.Name, "a schema");
        else
            reader.Keywords.Add(ModelingRules.Annotation, member.NameSpan, member.Name, "");
    }

    private static bool IsOfOtherVersion(string name, Dialect dialect) => dialect switch
    {
        Dialect.Swagger20 => Later.Contains(name) || AfterSwagger.Contains(name),
        Dialect.OpenApi30 => Later.Contains(name),
        Dialect.OpenApi31 => name == "nullable",
        _ => false,
    };

    private static FrozenSet<string> Set(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
