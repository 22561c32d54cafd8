using SyncGen.Diagnostics;

namespace SyncGen.Cli;

/// <summary>Prints diagnostics to standard error, sorted, with a count at the end.</summary>
internal static class DiagnosticPrinter
{
    private const string Reset = "\u001B[0m";

    public static void Print(DiagnosticBag bag, Terminal terminal)
    {
        var diagnostics = bag.ToImmutable();
        foreach (var diagnostic in DiagnosticFormatter.Sort(diagnostics))
            Print(diagnostic, terminal);
        if (!diagnostics.IsEmpty)
            terminal.Error.WriteLine(CountOf(diagnostics));
    }

    /// <summary>A path as a user in the current folder would type it; a built-in template has only its name.</summary>
    private static string PathOf(SourceFile file, Terminal terminal) =>
        Path.IsPathFullyQualified(file.FullPath) ? terminal.RelativePath(file.FullPath) : file.Path;

    private static void Print(Diagnostic diagnostic, Terminal terminal)
    {
        var line = DiagnosticFormatter.Format(diagnostic, file => PathOf(file, terminal));
        if (terminal.UsesColor)
        {
            var place = DiagnosticFormatter.PlaceOf(diagnostic, file => PathOf(file, terminal));
            var name = DiagnosticFormatter.NameOf(diagnostic.Severity);
            line = $"{place}{ColorOf(diagnostic.Severity)}{name} {diagnostic.Rule.Code}{Reset}{line[(place.Length + name.Length + 1 + diagnostic.Rule.Code.Length)..]}";
        }

        terminal.Error.WriteLine(line);
        if (!terminal.ShowsExcerpts || diagnostic.Span is not { } span)
            return;
        foreach (var excerpt in SourceExcerpt.Of(span))
            terminal.Error.WriteLine(excerpt);
    }

    private static string ColorOf(Severity severity) => severity switch
    {
        Severity.Error => "\u001B[31m",
        Severity.Warning => "\u001B[33m",
        _ => "\u001B[36m",
    };

    private static string CountOf(ImmutableArray<Diagnostic> diagnostics)
    {
        var parts = new[] { Severity.Error, Severity.Warning, Severity.Info }
            .Select(severity => (Name: DiagnosticFormatter.NameOf(severity), Count: diagnostics.Count(diagnostic => diagnostic.Severity == severity)))
            .Where(part => part.Count > 0)
            .Select(part => part.Name == "info" ? $"{part.Count} info" : $"{part.Count} {part.Name}{(part.Count == 1 ? "" : "s")}");
        return string.Join(", ", parts);
    }
}
