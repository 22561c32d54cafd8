using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>The dialects of JSON Schema that keywords are read by.</summary>
internal static class SchemaDialects
{
    private static readonly string[] Known = ["json-schema.org/", "www.json-schema.org/", "spec.openapis.org/"];

    /// <summary>Reports a dialect that nobody knows.</summary>
    /// <param name="place">The schema, or the root of a contract.</param>
    /// <param name="keyword">The keyword that names the dialect.</param>
    public static void Check(Location place, string keyword, ContractReader reader)
    {
        if (place.Child(keyword) is { Node: ScalarNode { Kind: ScalarKind.String } dialect } && !IsKnown(dialect.Text))
            reader.Report(ModelingRules.UnknownSchemaDialect, dialect.Span, dialect.Text);
    }

    private static bool IsKnown(string dialect)
    {
        var address = dialect.IndexOf("://", StringComparison.Ordinal) is >= 0 and var at ? dialect[(at + 3)..] : dialect;
        return Array.Exists(Known, known => address.StartsWith(known, StringComparison.OrdinalIgnoreCase));
    }
}
