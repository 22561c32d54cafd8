using System.Text;

namespace SyncGen.Writing;

/// <summary>
/// Brings a folder up to date. Everything is staged before the first file changes, and the manifest lists old and new hashes while files
/// are renamed: whenever the run ends, each file is the old one or the new one, and the next run knows both as ours.
/// </summary>
internal static class FolderWriter
{
    /// <param name="before">The manifest of the folder.</param>
    /// <param name="after">The manifest that it shall have.</param>
    public static void Write(Changes changes, Manifest before, Manifest after, StagingFolder staging, CancellationToken stopping)
    {
        var path = Path.Combine(staging.Folder, Manifest.FileName);
        var previous = File.Exists(path) ? File.ReadAllBytes(path) : null;
        if (!changes.Stale.Any() && previous is not null && Encoding.UTF8.GetString(previous).Replace("\r\n", "\n", StringComparison.Ordinal) == after.ToText())
            return;
        var files = Stage(changes, staging, stopping);
        var final = staging.Stage(after.ToText());
        Announce(changes, before, path, previous, staging);
        Replace(changes, files, staging.Folder);
        File.Move(final, path, overwrite: true);
        // Those of orphans, and those that a killed run made for files that never came.
        DeleteEmptyParents(staging.Folder, before.Paths.Where(listed => !after.Lists(listed)));
    }

    /// <summary>Writes a folder that has no manifest.</summary>
    public static void WriteWhole(Changes changes, StagingFolder staging)
    {
        var files = Stage(changes, staging, CancellationToken.None);
        CreateFolders(changes, staging.Folder);
        Replace(changes, files, staging.Folder);
        DeleteEmptyParents(staging.Folder, changes.Stale.Select(change => change.Path));
    }

    private static List<(string Staged, string Path)> Stage(Changes changes, StagingFolder staging, CancellationToken stopping)
    {
        var files = new List<(string, string)>();
        foreach (var change in changes.Stale.Where(change => change.After is not null))
        {
            stopping.ThrowIfCancellationRequested();
            files.Add((staging.Stage(change.After!), change.Path));
        }

        return files;
    }

    /// <summary>Says in the manifest what is coming and makes its folders; the old manifest comes back when that fails.</summary>
    private static void Announce(Changes changes, Manifest before, string path, byte[]? previous, StagingFolder staging)
    {
        var pending = staging.Stage(before.Before(changes).ToText());
        var undo = previous is null ? null : staging.Stage(previous);
        File.Move(pending, path, overwrite: true);
        try
        {
            CreateFolders(changes, staging.Folder);
        }
        catch
        {
            DeleteEmptyParents(staging.Folder, changes.Stale.Select(change => change.Path));
            if (undo is null)
                File.Delete(path);
            else
                File.Move(undo, path, overwrite: true);
            throw;
        }
    }

    private static void CreateFolders(Changes changes, string folder)
    {
        foreach (var change in changes.Stale.Where(change => change.After is not null))
            Directory.CreateDirectory(Path.GetDirectoryName(Path.Combine(folder, change.Path))!);
    }

    private static void Replace(Changes changes, List<(string Staged, string Path)> files, string folder)
    {
        // Before the renames: where names are compared without case an orphan may be the very file that is written.
        foreach (var orphan in changes.Stale.Where(change => change.After is null))
        {
            PathGuard.RequireFolders(folder, orphan.Path);
            File.Delete(Path.Combine(folder, orphan.Path));
        }

        foreach (var (staged, path) in files)
        {
            PathGuard.RequireFolders(folder, path);
            File.Move(staged, Path.Combine(folder, path), overwrite: true);
        }
    }

    private static void DeleteEmptyParents(string folder, IEnumerable<string> paths)
    {
        foreach (var path in paths)
        {
            for (var parent = Path.GetDirectoryName(path)!; parent.Length > 0; parent = Path.GetDirectoryName(parent)!)
            {
                var full = Path.Combine(folder, parent);
                if (Directory.Exists(full) && !PathGuard.IsLink(full) && !Directory.EnumerateFileSystemEntries(full).Any())
                    Directory.Delete(full);
            }
        }
    }
}
