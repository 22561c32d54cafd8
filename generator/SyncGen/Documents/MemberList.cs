using SyncGen.Diagnostics;

namespace SyncGen.Documents;

/// <summary>Collects the members of a mapping; the second of two equal names is reported and left out.</summary>
internal sealed class MemberList(DiagnosticBag diagnostics)
{
    private const int LargestSearchedList = 8;

    private readonly ImmutableArray<Member>.Builder _members = ImmutableArray.CreateBuilder<Member>();
    private Dictionary<string, Member>? _byName;

    public void Add(Member member)
    {
        if (Find(member.Name) is { } first)
            diagnostics.Report(DocumentRules.DuplicateName, member.NameSpan, member.Name, first.NameSpan.Line);
        else
            AddNew(member);
    }

    public bool Contains(string name) => Find(name) is not null;

    public void AddNew(Member member)
    {
        _members.Add(member);
        _byName?.Add(member.Name, member);
    }

    public ImmutableArray<Member> ToImmutable() => _members.DrainToImmutable();

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
