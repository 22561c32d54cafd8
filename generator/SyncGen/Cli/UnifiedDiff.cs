using DiffPlex.Renderer;
using SyncGen.Writing;

namespace SyncGen.Cli;

/// <summary>A change as a unified diff: what the file holds, and what it shall hold.</summary>
internal static class UnifiedDiff
{
    private const string NoFile = "/dev/null";

    /// <param name="path">How the file is called in the diff.</param>
    public static string Of(FileChange change, string path)
    {
        var before = change.Before is null ? NoFile : $"a/{path}";
        var after = change.After is null ? NoFile : $"b/{path}";
        var diff = UnidiffRenderer.GenerateUnidiff(change.Before ?? "", change.After ?? "", before, after, ignoreWhitespace: false);
        return string.Join('\n', diff.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n').Select(PlainText.Of));
    }
}
