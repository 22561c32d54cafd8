using SyncGen.Diagnostics;

namespace SyncGen.Documents;

/// <summary>Collects the members of a mapping. Of two with one name the one that says something counts, else, with a report, the last.</summary>
internal sealed class MemberList(DiagnosticBag diagnostics)
{
    private const int LargestSearchedList = 8;

    private readonly ImmutableArray<Member>.Builder _members = ImmutableArray.CreateBuilder<Member>();
    private Dictionary<string, Member>? _byName;

    public void Add(Member member)
    {
        if (Find(member.Name) is not { } first)
        {
            AddNew(member);
            return;
        }

        var agreement = NodeEquality.AreEqual(first.Value, member.Value) ? "both are equal"
            : IsEmpty(member.Value) ? "the second is empty and ignored"
            : IsEmpty(first.Value) ? "the first is empty and ignored"
            : null;
        if (agreement is null)
            diagnostics.Report(DocumentRules.DuplicateName, member.NameSpan, member.Name, first.NameSpan.Line);
        else
            diagnostics.Report(DocumentRules.NameTwiceInAgreement, member.NameSpan, member.Name, first.NameSpan.Line, agreement);
        if (!IsEmpty(member.Value))
            Replace(first, member);
    }

    public bool Contains(string name) => Find(name) is not null;

    public void AddNew(Member member)
    {
        _members.Add(member);
        _byName?.Add(member.Name, member);
    }

    public ImmutableArray<Member> ToImmutable() => _members.DrainToImmutable();

    private static bool IsEmpty(Node node) =>
        node is ScalarNode { Kind: ScalarKind.Null } or ScalarNode { Text.Length: 0 } or MappingNode { Members.IsEmpty: true } or SequenceNode { Items.IsEmpty: true };

    private void Replace(Member first, Member second)
    {
        _members[_members.IndexOf(first)] = second;
        if (_byName is not null)
            _byName[second.Name] = second;
    }

    private Member? Find(string name)
    {
        if (_byName is null && _members.Count >= LargestSearchedList)
            _byName = _members.ToDictionary(member => member.Name, StringComparer.Ordinal);
        if (_byName is not null)
            return _byName.GetValueOrDefault(name);
        foreach (var member in _members)
        {
            if (member.Name == name)
                return member;
        }

        return null;
    }
}
