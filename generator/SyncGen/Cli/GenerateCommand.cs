using SyncGen.Diagnostics;
using SyncGen.Writing;

namespace SyncGen.Cli;

/// <summary><c>syncgen generate</c>: writes the code.</summary>
internal static class GenerateCommand
{
    public static int Run(Options options, DiagnosticBag diagnostics, Terminal terminal)
    {
        if (Destination.IsRootOrHome(options.Output))
            return CommandLine.Fail(terminal, $"'{terminal.RelativePath(options.Output)}' is the root or your home folder: choose an output folder of its own.");
        var folder = Destination.Of(options.Output);
        var changes = Pipeline.Generate(options, diagnostics) is { } files
            ? terminal.Interruption.Write(stopping => OutputFolder.Write(files, OwnersOf(options), folder, options.IsForced, diagnostics, stopping))
            : null;
        DiagnosticPrinter.Print(diagnostics, terminal);
        if (changes is null)
            return ExitCode.Errors;
        terminal.Output.WriteLine($"{PlainText.Of(NameOf(options.Output, folder, terminal))}: {Summary(changes)}");
        return ExitCode.Done;
    }

    /// <summary>How the manifest of the output names the contracts.</summary>
    public static ImmutableArray<string> OwnersOf(Options options) =>
        ContractOwner.NamesOf(options.Contracts.Select(Destination.Of), Destination.Of(options.Output), Destination.Of(Destination.HomeFolder()));

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
