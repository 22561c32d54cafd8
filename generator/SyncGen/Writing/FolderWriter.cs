namespace SyncGen.Writing;

/// <summary>Brings a folder up to date: everything is written under temporary names before the first file changes.</summary>
internal static class FolderWriter
{
    private const string TemporarySuffix = ".syncgen.tmp";

    public static void Write(Changes changes, string folder)
    {
        var targets = new List<string>();
        try
        {
            foreach (var change in changes.Stale.Where(change => change.After is not null))
            {
                var target = Path.Combine(folder, change.Path);
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                targets.Add(target);
                WriteNew(target + TemporarySuffix, change.After!);
            }

            // Before the renames: where names are compared without case an orphan may be the very file that is written.
            foreach (var orphan in changes.Stale.Where(change => change.After is null))
                Delete(folder, orphan.Path);
            foreach (var target in targets)
                File.Move(target + TemporarySuffix, target, overwrite: true);
        }
        finally
        {
            foreach (var target in targets)
                File.Delete(target + TemporarySuffix);
        }
    }

    /// <summary>Never through a link that stands there under the temporary name.</summary>
    private static void WriteNew(string path, string text)
    {
        File.Delete(path);
        using var writer = new StreamWriter(new FileStream(path, FileMode.CreateNew, FileAccess.Write));
        writer.Write(text);
    }

    private static void Delete(string folder, string path)
    {
        var fullPath = Path.Combine(folder, path);
        File.Delete(fullPath);
        for (var parent = Path.GetDirectoryName(path)!; parent.Length > 0; parent = Path.GetDirectoryName(parent)!)
        {
            var parentFolder = Path.Combine(folder, parent);
            if (Directory.EnumerateFileSystemEntries(parentFolder).Any())
                break;
            Directory.Delete(parentFolder);
        }
    }
}
