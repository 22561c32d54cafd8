namespace SyncGen.Documents;

/// <summary>Resolves every link on a path, so that one file has one name.</summary>
internal static class RealPath
{
    /// <summary>More links than this on one path are a circle, as operating systems have it too.</summary>
    private const int MostLinks = 40;

    /// <returns>Null when nothing exists there or links go in a circle.</returns>
    public static string? Of(string path)
    {
        var full = Path.GetFullPath(path);
        var current = Path.GetPathRoot(full)!;
        var pending = new Stack<string>(Names(full[current.Length..]));
        var links = 0;
        while (pending.TryPop(out var name))
        {
            // What a link says is resolved name by name: above a link to a folder is that folder's parent, not the link's.
            var next = name == ".." ? Path.GetDirectoryName(current) ?? current : Path.Combine(current, name);
            if (!Path.Exists(next))
                return null;
            if (new FileInfo(next).LinkTarget is not { } target)
            {
                current = next;
                continue;
            }

            if (++links > MostLinks)
                return null;
            if (Path.IsPathRooted(target))
                current = Path.GetPathRoot(Path.GetFullPath(target, current))!;
            foreach (var part in Names(target[Path.GetPathRoot(target)!.Length..]))
                pending.Push(part);
        }

        return current;
    }

    /// <summary>The names on a path, last one first.</summary>
    private static IEnumerable<string> Names(string path) =>
        path.Split([Path.DirectorySeparatorChar, Path.AltDirectorySeparatorChar], StringSplitOptions.RemoveEmptyEntries).Where(name => name != ".").Reverse();
}
