namespace SyncGen.Documents;

/// <summary>
/// How much a file may ask for. Real contracts stay far below: of 2,639 public ones the deepest has 35 levels, the largest 47 MB.
/// </summary>
internal static class DocumentLimits
{
    /// <summary>Nested mappings and lists. Everything that walks nodes recursively relies on it.</summary>
    public const int Depth = 128;

    /// <summary>Values of all files, aliases counted as what they stand for. The largest public contract has 1.5 million.</summary>
    public const int Nodes = 5_000_000;

    /// <summary>Values that aliases may stand for, counted as if they were written out.</summary>
    public const int AliasedNodes = 1_000_000;

    /// <summary>Characters of YAML that are read again because of a defect in the parser.</summary>
    public const long RetriedCharacters = 64 * 1024 * 1024;

    public const int TextLength = 4 * 1024 * 1024;

    public const int FileMebibytes = 64;

    public const int TotalMebibytes = 256;

    public const int FileBytes = FileMebibytes * 1024 * 1024;

    public const long TotalBytes = TotalMebibytes * 1024L * 1024L;
}
