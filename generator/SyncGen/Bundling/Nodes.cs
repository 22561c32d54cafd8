using SyncGen.Documents;

namespace SyncGen.Bundling;

/// <summary>Makes nodes that stand in no file; their place is that of the node they are made for.</summary>
internal static class Nodes
{
    public static ScalarNode Text(Node place, string text) => new(place.Span, ScalarKind.String, text);

    public static SequenceNode Sequence(Node place, params ImmutableArray<Node> items) => new(place.Span, items);

    public static MappingNode Mapping(Node place, params ReadOnlySpan<(string Name, Node Value)> members)
    {
        var builder = ImmutableArray.CreateBuilder<Member>(members.Length);
        foreach (var (name, value) in members)
            builder.Add(Member(name, value));
        return new MappingNode(place.Span, builder.DrainToImmutable());
    }

    public static Member Member(string name, Node value) => new(name, value.Span, value);

    /// <summary>The mapping with a member set: replaced where it stands, else added at the end.</summary>
    public static MappingNode With(MappingNode mapping, string name, Node value) => mapping.GetMember(name) is { } old
        ? new MappingNode(mapping.Span, mapping.Members.Replace(old, old with { Value = value }))
        : new MappingNode(mapping.Span, mapping.Members.Add(Member(name, value)));

    public static MappingNode Without(MappingNode mapping, string name) => mapping.GetMember(name) is { } old
        ? new MappingNode(mapping.Span, mapping.Members.Remove(old))
        : mapping;
}
