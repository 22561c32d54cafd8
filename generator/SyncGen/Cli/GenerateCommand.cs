using SyncGen.Diagnostics;
using SyncGen.Writing;

namespace SyncGen.Cli;

/// <summary><c>syncgen generate</c>: writes the code.</summary>
internal static class GenerateCommand
{
    public static int Run(Options options, DiagnosticBag diagnostics, Terminal terminal)
    {
        foreach (var path in (ReadOnlySpan<string>)[options.Output, (options.Runtime as SharedRuntime)?.Folder ?? options.Output])
        {
            if (Destination.IsRootOrHome(path))
                return CommandLine.Fail(terminal, $"'{terminal.RelativePath(path)}' is the root or your home folder: choose an output folder of its own.");
        }

        var lines = TargetOutput.Of(options, diagnostics) is { } outputs
            ? terminal.Interruption.Write(stopping => Write(outputs, options.IsForced, diagnostics, terminal, stopping))
            : null;
        DiagnosticPrinter.Print(diagnostics, terminal);
        if (lines is null)
            return ExitCode.Errors;
        foreach (var line in lines)
            terminal.Output.WriteLine(line);
        return ExitCode.Done;
    }

    /// <summary>Says of each folder what was done; null when something stands in the way.</summary>
    private static List<string>? Write(ImmutableArray<TargetOutput> outputs, bool isForced, DiagnosticBag diagnostics, Terminal terminal, CancellationToken stopping)
    {
        var lines = new List<string>();
        foreach (var output in outputs)
        {
            if (OutputFolder.Write(output.Files, output.Owners, output.Folder, isForced, diagnostics, stopping) is not { } changes)
                return null;
            lines.Add($"{PlainText.Of(NameOf(output.Path, output.Folder, terminal))}: {Summary(changes)}");
        }

        return lines;
    }

    /// <summary>The folder as the user knows it, and where it is when a link in the current folder leads there.</summary>
    private static string NameOf(string output, string folder, Terminal terminal)
    {
        var name = terminal.RelativePath(output);
        var isPlain = folder == Path.TrimEndingDirectorySeparator(output) || folder == Path.GetFullPath(name, Destination.Of(terminal.CurrentFolder));
        return isPlain ? name : $"{name} (a link to {folder.Replace('\\', '/')})";
    }

    private static string Summary(Changes changes)
    {
        var written = changes.Stale.Count(change => change.After is not null);
        var unchanged = changes.CountOf(ChangeKind.Unchanged);
        var deleted = changes.CountOf(ChangeKind.Orphaned);
        return $"{written} written, {unchanged} unchanged, {deleted} deleted";
    }
}
