using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Finds what stands beside a reference, where nothing but the reference counts, and parts of which nothing is said.</summary>
internal static class PartChecker
{
    public static void Check(MappingNode node, PartKind kind, Dialect dialect, ContractReader reader)
    {
        if (node.Get("$ref") is ScalarNode && kind is PartKind.Parameter or PartKind.RequestBody or PartKind.Response or PartKind.Example or PartKind.Link or PartKind.SecurityScheme or PartKind.MediaType)
        {
            foreach (var sibling in node.Members.Where(member => member.Name is not ("$ref" or "summary" or "description") && !ContractReader.IsExtension(member.Name)))
                reader.Keywords.Add(ModelingRules.SiblingOfReference, sibling.NameSpan, sibling.Name, ContractKeywords.Of(kind, dialect)?.Name ?? "a part");
        }

        foreach (var member in node.Members.Where(member => member.Value is ScalarNode { Kind: ScalarKind.Null } && MustSaySomething(kind, member.Name)))
            reader.ReportNull(member.Value.Span, member.Name);
    }

    private static bool MustSaySomething(PartKind owner, string name) => owner switch
    {
        PartKind.MediaType => name is "schema" or "itemSchema" or "encoding",
        PartKind.Contract or PartKind.Operation => name == "security",
        _ => false,
    };
}
