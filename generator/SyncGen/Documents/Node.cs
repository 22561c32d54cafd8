using SyncGen.Diagnostics;

namespace SyncGen.Documents;

/// <summary>
/// A value in a contract document with its place: JSON and YAML become the same three kinds.
/// Nodes are compared by reference; a YAML alias is the very node that its anchor names.
/// </summary>
internal abstract class Node(SourceSpan span)
{
    public SourceSpan Span { get; } = span;
}

/// <summary>What a scalar is after the rules of JSON and of YAML's core schema.</summary>
internal enum ScalarKind
{
    Null,
    Boolean,
    Number,
    String,
}

/// <summary>A scalar. <see cref="Text"/> is the decoded string, <c>true</c>/<c>false</c>, <c>null</c>, or a number as JSON writes it.</summary>
internal sealed class ScalarNode(SourceSpan span, ScalarKind kind, string text, string source) : Node(span)
{
    public ScalarNode(SourceSpan span, ScalarKind kind, string text)
        : this(span, kind, text, text)
    {
    }

    public ScalarKind Kind { get; } = kind;

    public string Text { get; } = text;

    /// <summary>
    /// The text as the contract spells it, for places where text is wanted and YAML reads something else:
    /// <c>012</c> for the number 12, <c>True</c> for true, <c>~</c> for null.
    /// </summary>
    public string Source { get; } = source;
}

/// <summary>A list of values in document order.</summary>
internal sealed class SequenceNode(SourceSpan span, ImmutableArray<Node> items) : Node(span)
{
    public ImmutableArray<Node> Items { get; } = items;
}

/// <summary>One named value of a mapping. The name is text even where YAML would read a number (a status code, say).</summary>
internal sealed record Member(string Name, SourceSpan NameSpan, Node Value);

/// <summary>Named values in document order; names are unique.</summary>
internal sealed class MappingNode : Node
{
    /// <summary>Up to so many members a search along the list is faster than a dictionary, and far smaller.</summary>
    private const int LargestSearchedList = 8;

    private readonly Dictionary<string, Member>? _byName;

    public MappingNode(SourceSpan span, ImmutableArray<Member> members)
        : base(span)
    {
        Members = members;
        if (members.Length <= LargestSearchedList)
            return;
        _byName = new Dictionary<string, Member>(members.Length, StringComparer.Ordinal);
        foreach (var member in members)
            _byName.Add(member.Name, member);
    }

    public ImmutableArray<Member> Members { get; }

    public Node? Get(string name) => GetMember(name)?.Value;

    public Member? GetMember(string name)
    {
        if (_byName is not null)
            return _byName.GetValueOrDefault(name);
        foreach (var member in Members)
        {
            if (member.Name == name)
                return member;
        }

        return null;
    }
}
