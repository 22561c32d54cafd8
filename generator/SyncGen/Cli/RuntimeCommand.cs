using System.CommandLine;
using SyncGen.Diagnostics;
using SyncGen.Rendering;
using SyncGen.Writing;

namespace SyncGen.Cli;

/// <summary><c>syncgen runtime export</c>: writes the sources of the NuGet packages that hold the runtime. The build of the packages calls it; users have no need of it.</summary>
internal static class RuntimeCommand
{
    public static Command Create(Terminal terminal)
    {
        var folder = new Argument<string>("folder") { Description = "Where to write them, below a folder for each package." };
        var export = new Command("export", "Write the sources of the packages that hold the runtime.") { folder };
        export.SetAction(parsed => Export(terminal.FullPath(parsed.GetValue(folder)!), terminal));
        return new Command("runtime", "Work with the packages that hold the runtime.") { Hidden = true, Subcommands = { export } };
    }

    private static int Export(string folder, Terminal terminal)
    {
        var diagnostics = new DiagnosticBag();
        var files = RuntimeRenderer.RenderPackages(new TemplateSet(ImmutableDictionary<string, SourceFile>.Empty));
        terminal.Interruption.Write(stopping => OutputFolder.Write(files, ["the runtime packages"], Destination.Of(folder), isForced: true, diagnostics, stopping));
        DiagnosticPrinter.Print(diagnostics, terminal);
        return diagnostics.HasErrors ? ExitCode.Errors : ExitCode.Done;
    }
}
