using SyncGen.Documents;

namespace SyncGen.Cli;

/// <summary>Where paths really lead.</summary>
internal static class Destination
{
    /// <summary>The path with its links resolved; the last names on it need not exist yet.</summary>
    public static string Of(string fullPath)
    {
        var missing = new Stack<string>();
        for (var current = Path.TrimEndingDirectorySeparator(fullPath); ;)
        {
            if (RealPath.Of(current) is { } real)
                return Path.Combine([real, .. missing]);
            if (Path.GetDirectoryName(current) is not { } parent)
                return fullPath;
            missing.Push(Path.GetFileName(current));
            current = parent;
        }
    }

    /// <summary>Whether a path is the root of a file system or the user's home folder, which are nobody's project.</summary>
    public static bool IsRootOrHome(string fullPath) =>
        Of(fullPath) is var real && (real == Path.GetPathRoot(real) || (HomeFolder().Length > 0 && real == Of(HomeFolder())));

    /// <summary>Empty when the user has none.</summary>
    public static string HomeFolder() => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
}
