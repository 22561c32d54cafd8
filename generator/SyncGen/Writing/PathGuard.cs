using SyncGen.Diagnostics;
using SyncGen.Rendering;

namespace SyncGen.Writing;

/// <summary>Refuses paths that would be written somewhere else than they say.</summary>
internal static class PathGuard
{
    public static void Check(IReadOnlyCollection<string> paths, string folder, DiagnosticBag diagnostics)
    {
        var places = paths.SelectMany(Prefixes).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var place in places.Where(place => LeavesFolder(Path.Combine(folder, place), folder)))
            diagnostics.Report(WritingRules.LeavesFolder, SpanOf(place, folder), place);
    }

    /// <summary>The place of a diagnostic about a file of the folder.</summary>
    public static SourceSpan SpanOf(string path, string folder) => new(new SourceFile(path, Path.Combine(folder, path), ""), 1, 1);

    /// <summary>Projection gives no two types names that differ only by case, so that the files can stand on every machine.</summary>
    public static void RequireDistinct(ImmutableArray<GeneratedFile> files)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var place in files.SelectMany(file => Prefixes(file.Path)).Distinct(StringComparer.Ordinal))
        {
            if (!seen.TryAdd(place, place))
                throw new InvalidOperationException($"'{seen[place]}' and '{place}' are the same file on some machines.");
        }
    }

    /// <summary><c>a</c>, <c>a/b</c> and <c>a/b/c</c> of <c>a/b/c</c>.</summary>
    private static IEnumerable<string> Prefixes(string path)
    {
        for (var end = path.IndexOf('/', StringComparison.Ordinal); end >= 0; end = path.IndexOf('/', end + 1))
            yield return path[..end];
        yield return path;
    }

    private static bool LeavesFolder(string place, string folder)
    {
        var target = new FileInfo(place).LinkTarget is null ? null : File.ResolveLinkTarget(place, returnFinalTarget: true);
        return target is not null && !IsBelow(target.FullName, folder) && !IsBelow(target.FullName, RealPath(folder));
    }

    private static string RealPath(string folder) => Directory.ResolveLinkTarget(folder, returnFinalTarget: true)?.FullName ?? folder;

    private static bool IsBelow(string path, string folder) =>
        path.StartsWith(Path.TrimEndingDirectorySeparator(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal);
}
