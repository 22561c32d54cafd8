namespace SyncGen.Documents;

/// <summary>Whether two values say the same, wherever they stand.</summary>
internal static class NodeEquality
{
    /// <summary>Depth and size are bounded by the documents' own limits.</summary>
    public static bool AreEqual(Node left, Node right) => ReferenceEquals(left, right) || (left, right) switch
    {
        (ScalarNode first, ScalarNode second) => first.Kind == second.Kind && first.Text == second.Text,
        (SequenceNode first, SequenceNode second) =>
            first.Items.Length == second.Items.Length && first.Items.Zip(second.Items).All(pair => AreEqual(pair.First, pair.Second)),
        (MappingNode first, MappingNode second) =>
            first.Members.Length == second.Members.Length
            && first.Members.All(member => second.Get(member.Name) is { } other && AreEqual(member.Value, other)),
        _ => false,
    };
}
