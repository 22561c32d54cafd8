namespace SyncGen.Writing;

/// <summary>What stands between a folder and the files it shall hold.</summary>
/// <param name="Files">Sorted by path.</param>
internal sealed record Changes(ImmutableArray<FileChange> Files)
{
    /// <summary>The files that are not what they shall be.</summary>
    public IEnumerable<FileChange> Stale => Files.Where(file => file.Kind is not (ChangeKind.Unchanged or ChangeKind.Abandoned));

    public int CountOf(ChangeKind kind) => Files.Count(file => file.Kind == kind);
}

/// <summary>What happens to one file.</summary>
internal enum ChangeKind
{
    /// <summary>The text on disk is the one it shall hold, line ends aside.</summary>
    Unchanged,

    /// <summary>There is no such file yet.</summary>
    Added,

    /// <summary>The file is ours and its text is out of date.</summary>
    Changed,

    /// <summary>The file was generated, is not as we wrote it and is out of date.</summary>
    Edited,

    /// <summary>A file that we did not write stands where one shall be written.</summary>
    Foreign,

    /// <summary>The file is ours and no longer generated.</summary>
    Orphaned,

    /// <summary>The file was ours, was edited by hand and is no longer generated: it belongs to the user now.</summary>
    Abandoned,
}

/// <summary>One file of the folder.</summary>
/// <param name="Path">Below the folder, with '/'.</param>
/// <param name="Before">The text on disk with LF line ends; null when there is no file.</param>
/// <param name="After">The text it shall hold; null when it shall not exist.</param>
internal sealed record FileChange(string Path, ChangeKind Kind, string? Before, string? After);
