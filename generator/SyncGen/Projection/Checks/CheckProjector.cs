using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Turns what schemas say beyond their types into checks that reading asks.</summary>
internal static class CheckProjector
{
    /// <param name="lenient">What reading forgives, no check may refuse.</param>
    /// <param name="files">The files that there are: a check stands with its schema's codec, or alone.</param>
    public static IEnumerable<JsonCheck> Project(ApiModel api, TypeNames names, CheckNames checks, Leniency lenient, HashSet<string> files, DiagnosticBag diagnostics)
    {
        foreach (var schema in api.Schemas.Where(schema => schema.Check is not null && checks.Own.ContainsKey(schema.Id)).DistinctBy(schema => checks.Own[schema.Id]))
        {
            var name = names.Of.GetValueOrDefault(schema.Id) ?? schema.Id.ToString();
            yield return CheckOf(schema.Id, checks.Own[schema.Id], $"What the contract says of {CodeOf(name)} beyond its type.", schema.Check!, TravelWay.Both, lenient);
        }

        var ways = CheckWays.Of(api);
        foreach (var schema in api.Schemas.Where(schema => checks.Unknown.ContainsKey(schema.Id)))
        {
            var documentation = $"What the contract says of {CodeOf(names.Of[schema.Id])}, for values that are read as none of its cases.";
            yield return CheckOf(schema.Id, checks.Unknown[schema.Id], documentation, schema.UnknownCheck!, ways.Of(schema), lenient);
        }

        foreach (var (id, check) in api.WholeChecks.Where(whole => checks.Whole.ContainsKey(whole.Key)))
        {
            var name = names.Of.GetValueOrDefault(id) ?? id.ToString();
            yield return CheckOf(id, checks.Whole[id], $"All that the contract says of {CodeOf(name)}.", check, TravelWay.Both, Leniency.None);
        }

        // What a whole check forgives, the one says that asks it.
        JsonCheck CheckOf(SchemaId id, string name, string documentation, SchemaCheck check, TravelWay way, Leniency forgives)
        {
            var writer = new CheckWriter(checks, pattern => diagnostics.Report(ProjectionRules.PatternNotChecked, SpanOf(api, id), MarkdownText.Visible(pattern)));
            ImmutableArray<string> lines = [.. writer.Write(check, way, forgives).Lines];
            return new JsonCheck(FileOf(id, name), name, documentation, writer.Patterns.Declarations, lines[0], [.. lines.Skip(1)]);
        }

        string FileOf(SchemaId id, string check) =>
            names.Of.TryGetValue(id, out var type) && Files.NameOf("Json", type + "Codec") is var codec && files.Contains(codec) ? codec : Files.NameOf("Json", check);
    }

    private static string CodeOf(string name) => $"<c>{MarkdownText.Encode(MarkdownText.Visible(name))}</c>";

    private static SourceSpan? SpanOf(ApiModel api, SchemaId id) => api.Contains(id) ? api[id].Span : null;
}
