using SyncGen.Diagnostics;
using SyncGen.Writing;

namespace SyncGen.Cli;

/// <summary><c>syncgen generate</c>: writes the code.</summary>
internal static class GenerateCommand
{
    public static int Run(TargetSettings settings, Terminal terminal)
    {
        if (OptionsResolver.TryResolve(settings, terminal.CurrentFolder, out var problem) is not { } options)
        {
            terminal.Error.WriteLine(problem);
            return ExitCode.Usage;
        }

        var diagnostics = new DiagnosticBag(options.Diagnostics);
        var files = Pipeline.Generate(options, diagnostics);
        foreach (var diagnostic in DiagnosticFormatter.Sort(diagnostics.ToImmutable()))
            terminal.Error.WriteLine(DiagnosticFormatter.Format(diagnostic, file => terminal.RelativePath(file.FullPath)));
        if (files is not { } generated)
            return ExitCode.Errors;
        OutputFolder.Write(OutputFolder.Compare(generated, options.Output, Manifest.Empty), options.Output);
        return ExitCode.Done;
    }
}
