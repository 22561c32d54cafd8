using System.Collections.Frozen;
using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Turns the patterns of names whose values a map's type speaks of into types, which the codecs of such maps ask.</summary>
internal static class NamePatternProjector
{
    /// <summary>The names of the types, by pattern; a pattern that .NET does not have is reported and has none.</summary>
    public static FrozenDictionary<string, string> Name(ApiModel api, NameTable table, DiagnosticBag diagnostics)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        var patterns = api.Schemas
            .Select(schema => (Schema: schema, Pattern: PatternOf(schema.Shape)))
            .Where(pair => pair.Pattern is not null)
            .DistinctBy(pair => pair.Pattern)
            .OrderBy(pair => pair.Pattern, StringComparer.Ordinal);
        foreach (var (schema, pattern) in patterns)
        {
            if (PatternText.Translate(pattern!) is null)
                diagnostics.Report(ProjectionRules.PatternNotChecked, schema.Span, MarkdownText.Visible(pattern!));
            else
                names.Add(pattern!, table.Add($"the pattern '{pattern}'", pattern!, Identifier.PascalCase(pattern!, "Names") + "Names"));
        }

        return names.ToFrozenDictionary();
    }

    public static IEnumerable<NamePattern> Project(TypeNames names)
    {
        foreach (var (pattern, name) in names.OfNamePatterns.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            var fields = new PatternFields();
            fields.FieldOf(pattern);
            yield return new NamePattern(Files.NameOf("Json", name), name, MarkdownText.Encode(MarkdownText.Visible(pattern)), fields.Declarations);
        }
    }

    private static string? PatternOf(Shape shape) => shape switch
    {
        Shape.Map map => map.Names.Typed,
        Shape.Object record => record.Names.Typed,
        _ => null,
    };
}
