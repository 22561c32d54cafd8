using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Cli;

/// <summary>
/// The paths that a configuration file names. It may come with a pull request, so what it names stays in the repository, links resolved;
/// only the command line may name more.
/// </summary>
internal sealed class ConfigPaths(string folder, TargetSettings typed, DiagnosticBag diagnostics)
{
    private readonly ImmutableArray<string> _allowed = [RepositoryOf(folder), .. typed.Root is null ? [] : new[] { Destination.Of(typed.Root) }];

    /// <summary>The full path that an entry is about, which is not read for that; null when its name cannot be one, which is reported.</summary>
    public string? Of(Member entry) => IsPath(entry.Name, entry.NameSpan, "the name of the entry") ? Path.GetFullPath(entry.Name, folder) : null;

    /// <summary>The full path; null when the text cannot be one or leads where it may not, which is reported.</summary>
    /// <param name="isUsed">The command line does not say otherwise.</param>
    public string? Read(ScalarNode? node, string name, bool isUsed)
    {
        if (node is null || !IsPath(node.Text, node.Span, name))
            return null;
        var path = Path.GetFullPath(node.Text, folder);
        return !isUsed || ContractPattern.Expand(path).All(file => IsAllowed(node, Destination.Of(file))) ? path : null;
    }

    private bool IsPath(string text, SourceSpan span, string name)
    {
        if (text.Length > 0 && !text.Contains('\0', StringComparison.Ordinal))
            return true;
        diagnostics.Report(CliRules.WrongValue, span, name, "a path");
        return false;
    }

    private bool IsAllowed(ScalarNode node, string destination)
    {
        var relative = _allowed.Select(allowed => Path.GetRelativePath(allowed, destination)).FirstOrDefault(path => !Path.IsPathRooted(path) && Names(path)[0] != "..");
        if (relative is null)
            diagnostics.Report(CliRules.LeavesRepository, node.Span, node.Text);
        else if (Names(relative).FirstOrDefault(name => name is ['.', _, ..]) is { } hidden)
            diagnostics.Report(CliRules.HiddenFolder, node.Span, node.Text, hidden);
        else
            return true;
        return false;
    }

    private static string[] Names(string path) => path.Split(Path.DirectorySeparatorChar);

    /// <summary>The nearest folder upwards that is a repository of git, else the folder itself.</summary>
    private static string RepositoryOf(string folder)
    {
        var real = Destination.Of(folder);
        // Who keeps all of the home folder in git does not mean that anything below it may be written.
        for (var current = real; current is not null && !Destination.IsRootOrHome(current); current = Path.GetDirectoryName(current))
        {
            if (Path.Exists(Path.Combine(current, ".git")))
                return current;
        }

        return real;
    }
}
