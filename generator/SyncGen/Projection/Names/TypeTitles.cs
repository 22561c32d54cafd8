using System.Collections.Frozen;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides which titles can name a type.</summary>
internal static class TypeTitles
{
    private const int MaximumLength = 40;

    private const int MaximumWords = 4;

    /// <summary>Titles that say what role a schema has, and nothing of what it is.</summary>
    private static readonly FrozenSet<string> Roles = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase,
        "Array", "Body", "Content", "Data", "Item", "Items", "List", "Object", "Params", "Parameters", "Payload", "Properties", "Request",
        "RequestBody", "Response", "ResponseBody", "Result", "Results", "Root", "Schema", "Title", "Type", "Value", "Values");

    /// <summary>The title as a type name, or null when it is missing or a sentence rather than a name.</summary>
    public static string? NameOf(Schema schema)
    {
        if (schema.InputOf is not null || schema.Title is not { Length: > 0 and <= MaximumLength } title || !char.IsAsciiLetter(title[0]))
            return null;
        if (!title.All(character => char.IsAsciiLetterOrDigit(character) || character is ' ' or '_' or '-' or '.'))
            return null;
        if (Words.Of(title).Length > MaximumWords || title.EndsWith('.'))
            return null;
        var name = Identifier.PascalCase(title, "Type");
        return Roles.Contains(name) ? null : name;
    }

    /// <summary>The titles that name exactly one inline schema and no schema with a name of its own.</summary>
    public static HashSet<string> Unique(IEnumerable<Schema> schemas)
    {
        var counts = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var schema in schemas)
        {
            var name = schema.Name is { } own ? Identifier.PascalCase(own, "Type") : NameOf(schema);
            if (name is not null)
                counts[name] = counts.GetValueOrDefault(name) + 1;
        }

        return counts.Where(count => count.Value == 1).Select(count => count.Key).ToHashSet(StringComparer.OrdinalIgnoreCase);
    }
}
