using SyncGen.Diagnostics;
using SyncGen.Rendering;

namespace SyncGen.Writing;

/// <summary>
/// Refuses paths that would be written somewhere else than they say. Links in the output folder are not followed, wherever they lead;
/// a link that stands where a file shall be written is replaced.
/// </summary>
internal static class PathGuard
{
    /// <summary>Judges what stands in the way of files.</summary>
    public static void Check(IEnumerable<string> files, string folder, DiagnosticBag diagnostics)
    {
        var paths = files.ToArray();
        foreach (var parent in paths.SelectMany(Parents).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
        {
            if (IsLink(Path.Combine(folder, parent)))
                diagnostics.Report(WritingRules.LeavesFolder, SpanOf(parent, folder), parent);
            else if (File.Exists(Path.Combine(folder, parent)))
                diagnostics.Report(WritingRules.CannotWrite, SpanOf(parent, folder), "there must be a folder here, and it is a file.");
        }

        foreach (var path in paths.Where(path => Directory.Exists(Path.Combine(folder, path)) && !IsLink(Path.Combine(folder, path))))
            diagnostics.Report(WritingRules.CannotWrite, SpanOf(path, folder), "there must be a file here, and it is a folder.");
    }

    /// <summary>Judges the files by which runs know of each other: a link there would lead to those of another folder.</summary>
    public static void CheckOwn(string folder, DiagnosticBag diagnostics)
    {
        foreach (var path in new[] { Manifest.FileName, StagingFolder.FolderName, $"{StagingFolder.FolderName}/{StagingFolder.LockName}" })
        {
            if (IsLink(Path.Combine(folder, path)))
                diagnostics.Report(WritingRules.LeavesFolder, SpanOf(path, folder), path);
        }
    }

    /// <summary>Judges whether files and folders may be changed: a file without permission to write can still be replaced by renaming, which nobody wants.</summary>
    public static void CheckWritable(Changes changes, string folder, DiagnosticBag diagnostics)
    {
        foreach (var change in changes.Stale.Where(change => change.Before is not null && IsReadOnly(Path.Combine(folder, change.Path))))
            diagnostics.Report(WritingRules.CannotWrite, SpanOf(change.Path, folder), "this file is read-only.");
        var folders = changes.Stale.SelectMany(change => Parents(change.Path)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        foreach (var parent in folders.Where(parent => IsReadOnlyFolder(Path.Combine(folder, parent))))
            diagnostics.Report(WritingRules.CannotWrite, SpanOf(parent, folder), "this folder is read-only.");
    }

    /// <summary>Whether nobody may change what the folder holds. The system does not keep an administrator from it.</summary>
    public static bool IsReadOnlyFolder(string path) => !OperatingSystem.IsWindows() && Directory.Exists(path) && IsReadOnly(path);

    /// <summary>Fails when a folder on the way to a file has become a link since it was judged.</summary>
    public static void RequireFolders(string folder, string path)
    {
        if (Parents(path).FirstOrDefault(parent => IsLink(Path.Combine(folder, parent))) is { } link)
            throw new IOException($"'{link}' has become a link.");
    }

    /// <summary>The place of a diagnostic about a file of the folder.</summary>
    public static SourceSpan SpanOf(string path, string folder) => new(new SourceFile(path, Path.Combine(folder, path), ""), 1, 1);

    /// <summary>Projection gives no two types names that differ only by case, so that the files can stand on every machine.</summary>
    public static void RequireDistinct(ImmutableArray<GeneratedFile> files)
    {
        var seen = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var place in files.SelectMany(file => Parents(file.Path).Append(file.Path)).Distinct(StringComparer.Ordinal))
        {
            if (!seen.TryAdd(place, place))
                throw new InvalidOperationException($"'{seen[place]}' and '{place}' are the same file on some machines.");
        }
    }

    public static bool IsLink(string path) => new FileInfo(path).LinkTarget is not null;

    private static bool IsReadOnly(string path)
    {
        const UnixFileMode write = UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherWrite;
        return OperatingSystem.IsWindows() ? new FileInfo(path).IsReadOnly : (File.GetUnixFileMode(path) & write) == 0;
    }

    /// <summary><c>a</c> and <c>a/b</c> of <c>a/b/c</c>.</summary>
    private static IEnumerable<string> Parents(string path)
    {
        for (var end = path.IndexOf('/', StringComparison.Ordinal); end >= 0; end = path.IndexOf('/', end + 1))
            yield return path[..end];
    }
}
