namespace SyncGen.Writing;

/// <summary>Names contracts in a manifest, so that contracts of another run do not delete what belongs to these.</summary>
internal static class ContractOwner
{
    /// <summary>
    /// The contracts relative to the output folder, which is the same on every machine. Of a contract that shares nothing with the
    /// folder but the root or a home folder the file name alone is told, for the rest is the machine's.
    /// </summary>
    /// <param name="home">The user's home folder.</param>
    public static ImmutableArray<string> NamesOf(IEnumerable<string> contracts, string folder, string home) =>
        [.. contracts.Select(contract => NameOf(contract, folder, home))];

    /// <summary>Whether the folder belongs to contracts that still exist, none of which is among these.</summary>
    public static bool IsOther(Manifest manifest, ImmutableArray<string> contracts, string folder) =>
        // After a killed run any contract may take over.
        manifest is { Contracts.IsEmpty: false, Pending.IsEmpty: true }
        && !manifest.Contracts.Any(owner => contracts.Any(contract => IsSame(owner, contract)))
        && manifest.Contracts.Any(owner => !owner.StartsWith("../", StringComparison.Ordinal) || File.Exists(Path.Combine(folder, owner)));

    private static string NameOf(string contract, string folder, string home)
    {
        var relative = Path.GetRelativePath(folder, contract);
        if (Path.IsPathRooted(relative))
            return Path.GetFileName(contract);
        var shared = folder;
        foreach (var _ in relative.Split(Path.DirectorySeparatorChar).TakeWhile(segment => segment == ".."))
            shared = Path.GetDirectoryName(shared) ?? shared;
        var isOfMachine = shared == Path.GetPathRoot(shared) || (home + Path.DirectorySeparatorChar).StartsWith(shared + Path.DirectorySeparatorChar, StringComparison.Ordinal);
        return isOfMachine ? Path.GetFileName(contract) : relative.Replace('\\', '/');
    }

    /// <summary>A file name alone may stand in any folder.</summary>
    private static bool IsSame(string left, string right) =>
        left == right
        || (!left.Contains('/', StringComparison.Ordinal) && right.EndsWith($"/{left}", StringComparison.Ordinal))
        || (!right.Contains('/', StringComparison.Ordinal) && left.EndsWith($"/{right}", StringComparison.Ordinal));
}
