using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Bundling;

/// <summary>Works on the paths of copied contracts.</summary>
internal static class PathMerger
{
    /// <summary>Moves the base path of a contract, and of each path item that has its own, into the paths.</summary>
    public static MappingNode WithInlinedBasePath(MappingNode root)
    {
        if (root.Get("paths") is MappingNode paths)
        {
            var moved = paths.Members.Select(path => path.Value is MappingNode item && path.Name.StartsWith('/')
                ? path with { Name = BasePath.Of(BasePath.IsOwn(item) ? item : root) + path.Name, Value = WithOriginAlone(item) }
                : path);
            root = Nodes.With(root, "paths", new MappingNode(paths.Span, [.. moved]));
        }

        return Nodes.Without(WithOriginAlone(root), "basePath");
    }

    /// <summary>The root with defaults moved into each operation that does not say otherwise.</summary>
    public static MappingNode WithDefaults(MappingNode root, ImmutableArray<string> names)
    {
        var defaults = names.Select(root.GetMember).OfType<Member>().ToImmutableArray();
        if (defaults.IsEmpty || root.Get("paths") is not MappingNode paths)
            return root;
        var items = paths.Members.Select(path => path.Value is MappingNode item ? path with { Value = WithDefaults(item, defaults) } : path);
        return Nodes.With(root, "paths", new MappingNode(paths.Span, [.. items]));
    }

    /// <summary>The paths of all contracts, in order; null when none has any.</summary>
    public static MappingNode? Merge(ImmutableArray<Document> entries, ImmutableArray<MappingNode> roots, string name, DiagnosticBag diagnostics)
    {
        var items = new Dictionary<string, (MappingNode Item, Document Entry)>(StringComparer.Ordinal);
        var order = new List<Member>();
        for (var index = 0; index < roots.Length; index++)
        {
            foreach (var path in roots[index].Get(name) is MappingNode paths ? paths.Members : [])
            {
                if (path.Value is not MappingNode item)
                    continue;
                if (items.TryGetValue(path.Name, out var known))
                    item = Merge(known.Item, item, path.Name, known.Entry, diagnostics);
                else
                    order.Add(path);
                items[path.Name] = (item, entries[index]);
            }
        }

        return order.Count == 0 && roots[0].Get(name) is null
            ? null
            : new MappingNode(roots[0].Span, [.. order.Select(path => path with { Value = items[path.Name].Item })]);
    }

    private static MappingNode WithDefaults(MappingNode item, ImmutableArray<Member> defaults) => new(item.Span, [
        .. item.Members.Select(member => ContractGrammar.KindOfMember(PartKind.PathItem, member.Name) == PartKind.Operation && member.Value is MappingNode operation
            ? member with { Value = defaults.Where(value => operation.Get(value.Name) is null && item.Get(value.Name) is null).Aggregate(operation, Add) }
            : member)]);

    private static MappingNode Add(MappingNode operation, Member member) => new(operation.Span, operation.Members.Add(member));

    private static MappingNode WithOriginAlone(MappingNode owner) =>
        BasePath.IsOwn(owner) ? Nodes.With(owner, "servers", BasePath.OriginOf(owner, owner)) : owner;

    private static MappingNode Merge(MappingNode first, MappingNode second, string path, Document firstEntry, DiagnosticBag diagnostics)
    {
        var merged = first;
        foreach (var member in second.Members)
        {
            if (first.Get(member.Name) is { } known && JsonNodeWriter.Write(known) != JsonNodeWriter.Write(member.Value))
                diagnostics.Report(BundlingRules.OperationTwice, member.NameSpan, member.Name, path, firstEntry.File.Path);
            else
                merged = Nodes.With(merged, member.Name, member.Value);
        }

        return merged;
    }
}
