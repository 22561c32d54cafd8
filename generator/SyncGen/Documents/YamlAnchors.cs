using SyncGen.Diagnostics;
using YamlDotNet.Core;

namespace SyncGen.Documents;

/// <summary>The anchors of a file, and the budget that keeps nested aliases from standing for billions of values.</summary>
internal sealed class YamlAnchors(DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, AnchoredNode> _nodes = new(StringComparer.Ordinal);
    private readonly HashSet<string> _open = new(StringComparer.Ordinal);
    private long _spent;

    /// <summary>Marks an anchor whose value is being read: an alias to it in there would be endless.</summary>
    public void Begin(AnchorName anchor)
    {
        if (!anchor.IsEmpty)
            _open.Add(anchor.Value);
    }

    public void End(AnchorName anchor, Node node, int nodeCount)
    {
        if (anchor.IsEmpty)
            return;
        _open.Remove(anchor.Value);
        _nodes[anchor.Value] = new AnchoredNode(node, nodeCount);
    }

    /// <returns>Null when the alias cannot be used, which is reported.</returns>
    public AnchoredNode? Find(AnchorName alias, SourceSpan span)
    {
        if (!_open.Contains(alias.Value) && _nodes.TryGetValue(alias.Value, out var anchored))
            return Spend(anchored.NodeCount, span) ? anchored : null;
        diagnostics.Report(DocumentRules.UnknownAlias, span, alias.Value, _open.Contains(alias.Value) ? "stands in the value that it names" : "has no anchor before it");
        return null;
    }

    /// <summary>Takes values from the budget.</summary>
    public bool Spend(int nodeCount, SourceSpan span)
    {
        _spent += nodeCount;
        if (_spent <= DocumentLimits.AliasedNodes)
            return true;
        diagnostics.Report(DocumentRules.TooManyAliases, span, DocumentLimits.AliasedNodes);
        return false;
    }
}

/// <summary>The value of an anchor and how many values it holds, aliases counted as if written out.</summary>
internal sealed record AnchoredNode(Node Node, int NodeCount);
