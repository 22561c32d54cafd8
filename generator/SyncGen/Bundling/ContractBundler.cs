using SyncGen.Diagnostics;
using SyncGen.Documents;
using SyncGen.Linking;

namespace SyncGen.Bundling;

/// <summary>
/// Makes one contract without references to other files of contracts that have them, for tools that read one file: what another file
/// holds becomes a component, equal parts of several contracts become one.
/// </summary>
internal static class ContractBundler
{
    /// <summary>Bundles the entries of a contract, whose dialects must be the same.</summary>
    /// <param name="contract">The linked contracts.</param>
    /// <param name="inlinesBasePath">The base path moves into each path: some tools ignore it where it stands.</param>
    /// <param name="diagnostics">Receives every SG7xxx report.</param>
    public static MappingNode Bundle(Contract contract, bool inlinesBasePath, DiagnosticBag diagnostics)
    {
        var dialect = Dialects.Of(RootOf(contract.Entries[0]));
        var entries = contract.Entries.Where(entry => CheckDialect(entry, contract.Entries[0], dialect, diagnostics)).ToImmutableArray();
        var components = new ComponentTable(dialect);
        var copier = new NodeCopier(contract, components, diagnostics);
        var schemes = new List<(Member Scheme, Document Entry)>();
        foreach (var (section, position, location, name) in OwnParts(contract, entries, dialect))
        {
            if (position == Position.SecurityScheme)
                AddScheme(schemes, new Member(name, location.Node.Span, copier.Copy(location, position)), location.Document, diagnostics);
            else
                components.AddOwn(section, name, location, position);
        }

        var root = RootMerger.Merge(entries, dialect, inlinesBasePath, copier, diagnostics);
        if (schemes.Count > 0)
            root = WithSection(root, dialect == Dialect.Swagger20 ? new("/securityDefinitions") : new("/components/securitySchemes"), [.. schemes.Select(pair => pair.Scheme)]);
        foreach (var section in CopyComponents(components, copier).GroupBy(part => part.Section))
            root = WithSection(root, section.Key, [.. section.Select(part => part.Member)]);
        return root;
    }

    private static MappingNode RootOf(Document document) => (MappingNode)document.Root;

    private static bool CheckDialect(Document entry, Document first, Dialect dialect, DiagnosticBag diagnostics)
    {
        var own = Dialects.Of(RootOf(entry));
        if (own != dialect)
            diagnostics.Report(BundlingRules.DialectsDiffer, entry.Root.Span, Dialects.NameOf(own), first.File.Path, Dialects.NameOf(dialect));
        return own == dialect;
    }

    /// <summary>The parts that the contracts name themselves.</summary>
    private static IEnumerable<(JsonPointer Section, Position Position, Location Location, string Name)> OwnParts(
        Contract contract, ImmutableArray<Document> entries, Dialect dialect) =>
        from entry in entries
        from section in Dialects.SectionsOf(dialect)
        from part in SectionIn(contract, entry, section.Section).Members()
        select (section.Section, section.Position, part.Location, part.Member.Name);

    private static Location SectionIn(Contract contract, Document entry, JsonPointer section)
    {
        Location? location = Location.RootOf(entry);
        foreach (var name in section.Segments)
            location = location?.Child(name) is { } child ? contract.Resolve(child) : null;
        return location ?? new Location(entry, section, Nodes.Mapping(entry.Root));
    }

    private static void AddScheme(List<(Member Scheme, Document Entry)> schemes, Member scheme, Document entry, DiagnosticBag diagnostics)
    {
        var (known, origin) = schemes.Find(pair => pair.Scheme.Name == scheme.Name);
        if (known is null)
            schemes.Add((scheme, entry));
        else if (JsonNodeWriter.Write(known.Value) != JsonNodeWriter.Write(scheme.Value))
            diagnostics.Report(BundlingRules.SecuritySchemesDiffer, scheme.NameSpan, scheme.Name, origin.File.Path);
    }

    /// <summary>Copying a component may find further ones.</summary>
    private static List<(JsonPointer Section, Member Member)> CopyComponents(ComponentTable components, NodeCopier copier)
    {
        var copies = new List<(JsonPointer, Member)>();
        for (var index = 0; index < components.All.Count; index++)
        {
            var component = components.All[index];
            copies.Add((component.Section, Nodes.Member(component.Name, copier.Copy(component.Location, component.Position))));
        }

        return copies;
    }

    /// <summary>The root with a mapping of named parts at a pointer of one or two segments.</summary>
    private static MappingNode WithSection(MappingNode root, JsonPointer section, ImmutableArray<Member> parts)
    {
        var value = new MappingNode(root.Span, parts);
        var segments = section.Segments;
        if (segments.Length == 1)
            return Nodes.With(root, segments[0], value);
        var parent = root.Get(segments[0]) as MappingNode ?? Nodes.Mapping(root);
        return Nodes.With(root, segments[0], Nodes.With(parent, segments[1], value));
    }
}
