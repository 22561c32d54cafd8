using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Linking;

/// <summary>
/// Finds circles of references alone, which have no value, and of references and allOf, which would include themselves; and chains too
/// long for anything that follows them. No recursion: a chain may have 100,000 links.
/// </summary>
internal sealed class ReferenceCycles
{
    /// <summary>The C# compiler recurses over base types too.</summary>
    private const int LongestChain = 128;

    private readonly Dictionary<Node, Link> _links;
    private readonly ImmutableHashSet<Document> _contracts;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<Node, int> _chainLengths = [];
    private readonly Dictionary<Node, int> _depthOnPath = [];
    private readonly List<Step> _path = [];

    private ReferenceCycles(IReadOnlyCollection<Link> links, ImmutableArray<Document> contracts, DiagnosticBag diagnostics)
    {
        _links = links.ToDictionary(link => link.Reference.Holder);
        _contracts = [.. contracts];
        _diagnostics = diagnostics;
    }

    public static void Report(IReadOnlyCollection<Link> links, ImmutableArray<Document> contracts, DiagnosticBag diagnostics)
    {
        var cycles = new ReferenceCycles(links, contracts, diagnostics);
        foreach (var link in links)
            cycles.WalkFrom(link.Reference.Holder);
    }

    /// <summary>A depth-first walk along references and allOf, as a loop.</summary>
    private void WalkFrom(Node start)
    {
        Enter(start);
        while (_path.Count > 0)
        {
            var step = _path[^1];
            if (step.TryNext(out var next))
                Enter(next);
            else
                Leave(step);
        }
    }

    private void Enter(Node node)
    {
        if (_depthOnPath.TryGetValue(node, out var depth))
            ReportCycle(_path[depth..]);
        else if (!_chainLengths.ContainsKey(node))
        {
            _depthOnPath.Add(node, _path.Count);
            _path.Add(new Step(node, _links.GetValueOrDefault(node)));
        }
    }

    private void Leave(Step step)
    {
        _path.RemoveAt(_path.Count - 1);
        _depthOnPath.Remove(step.Node);
        var length = step.Next.Select(next => _chainLengths.GetValueOrDefault(next)).DefaultIfEmpty().Max() + (step.Link is null ? 0 : 1);
        _chainLengths.Add(step.Node, length);
        if (length == LongestChain + 1 && step.Link is { } link)
            _diagnostics.Report(LinkingRules.LongChain, link.Reference.Value.Span, LongestChain);
    }

    private void ReportCycle(List<Step> cycle)
    {
        var links = cycle.Select(step => step.Link).OfType<Link>().ToList();
        var places = links.Count <= 8 ? links : [.. links[..7], links[^1]];
        var text = string.Join(" -> ", places.Select(link => Words.Of(link.Target)).Prepend(Words.Of(links[^1].Target)));
        var isPure = cycle.All(step => step.Link is not null && !step.HasInclusions);
        _diagnostics.Report(isPure ? LinkingRules.ReferenceCycle : LinkingRules.InheritanceCycle, Blamed(links).Reference.Value.Span, text);
    }

    /// <summary>The reference to show: in a contract the user named, if one is part of the circle or leads into it.</summary>
    private Link Blamed(List<Link> cycle) =>
        cycle.FirstOrDefault(IsInContract)
        ?? _path.Select(step => step.Link).OfType<Link>().LastOrDefault(IsInContract)
        ?? cycle[0];

    private bool IsInContract(Link link) => _contracts.Contains(link.Reference.Document);

    /// <summary>A node on the path and what it leads to: the target of its reference, then the items of its allOf.</summary>
    private sealed class Step(Node node, Link? link)
    {
        private int _taken;

        public Node Node { get; } = node;

        public Link? Link { get; } = link;

        public bool HasInclusions => Node is MappingNode mapping && mapping.Get("allOf") is SequenceNode;

        public ImmutableArray<Node> Next { get; } = NextOf(node, link);

        public bool TryNext(out Node next)
        {
            next = _taken < Next.Length ? Next[_taken] : Node;
            return _taken++ < Next.Length;
        }

        private static ImmutableArray<Node> NextOf(Node node, Link? link)
        {
            ImmutableArray<Node> inclusions = node is MappingNode mapping && mapping.Get("allOf") is SequenceNode items ? items.Items : [];
            return link is null ? inclusions : inclusions.Insert(0, link.Target.Node);
        }
    }
}
