namespace SyncGen.Documents;

/// <summary>A node together with where it stands, so that a walk always knows file and pointer.</summary>
internal readonly record struct Location(Document Document, JsonPointer Pointer, Node Node)
{
    public static Location RootOf(Document document) => new(document, JsonPointer.Root, document.Root);

    /// <summary>The member of a mapping, or null when this is no mapping or has no such member.</summary>
    public Location? Child(string name) =>
        (Node as MappingNode)?.Get(name) is { } value ? new(Document, Pointer.Child(name), value) : null;

    /// <summary>The item of a sequence, which must exist.</summary>
    public Location Child(int index) => new(Document, Pointer.Child(index), ((SequenceNode)Node).Items[index]);

    /// <summary>The members of a mapping in document order; empty for other nodes.</summary>
    public IEnumerable<(Member Member, Location Location)> Members()
    {
        if (Node is not MappingNode mapping)
            yield break;
        foreach (var member in mapping.Members)
            yield return (member, new Location(Document, Pointer.Child(member.Name), member.Value));
    }

    /// <summary>The items of a sequence in order; empty for other nodes.</summary>
    public IEnumerable<Location> Items()
    {
        if (Node is not SequenceNode sequence)
            yield break;
        for (var index = 0; index < sequence.Items.Length; index++)
            yield return Child(index);
    }
}
