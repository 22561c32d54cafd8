using SyncGen.Diagnostics;

namespace SyncGen.Projection;

/// <summary>Names the members of one type after their names on the wire.</summary>
/// <param name="typeName">The enclosing type, whose name no member may have.</param>
internal sealed class MemberNames(string typeName)
{
    private readonly NameTable _table = new(StringComparer.Ordinal);
    private readonly HashSet<string> _avoided = new(StringComparer.Ordinal);

    /// <summary>Names that the declaration has of its own accord; a member that wants one gets the suffix <c>Value</c>.</summary>
    public MemberNames Avoid(params IEnumerable<string> names)
    {
        _avoided.UnionWith(names);
        return this;
    }

    /// <summary>Takes names that other members have already, inherited ones.</summary>
    /// <param name="names">The C# names and whose they are.</param>
    public MemberNames Reserve(params IEnumerable<(string Name, string Owner)> names)
    {
        foreach (var (name, owner) in names)
            _table.TryAdd(name, owner);
        return this;
    }

    /// <summary>
    /// The C# names of members, index by index. Of two that PascalCase unites, the one that needs the least change keeps the name and the
    /// other stays closer to its name on the wire.
    /// </summary>
    /// <param name="members">Name on the wire and the author's wish, or null.</param>
    /// <param name="prefix">For names that begin with a digit.</param>
    public ImmutableArray<string> Of(
        ImmutableArray<(string Wire, string? Wish, SourceSpan Span)> members,
        string prefix,
        DiagnosticBag diagnostics)
    {
        var names = new string[members.Length];
        var wanted = members.Select(member => Identifier.PascalCase(member.Wish ?? member.Wire, prefix)).ToArray();
        var order = Enumerable.Range(0, members.Length)
            .OrderBy(index => members[index].Wish is null)
            .ThenBy(index => wanted[index] != members[index].Wire)
            .ThenBy(index => members[index].Wire, StringComparer.Ordinal);
        foreach (var index in order)
        {
            var (wire, _, span) = members[index];
            var name = Unreserved(wanted[index]);
            names[index] = _table.TryAdd(name, wire) ? name : Other(wire, name, prefix);
            if (names[index] != name && _table.OwnerOf(name) is { } owner)
                diagnostics.Report(ProjectionRules.MemberNameCollision, span, MarkdownText.Visible(wire), MarkdownText.Visible(owner), name, names[index]);
        }

        return [.. names];
    }

    /// <summary>A further name that goes with a member: <c>LimitIfPresent</c>.</summary>
    public string Add(string name) => _table.Add(name, name, name);

    private string Other(string wire, string wanted, string prefix)
    {
        var verbatim = Identifier.Verbatim(wire, prefix);
        return _table.Add(wire, wire, Unreserved(char.ToUpperInvariant(verbatim[0]) + verbatim[1..]), Unreserved(verbatim), typeName + wanted);
    }

    private string Unreserved(string name) =>
        name == typeName || ReservedNames.IsMember(name) || _avoided.Contains(name) ? name + "Value" : name;
}
