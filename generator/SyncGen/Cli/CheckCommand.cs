using SyncGen.Diagnostics;
using SyncGen.Writing;

namespace SyncGen.Cli;

/// <summary><c>syncgen check</c>: shows what <c>generate</c> would change, as a unified diff on standard output.</summary>
internal static class CheckCommand
{
    public static int Run(Options options, string fix, DiagnosticBag diagnostics, Terminal terminal)
    {
        var outputs = TargetOutput.Of(options, diagnostics);
        (TargetOutput Output, Changes? Changes)[] compared = [.. (outputs ?? []).Select(output => (output, OutputFolder.Compare(output.Files, output.Owners, output.Folder, diagnostics)))];
        DiagnosticPrinter.Print(diagnostics, terminal);
        if (outputs is null || compared.Any(item => item.Changes is null))
            return ExitCode.Errors;
        var code = ExitCode.Done;
        foreach (var (output, changes) in compared.Where(item => item.Changes!.Stale.Any()))
        {
            code = ExitCode.Stale;
            var name = terminal.RelativePath(output.Path);
            foreach (var change in changes!.Stale)
                terminal.Output.WriteLine(UnifiedDiff.Of(change, $"{name}/{change.Path}"));
            var count = changes.Stale.Count();
            terminal.Error.WriteLine($"{name} is stale: {count} {(count == 1 ? "file differs" : "files differ")}. To bring it up to date, run\n  {fix}");
        }

        return code;
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
