using SyncGen.Diagnostics;
using SyncGen.Documents;
using SyncGen.Linking;

namespace SyncGen.Bundling;

/// <summary>Copies parts of contracts so that every reference leads to a component of the bundle.</summary>
internal sealed class NodeCopier(Contract contract, ComponentTable components, DiagnosticBag diagnostics)
{
    /// <summary>Targets within targets that stand in the place of their references; the stack has an end.</summary>
    private const int MaxInlineDepth = 16;

    private readonly HashSet<Node> _inlining = [];
    private int _inlinedNodes;

    public Node Copy(Location location, BundlePlace place)
    {
        if (_inlining.Count > 0)
            _inlinedNodes++;
        if (contract.Targets.ContainsKey(location.Node))
            return CopyReference(location, place);
        return location.Node switch
        {
            MappingNode mapping => new MappingNode(mapping.Span, [.. CopyMembers(location, place)]),
            SequenceNode sequence => new SequenceNode(sequence.Span, [.. location.Items().Select(item => Copy(item, place))]),
            var scalar => place.Role == BundleRole.JsonExample ? EmbeddedJson.Unfold(scalar) : scalar,
        };
    }

    private IEnumerable<Member> CopyMembers(Location location, BundlePlace place)
    {
        foreach (var (member, child) in location.Members())
        {
            // Inside a bundle an address of its own would change where references lead.
            if (place.Kind == PartKind.Schema && member.Name is "$id" or "$schema")
                continue;
            if (ExampleReferences.AreIn(contract, place, member.Name, child))
                diagnostics.Report(BundlingRules.ExampleLeftOut, member.NameSpan, member.Name);
            else
                yield return member with { Value = Copy(child, place.Member(member.Name)) };
        }
    }

    private Node CopyReference(Location location, BundlePlace place)
    {
        var target = TargetOf(location.Node);
        if (location.Node is not MappingNode holder)
            return CopyText((ScalarNode)location.Node, target, place);
        if (components.ReferTo(target, place) is not { } text)
            return Inline(holder, location, target, place);
        return new MappingNode(holder.Span, [Nodes.Member("$ref", Nodes.Text(holder, text)), .. Siblings(location, place)]);
    }

    /// <summary>A text that is itself a reference: a discriminator's mapping. A link to an operation stays as it is written.</summary>
    private ScalarNode CopyText(ScalarNode text, Location target, BundlePlace place) =>
        place.Kind == PartKind.DiscriminatorMapping && components.ReferTo(target, new BundlePlace(PartKind.Schema)) is { } reference
            ? Nodes.Text(text, reference)
            : text;

    /// <summary>The first target that says something itself: a mere reference is skipped.</summary>
    private Location TargetOf(Node reference)
    {
        var target = contract.Targets[reference];
        while (target.Node is MappingNode { Members.Length: 1 } && contract.Targets.TryGetValue(target.Node, out var next))
            target = next;
        return target;
    }

    /// <summary>Puts the target where the reference stands. Members beside the reference stay unless the target has them too.</summary>
    private Node Inline(MappingNode reference, Location location, Location target, BundlePlace place)
    {
        if (!_inlining.Add(reference))
        {
            diagnostics.Report(BundlingRules.EndlessReference, reference.Span, (reference.Get("$ref") as ScalarNode)?.Text ?? "");
            return reference;
        }

        if (_inlining.Count > MaxInlineDepth || _inlinedNodes > DocumentLimits.AliasedNodes)
        {
            diagnostics.Report(BundlingRules.ExpandsTooFar, reference.Span, DocumentLimits.AliasedNodes, MaxInlineDepth);
            _inlining.Remove(reference);
            return reference;
        }

        var copy = Copy(target, place);
        _inlining.Remove(reference);
        return copy is MappingNode mapping
            ? new MappingNode(mapping.Span, [.. mapping.Members, .. Siblings(location, place).Where(member => mapping.Get(member.Name) is null)])
            : copy;
    }

    private IEnumerable<Member> Siblings(Location reference, BundlePlace place) =>
        CopyMembers(reference, place).Where(member => member.Name is not ("$ref" or "$dynamicRef" or "$recursiveRef"));
}
