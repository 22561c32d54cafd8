using SyncGen.Diagnostics;
using SyncGen.Documents;
using SyncGen.Linking;

namespace SyncGen.Bundling;

/// <summary>Copies parts of contracts so that every reference leads to a component of the bundle.</summary>
internal sealed class NodeCopier(Contract contract, ComponentTable components, DiagnosticBag diagnostics)
{
    private readonly HashSet<Node> _inlining = [];

    public Node Copy(Location location, Position position)
    {
        if (contract.Targets.ContainsKey(location.Node))
            return CopyReference(location, position);
        return location.Node switch
        {
            MappingNode mapping => new MappingNode(mapping.Span, [.. CopyMembers(location, position)]),
            SequenceNode sequence => new SequenceNode(sequence.Span, [.. location.Items().Select(item => Copy(item, Positions.OfItem(position)))]),
            var scalar => position == Position.JsonData ? EmbeddedJson.Unfold(scalar) : scalar,
        };
    }

    private IEnumerable<Member> CopyMembers(Location location, Position position)
    {
        foreach (var (member, child) in location.Members())
        {
            // Inside a bundle an address of its own would change where references lead.
            if (position == Position.Schema && member.Name is "$id" or "$schema")
                continue;
            yield return member with { Value = Copy(child, Positions.OfMember(position, member.Name)) };
        }
    }

    private Node CopyReference(Location location, Position position)
    {
        var reference = (MappingNode)location.Node;
        var target = TargetOf(location.Node);
        if (components.ReferTo(target, position) is not { } text)
            return Inline(reference, location, target, position);
        var siblings = CopyMembers(location, position).Where(member => member.Name != "$ref");
        return new MappingNode(reference.Span, [Nodes.Member("$ref", Nodes.Text(reference, text)), .. siblings]);
    }

    /// <summary>The first target that says something itself: a mere reference is skipped.</summary>
    private Location TargetOf(Node reference)
    {
        var target = contract.Targets[reference];
        while (target.Node is MappingNode { Members.Length: 1 } && contract.Targets.TryGetValue(target.Node, out var next))
            target = next;
        return target;
    }

    /// <summary>Puts the target where the reference stands. Members beside the reference stay unless the target has them too.</summary>
    private Node Inline(MappingNode reference, Location location, Location target, Position position)
    {
        if (!_inlining.Add(reference))
        {
            diagnostics.Report(BundlingRules.EndlessReference, reference.Span, (reference.Get("$ref") as ScalarNode)?.Text ?? "", NameOf(position));
            return reference;
        }

        var copy = Copy(target, position);
        _inlining.Remove(reference);
        if (copy is not MappingNode mapping)
            return copy;
        var siblings = CopyMembers(location, position).Where(member => member.Name != "$ref" && mapping.Get(member.Name) is null);
        return new MappingNode(mapping.Span, [.. mapping.Members, .. siblings]);
    }

    private static string NameOf(Position position) => position switch
    {
        Position.PathItem => "a path item",
        Position.Schemas => "a list of schemas",
        _ => "this part of a contract",
    };
}
