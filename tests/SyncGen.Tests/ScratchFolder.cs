namespace SyncGen.Tests;

/// <summary>A folder of its own for one test, deleted afterwards.</summary>
internal sealed class ScratchFolder : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("syncgen-test-").FullName;

    public string At(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    public void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(At(path))!);
        File.WriteAllText(At(path), text);
    }

    public string Read(string path) => File.ReadAllText(At(path));

    /// <summary>Copies a folder with the links in it as they are.</summary>
    public void CopyFrom(string source, string target)
    {
        Directory.CreateDirectory(At(target));
        foreach (var entry in new DirectoryInfo(source).EnumerateFileSystemInfos())
        {
            var path = Path.Combine(target, entry.Name);
            if (entry.LinkTarget is { } link)
                File.CreateSymbolicLink(At(path), link);
            else if (entry is DirectoryInfo)
                CopyFrom(entry.FullName, path);
            else
                File.Copy(entry.FullName, At(path));
        }
    }

    public void Dispose() => Directory.Delete(Root, recursive: true);
}
