using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Bundling;

/// <summary>Makes the root of the bundle: what stands beside the components, and the paths of all contracts.</summary>
internal static class RootMerger
{
    /// <summary>Members that only the root of a contract can have, so that the contracts must agree on them.</summary>
    private static readonly ImmutableArray<string> _shared = ["host", "basePath"];

    /// <summary>Members that hold for each operation that says nothing else, so that they can move there.</summary>
    private static readonly ImmutableArray<string> _defaults = ["schemes", "servers", "consumes", "produces", "security"];

    public static MappingNode Merge(ImmutableArray<Document> entries, Dialect dialect, bool inlinesBasePath, NodeCopier copier, DiagnosticBag diagnostics)
    {
        var roots = entries.Select(entry => CopyRoot(entry, dialect, inlinesBasePath, copier)).ToImmutableArray();
        var merged = roots[0];
        if (entries.Length > 1)
        {
            Compare(entries, roots, inlinesBasePath, diagnostics);
            var moving = _defaults.Where(name => roots.Any(root => TextOf(root.Get(name)) != TextOf(merged.Get(name)))).ToImmutableArray();
            roots = [.. roots.Select(root => PathMerger.WithDefaults(root, moving))];
            merged = moving.Aggregate(roots[0], Nodes.Without);
            if (Tags(roots) is { Items.IsEmpty: false } tags)
                merged = Nodes.With(merged, "tags", tags);
        }

        foreach (var name in new[] { "paths", "webhooks" })
        {
            if (PathMerger.Merge(entries, roots, name, diagnostics) is { } paths)
                merged = Nodes.With(merged, name, paths);
        }

        return merged;
    }

    /// <summary>The root without its named parts, its base path where it is wanted.</summary>
    private static MappingNode CopyRoot(Document entry, Dialect dialect, bool inlinesBasePath, NodeCopier copier)
    {
        var root = (MappingNode)entry.Root;
        var sections = Dialects.SectionsOf(dialect).Select(pair => pair.Section).Append(Dialects.SecuritySchemesOf(dialect));
        var rest = sections.Select(section => section.Segments[0]).Aggregate(root, Nodes.Without);
        if (dialect == Dialect.JsonSchema)
        {
            var schema = (MappingNode)copier.Copy(Location.RootOf(entry) with { Node = rest }, new BundlePlace(PartKind.Schema));
            return root.GetMember("$schema") is { } version ? new MappingNode(root.Span, [version, .. schema.Members]) : schema;
        }

        var copy = (MappingNode)copier.Copy(Location.RootOf(entry) with { Node = rest }, new BundlePlace(PartKind.Contract));
        return inlinesBasePath ? PathMerger.WithInlinedBasePath(copy) : copy;
    }

    private static void Compare(ImmutableArray<Document> entries, ImmutableArray<MappingNode> roots, bool inlinesBasePath, DiagnosticBag diagnostics)
    {
        for (var index = 1; index < roots.Length; index++)
        {
            foreach (var name in _shared.Where(name => TextOf(roots[index].Get(name)) != TextOf(roots[0].Get(name))))
            {
                var place = (roots[index].Get(name) ?? roots[index]).Span;
                var help = name == "basePath" && !inlinesBasePath ? ", or add --inline-base-path" : "";
                diagnostics.Report(BundlingRules.RootsDiffer, place, name, entries[0].File.Path, help);
            }
        }
    }

    /// <summary>The tags of all contracts, the first of each name.</summary>
    private static SequenceNode Tags(ImmutableArray<MappingNode> roots)
    {
        var tags = roots.SelectMany(root => root.Get("tags") is SequenceNode list ? list.Items : [])
            .DistinctBy(tag => ((tag as MappingNode)?.Get("name") as ScalarNode)?.Text);
        return Nodes.Sequence(roots[0], [.. tags]);
    }

    private static string TextOf(Node? node) => node is null ? "" : JsonNodeWriter.Write(node);
}
