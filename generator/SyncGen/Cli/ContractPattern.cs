namespace SyncGen.Cli;

/// <summary>Finds the files that <c>api/*.yaml</c> means, for shells and files that do not expand it themselves.</summary>
internal static class ContractPattern
{
    /// <summary>The matching files, sorted; a path without a star, or one that matches nothing, stands for itself.</summary>
    public static IEnumerable<string> Expand(string fullPath)
    {
        var pattern = Path.GetFileName(fullPath);
        var folder = Path.GetDirectoryName(fullPath);
        if (!pattern.Contains('*', StringComparison.Ordinal) || File.Exists(fullPath) || !Directory.Exists(folder))
            return [fullPath];
        string[] files = [.. Directory.EnumerateFiles(folder, pattern).Order(StringComparer.Ordinal)];
        return files.Length == 0 ? [fullPath] : files;
    }
}
