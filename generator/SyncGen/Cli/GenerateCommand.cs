using SyncGen.Diagnostics;
using SyncGen.Writing;

namespace SyncGen.Cli;

/// <summary><c>syncgen generate</c>: writes the code.</summary>
internal static class GenerateCommand
{
    public static int Run(Options options, DiagnosticBag diagnostics, Terminal terminal)
    {
        var changes = Pipeline.Generate(options, diagnostics) is { } files
            ? OutputFolder.Write(files, options.Output, options.IsForced, diagnostics)
            : null;
        DiagnosticPrinter.Print(diagnostics, terminal);
        if (changes is null)
            return ExitCode.Errors;
        terminal.Output.WriteLine($"{terminal.RelativePath(options.Output)}: {Summary(changes)}");
        return ExitCode.Done;
    }

    private static string Summary(Changes changes)
    {
        var written = changes.Stale.Count(change => change.After is not null);
        var unchanged = changes.CountOf(ChangeKind.Unchanged);
        var deleted = changes.CountOf(ChangeKind.Orphaned);
        return $"{written} written, {unchanged} unchanged, {deleted} deleted";
    }
}
