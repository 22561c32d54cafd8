using System.Globalization;
using SyncGen.Documents;
using SyncGen.Linking;

namespace SyncGen.Modeling;

/// <summary>Finds the schema that an entry of a discriminator's <c>mapping</c> names. It is text, no <c>$ref</c>, so linking leaves it alone.</summary>
internal static class MappingTarget
{
    public static Location? Find(Contract contract, Document document, string target)
    {
        var root = Location.RootOf(document);
        var named = root.Child("components")?.Child("schemas")?.Child(target) ?? root.Child("definitions")?.Child(target) ?? root.Child("$defs")?.Child(target);
        if (named is not null)
            return named;
        var mark = target.IndexOf('#', StringComparison.Ordinal);
        var file = Uri.UnescapeDataString(mark < 0 ? target : target[..mark]);
        var fragment = mark < 0 ? "" : Uri.UnescapeDataString(target[(mark + 1)..]);
        var found = file.Length == 0 ? document : contract.Documents.GetValueOrDefault(Combine(document.File.Path, file));
        return found is null ? null : Walk(Location.RootOf(found), new JsonPointer(fragment.TrimEnd('/')));
    }

    private static Location? Walk(Location place, JsonPointer pointer)
    {
        foreach (var segment in pointer.Segments)
        {
            var next = place.Child(segment);
            if (next is null && place.Node is SequenceNode sequence
                && int.TryParse(segment, NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < sequence.Items.Length)
            {
                next = place.Child(index);
            }
            if (next is not { } found)
                return null;
            place = found;
        }
        return place;
    }

    /// <summary>A path below the folder of another, with <c>.</c> and <c>..</c> resolved.</summary>
    private static string Combine(string from, string relative)
    {
        var segments = new List<string>(from.Split('/')[..^1]);
        foreach (var segment in relative.Replace('\\', '/').Split('/'))
        {
            if (segment == ".." && segments.Count > 0 && segments[^1] != "..")
                segments.RemoveAt(segments.Count - 1);
            else if (segment is not ("." or ""))
                segments.Add(segment);
        }
        return string.Join('/', segments);
    }
}
