using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Finds objects that lack what they must have, have two of what excludes each other, or are no objects.</summary>
internal static class CompletenessChecker
{
    public static void Check(MappingNode node, ObjectKeywords keywords, ContractReader reader)
    {
        if (node.Get("$ref") is not null)
            return;
        foreach (var required in keywords.Required.Where(required => node.Get(required) is null or ScalarNode { Kind: ScalarKind.Null }))
            reader.Keywords.Add(ModelingRules.KeywordMissing, node.Span, required, keywords.Name);
        if (keywords.Exclusive is { } either && node.Get(either.First) is not null && node.GetMember(either.Second) is { } second)
            reader.Keywords.Add(ModelingRules.KeywordsTogether, second.NameSpan, either.First, either.Second);
    }

    /// <summary>Parts by the author's names, which nobody may ever refer to, and the sections that hold them.</summary>
    public static void CheckEntry(Member member, PartKind owner, PartKind kind, Dialect dialect, ContractReader reader)
    {
        var isSection = ContractGrammar.IsMap(kind);
        if (!(isSection || ContractGrammar.IsMap(owner)) || member.Value is MappingNode)
            return;
        // Its reader refuses a media type that is something else, and a schema may be a boolean.
        if (member.Value is ScalarNode { Kind: ScalarKind.Null })
            reader.ReportNull(member.Value.Span, kind == PartKind.Schema ? "schema" : member.Name);
        else if (kind != PartKind.MediaType && !ContractReader.IsExtension(member.Name) && !(kind == PartKind.Schema && member.Value is ScalarNode { Kind: ScalarKind.Boolean }) && !reader.HasReported(member.Value.Span))
            reader.Keywords.Add(ModelingRules.NoMapping, member.Value.Span, isSection ? $"'{member.Name}'" : ContractKeywords.Of(kind, dialect)?.Name ?? $"'{member.Name}'", ContractReader.KindOf(member.Value));
    }
}
