using SyncGen.Rendering;

namespace SyncGen.Writing;

/// <summary>Stage 6: what differs between the generated files and a folder, and how the folder is brought up to date.</summary>
internal static class OutputFolder
{
    /// <summary>Compares with a folder whose manifest says which of its files are ours.</summary>
    public static Changes Compare(ImmutableArray<GeneratedFile> files, string folder, Manifest manifest)
    {
        var wanted = files.ToDictionary(file => file.Path, StringComparer.Ordinal);
        var changes = files.Select(file => Compare(file, TryRead(folder, file.Path), manifest.Hashes.GetValueOrDefault(file.Path)))
            .Concat(manifest.Hashes.Keys.Where(path => !wanted.ContainsKey(path)).Select(path => CompareOrphan(path, folder, manifest)).OfType<FileChange>())
            .OrderBy(change => change.Path, StringComparer.Ordinal);
        return new Changes([.. changes]);
    }

    /// <summary>Compares with a folder that holds nothing but generated files.</summary>
    public static Changes CompareWhole(ImmutableArray<GeneratedFile> files, string folder) => Compare(files, folder, ManifestOf(folder));

    /// <summary>Brings the folder up to date: everything is written under temporary names before the first file changes.</summary>
    public static void Write(Changes changes, string folder)
    {
        var pending = new List<(string Temporary, string Target)>();
        try
        {
            foreach (var change in changes.Files.Where(change => change is { After: not null, Kind: not ChangeKind.Unchanged }))
            {
                var target = FullPath(folder, change.Path);
                var temporary = $"{target}.{Environment.ProcessId}.tmp";
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                pending.Add((temporary, target));
                File.WriteAllText(temporary, change.After);
            }

            // Before the renames: where names are compared without case an orphan may be the very file that is written.
            foreach (var change in changes.Files.Where(change => change.Kind == ChangeKind.Orphaned))
                Delete(folder, change.Path);
            foreach (var (temporary, target) in pending)
                File.Move(temporary, target, overwrite: true);
        }
        finally
        {
            foreach (var (temporary, _) in pending)
                File.Delete(temporary);
        }
    }

    private static FileChange Compare(GeneratedFile file, string? before, string? hash)
    {
        var kind = before switch
        {
            null => ChangeKind.Added,
            _ when before == file.Text => ChangeKind.Unchanged,
            _ when hash is null => ChangeKind.Foreign,
            _ when hash != Manifest.HashOf(before) => ChangeKind.Edited,
            _ => ChangeKind.Changed,
        };
        return new FileChange(file.Path, kind, before, file.Text);
    }

    private static FileChange? CompareOrphan(string path, string folder, Manifest manifest)
    {
        if (TryRead(folder, path) is not { } before)
            return null;
        var isOurs = manifest.Hashes[path] == Manifest.HashOf(before);
        return new FileChange(path, isOurs ? ChangeKind.Orphaned : ChangeKind.Abandoned, before, null);
    }

    private static Manifest ManifestOf(string folder)
    {
        if (!Directory.Exists(folder))
            return Manifest.Empty;
        var paths = Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Select(path => Path.GetRelativePath(folder, path).Replace('\\', '/'));
        return new Manifest(paths.ToImmutableSortedDictionary(path => path, path => Manifest.HashOf(TryRead(folder, path)!), StringComparer.Ordinal));
    }

    private static string? TryRead(string folder, string path)
    {
        var fullPath = FullPath(folder, path);
        return File.Exists(fullPath) ? File.ReadAllText(fullPath).Replace("\r\n", "\n", StringComparison.Ordinal) : null;
    }

    private static void Delete(string folder, string path)
    {
        var fullPath = FullPath(folder, path);
        File.Delete(fullPath);
        for (var parent = Path.GetDirectoryName(fullPath)!; parent.Length > folder.Length && !Directory.EnumerateFileSystemEntries(parent).Any(); parent = Path.GetDirectoryName(parent)!)
            Directory.Delete(parent);
    }

    private static string FullPath(string folder, string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));
}
