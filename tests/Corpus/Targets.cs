using System.Collections.Immutable;

namespace SyncGen.Corpus;

/// <summary>An API to generate: one contract, or several that make one library.</summary>
internal sealed record Target(string Name, ImmutableArray<string> Contracts, string Root);

/// <summary>Which APIs a measurement is about.</summary>
internal static class Targets
{
    /// <summary>Each entry document of each release, or of one, alone, then each API folder of a release merged.</summary>
    public static IReadOnlyList<Target> OfMatrix(string folder, string? release)
    {
        folder = Path.GetFullPath(folder);
        var contracts = ContractFinder.Find(folder).Where(contract => release is null || Path.GetFileName(ReleaseOf(folder, contract)) == release).ToList();
        var alone = contracts.Select(contract => new Target(Path.GetRelativePath(folder, contract), [contract], ReleaseOf(folder, contract)));
        var merged = contracts
            .GroupBy(contract => Path.GetDirectoryName(contract)!)
            .Select(group => new Target($"{Path.GetRelativePath(folder, group.Key)} (merged)", [.. group], ReleaseOf(folder, group.First())));
        return [.. alone, .. merged];
    }

    /// <summary>Small contracts first, so that most is known early; of a sample the large ones, so that none of them is waited for at the end.</summary>
    /// <param name="megabytes">Larger contracts are left out.</param>
    public static IReadOnlyList<Target> OfFolder(string folder, int? sample, int seed, int megabytes)
    {
        folder = Path.GetFullPath(folder);
        IEnumerable<string> contracts = ContractFinder.Find(folder);
        if (sample is { } count)
            contracts = new Random(seed).GetItems(contracts.ToArray(), count * 2).Distinct(StringComparer.Ordinal);
        contracts = contracts.Where(contract => new FileInfo(contract).Length <= megabytes * 1024L * 1024).Take(sample ?? int.MaxValue).Order(StringComparer.Ordinal);
        return
        [
            .. contracts
                .OrderBy(contract => new FileInfo(contract).Length * (sample is null ? 1 : -1))
                .Select(contract => new Target(Path.GetRelativePath(folder, contract), [contract], Path.GetDirectoryName(contract)!)),
        ];
    }

    public static IReadOnlyList<Target> OfFiles(IEnumerable<string> files) =>
        [.. files.Select(Path.GetFullPath).Select(file => new Target(Path.GetFileName(file), [file], Path.GetDirectoryName(file)!))];

    private static string ReleaseOf(string folder, string contract) =>
        Path.Combine(folder, Path.GetRelativePath(folder, contract).Split(Path.DirectorySeparatorChar)[0]);
}
