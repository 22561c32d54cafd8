using SyncGen.Diagnostics;
using SyncGen.Writing;

namespace SyncGen.Cli;

/// <summary><c>syncgen check</c>: shows what <c>generate</c> would change, as a unified diff on standard output.</summary>
internal static class CheckCommand
{
    public static int Run(Options options, string fix, DiagnosticBag diagnostics, Terminal terminal)
    {
        var changes = Pipeline.Generate(options, diagnostics) is { } files ? OutputFolder.Compare(files, GenerateCommand.OwnersOf(options), Destination.Of(options.Output), diagnostics) : null;
        DiagnosticPrinter.Print(diagnostics, terminal);
        if (changes is null)
            return ExitCode.Errors;
        var output = terminal.RelativePath(options.Output);
        foreach (var change in changes.Stale)
            terminal.Output.WriteLine(UnifiedDiff.Of(change, $"{output}/{change.Path}"));
        var count = changes.Stale.Count();
        if (count == 0)
            return ExitCode.Done;
        terminal.Error.WriteLine($"{output} is stale: {count} {(count == 1 ? "file differs" : "files differ")}. To bring it up to date, run\n  {fix}");
        return ExitCode.Stale;
    }

    /// <summary>The command line that was typed, with generate for check.</summary>
    public static string FixOf(IReadOnlyList<string> arguments)
    {
        var words = arguments.ToList();
        words[words.IndexOf("check")] = "generate";
        return string.Join(' ', words.Prepend("syncgen").Select(Quote));
    }

    private static string Quote(string word) =>
        word.Length > 0 && word.All(character => char.IsLetterOrDigit(character) || "-_./:,\\+=@".Contains(character, StringComparison.Ordinal)) ? word : $"\"{PlainText.Of(word)}\"";
}
