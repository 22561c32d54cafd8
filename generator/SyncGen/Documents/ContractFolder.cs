namespace SyncGen.Documents;

/// <summary>What a path leads to in the root folder.</summary>
internal abstract record FileLookup
{
    /// <param name="FullPath">The real path, links resolved.</param>
    /// <param name="TextLink">The full path of a file that was followed as a link, or null.</param>
    public sealed record Found(string FullPath, string? TextLink) : FileLookup;

    public sealed record Missing : FileLookup;

    public sealed record OutsideRoot : FileLookup;

    /// <param name="Name">The name that exists.</param>
    public sealed record OtherCase(string Name) : FileLookup;

    public sealed record NotAFile(string Reason) : FileLookup;
}

/// <summary>The folder that no reference may leave. Nothing outside it is opened, or even looked for.</summary>
/// <param name="root">Its real path.</param>
internal sealed class ContractFolder(string root)
{
    private readonly Dictionary<string, HashSet<string>> _listings = new(StringComparer.Ordinal);

    public static ContractFolder At(string root) => new(RealPath.Of(root) ?? Path.GetFullPath(root));

    public bool Contains(string realPath) =>
        realPath.Length > root.Length && realPath.StartsWith(root, StringComparison.Ordinal)
        && (Path.EndsInDirectorySeparator(root) || realPath[root.Length] == Path.DirectorySeparatorChar);

    /// <summary>Looks for a file, name by name, so that letter case counts on every system.</summary>
    /// <param name="folder">The real path of the folder to start from.</param>
    /// <param name="relativePath">The path with '/'.</param>
    public FileLookup Find(string folder, string relativePath) => Find(folder, relativePath, textLink: null);

    private FileLookup Find(string folder, string relativePath, string? textLink)
    {
        var target = Path.GetFullPath(Path.Combine(folder, relativePath.Replace('/', Path.DirectorySeparatorChar)));
        if (target == root)
            return new FileLookup.NotAFile("it is a folder");
        if (!Contains(target))
            return new FileLookup.OutsideRoot();
        var names = target[root.Length..].Split(Path.DirectorySeparatorChar, StringSplitOptions.RemoveEmptyEntries);
        var current = root;
        for (var index = 0; index < names.Length; index++)
        {
            var existing = List(current);
            if (!existing.Contains(names[index]))
                return OtherCaseOf(names[index], existing);
            if (RealPath.Of(Path.Combine(current, names[index])) is not { } real)
                return new FileLookup.NotAFile("it is a link that leads nowhere");
            if (real != root && !Contains(real))
                return new FileLookup.OutsideRoot();
            if (index < names.Length - 1 && textLink is null && LinkText.Read(real) is { } link)
                return Find(current, string.Join('/', names[(index + 1)..].Prepend(link)), textLink: real);
            current = real;
        }

        return Directory.Exists(current) ? new FileLookup.NotAFile("it is a folder") : new FileLookup.Found(current, textLink);
    }

    private static FileLookup OtherCaseOf(string name, HashSet<string> names)
    {
        var other = names.Where(existing => string.Equals(existing, name, StringComparison.OrdinalIgnoreCase)).Min(StringComparer.Ordinal);
        return other is null ? new FileLookup.Missing() : new FileLookup.OtherCase(other);
    }

    private HashSet<string> List(string folder)
    {
        if (_listings.TryGetValue(folder, out var known))
            return known;
        var names = new HashSet<string>(StringComparer.Ordinal);
        try
        {
            foreach (var entry in Directory.EnumerateFileSystemEntries(folder))
                names.Add(Path.GetFileName(entry));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // A folder that cannot be listed has no files for us.
        }

        _listings.Add(folder, names);
        return names;
    }
}
