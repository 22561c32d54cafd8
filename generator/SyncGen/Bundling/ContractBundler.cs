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
    public static Bundle Bundle(Contract contract, bool inlinesBasePath, DiagnosticBag diagnostics)
    {
        var dialect = Dialects.Of(RootOf(contract.Entries[0]));
        var entries = contract.Entries.Where(entry => CheckDialect(entry, contract.Entries[0], dialect, diagnostics)).ToImmutableArray();
        var components = new ComponentTable(Dialects.SectionsOf(dialect));
        var copier = new NodeCopier(contract, components, diagnostics);
        foreach (var (section, place) in Dialects.SectionsOf(dialect))
        {
            foreach (var (name, location) in PartsOf(contract, entries, section))
            {
                if (place.Kind == PartKind.Example && ExampleReferences.AreIn(contract, new BundlePlace(PartKind.ExampleMap), name, location))
                    diagnostics.Report(BundlingRules.ExampleLeftOut, location.Node.Span, name);
                else
                    components.AddOwn(section, name, location, place);
            }
        }

        var root = RootMerger.Merge(entries, dialect, inlinesBasePath, copier, diagnostics);
        var schemesSection = Dialects.SecuritySchemesOf(dialect);
        if (CopySecuritySchemes(PartsOf(contract, entries, schemesSection), copier, diagnostics) is { IsEmpty: false } schemes)
            root = WithSection(root, schemesSection, schemes);
        foreach (var section in CopyComponents(components, copier).GroupBy(part => part.Section))
            root = WithSection(root, section.Key, [.. section.Select(part => part.Member)]);
        return new Bundle(root, [.. contract.Documents.Values.Select(document => document.File)]);
    }

    private static MappingNode RootOf(Document document) => (MappingNode)document.Root;

    private static bool CheckDialect(Document entry, Document first, Dialect dialect, DiagnosticBag diagnostics)
    {
        var own = Dialects.Of(RootOf(entry));
        if (own != dialect)
            diagnostics.Report(BundlingRules.DialectsDiffer, entry.Root.Span, Dialects.NameOf(own), first.File.Path, Dialects.NameOf(dialect));
        return own == dialect;
    }

    /// <summary>The parts of a kind that the contracts name themselves.</summary>
    private static IEnumerable<(string Name, Location Location)> PartsOf(Contract contract, ImmutableArray<Document> entries, JsonPointer section) =>
        from entry in entries
        let parts = FindSection(contract, entry, section)
        where parts is not null
        from part in parts.Value.Members()
        select (part.Member.Name, part.Location);

    /// <summary>Real contracts keep such a mapping in a file of its own.</summary>
    private static Location? FindSection(Contract contract, Document entry, JsonPointer section)
    {
        Location? location = Location.RootOf(entry);
        foreach (var name in section.Segments)
            location = location?.Child(name) is { } child ? contract.Resolve(child) : null;
        return location;
    }

    /// <summary>Several contracts may have the same scheme, but not two of one name.</summary>
    private static ImmutableArray<Member> CopySecuritySchemes(IEnumerable<(string Name, Location Location)> schemes, NodeCopier copier, DiagnosticBag diagnostics)
    {
        var copies = ImmutableArray.CreateBuilder<Member>();
        var origins = new Dictionary<string, (string Text, string File)>(StringComparer.Ordinal);
        foreach (var (name, location) in schemes)
        {
            var copy = copier.Copy(location, new BundlePlace(PartKind.SecurityScheme));
            var text = JsonNodeWriter.Write(copy);
            if (origins.TryAdd(name, (text, location.Document.File.Path)))
                copies.Add(Nodes.Member(name, copy));
            else if (origins[name].Text != text)
                diagnostics.Report(BundlingRules.SecuritySchemesDiffer, location.Node.Span, name, origins[name].File);
        }

        return copies.DrainToImmutable();
    }

    /// <summary>Copying a component may find further ones.</summary>
    private static List<(JsonPointer Section, Member Member)> CopyComponents(ComponentTable components, NodeCopier copier)
    {
        var copies = new List<(JsonPointer, Member)>();
        for (var index = 0; index < components.All.Count; index++)
        {
            var component = components.All[index];
            copies.Add((component.Section, Nodes.Member(component.Name, copier.Copy(component.Location, component.Place))));
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
