using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Tells which members of an object a check looks at, so that reading need note no others.</summary>
internal static class AskedMembers
{
    /// <summary>The codec with the name of its check and the members to note.</summary>
    /// <param name="wholes">What the references of checks refer to.</param>
    public static RecordCodec WithCheck(RecordCodec codec, string? name, SchemaCheck? check, Dictionary<SchemaId, SchemaCheck> wholes)
    {
        if (name is null || check is null)
            return codec;
        var asked = NamesOf(check, wholes);
        var literals = asked?.Select(Literal.Text).ToHashSet(StringComparer.Ordinal);
        // What the codec does not declare is met among the others.
        var asksAll = literals is null || !literals.IsSubsetOf(codec.Members.Select(member => member.NameText));
        return codec with
        {
            Check = name,
            NotesAll = asksAll,
            Members = [.. codec.Members.Select(member => member with { IsNoted = !asksAll && literals!.Contains(member.NameText) })],
        };
    }

    /// <summary>The names that a check asks for; null where it asks for any.</summary>
    private static HashSet<string>? NamesOf(SchemaCheck check, Dictionary<SchemaId, SchemaCheck> wholes)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        var met = new HashSet<SchemaId>();
        var open = new Stack<SchemaCheck>([check]);
        while (open.TryPop(out var part))
        {
            switch (part)
            {
                case SchemaCheck.Reference reference:
                    if (met.Add(reference.Target))
                        open.Push(wholes[reference.Target]);
                    break;
                case SchemaCheck.Members { Patterns.IsEmpty: true, Additional: null } members:
                    names.UnionWith(members.Properties.Select(property => property.Name));
                    break;
                case SchemaCheck.Required required:
                    names.UnionWith(required.Properties);
                    break;
                case SchemaCheck.Dependent dependent:
                    names.Add(dependent.Name);
                    open.Push(dependent.Check);
                    break;
                case SchemaCheck.Members or SchemaCheck.RestOfMembers or SchemaCheck.Names or SchemaCheck.MemberCount or SchemaCheck.Listed:
                    return null;
                // They ask what arrays hold.
                case SchemaCheck.Items or SchemaCheck.Contains:
                    break;
                default:
                    foreach (var inner in part.Parts)
                        open.Push(inner);
                    break;
            }
        }

        return names;
    }
}
