using System.CommandLine;
using SyncGen.Bundling;
using SyncGen.Diagnostics;
using SyncGen.Writing;

namespace SyncGen.Cli;

/// <summary><c>syncgen bundle</c>: writes contracts as one file, for tools that cannot follow references.</summary>
internal static class BundleCommand
{
    public static Command Create(Terminal terminal)
    {
        var contracts = new Argument<string[]>("contract") { Description = "Contract files, or patterns such as api/*.yaml; several become one.", Arity = ArgumentArity.OneOrMore };
        var output = new Option<string>("--output", "-o") { HelpName = "FILE", Description = "File to write, YAML or JSON by its name; otherwise YAML on standard output." };
        var inlinesBasePath = new Option<bool>("--inline-base-path") { Description = "Move the base path into each path, for tools that ignore it." };
        var root = new Option<string>("--root") { HelpName = "DIR", Description = "Folder that no reference may leave." };
        var tolerate = TargetOptions.Tolerate();
        var command = new Command("bundle", "Write contracts as one file without references to other files.") { contracts, output, inlinesBasePath, root, tolerate };
        command.SetAction(parsed => Run(
            [.. parsed.GetRequiredValue(contracts).Select(terminal.FullPath).SelectMany(ContractPattern.Expand)],
            parsed.GetValue(root) is { } folder ? terminal.FullPath(folder) : null,
            parsed.GetValue(output) is { } file ? terminal.FullPath(file) : null,
            parsed.GetValue(inlinesBasePath),
            [.. parsed.GetValue(tolerate) ?? []],
            terminal));
        return command;
    }

    private static int Run(ImmutableArray<string> contracts, string? root, string? output, bool inlinesBasePath, ImmutableHashSet<string> tolerated, Terminal terminal)
    {
        if ((root ?? OptionsResolver.DefaultRoot(contracts[0], terminal.CurrentFolder)) is not { } folder)
            return CommandLine.Fail(terminal, OptionsResolver.MissingRoot);
        var diagnostics = new DiagnosticBag(DiagnosticSettings.Default with { Tolerated = tolerated });
        var bundle = Pipeline.Bundle(contracts, folder, inlinesBasePath, diagnostics);
        DiagnosticPrinter.Print(diagnostics, terminal);
        if (bundle is null)
            return ExitCode.Errors;
        if (bundle.Sources.Any(source => source.FullPath == output))
            return CommandLine.Fail(terminal, $"The contract reads '{terminal.RelativePath(output!)}', so the bundle cannot be written there: name another file.");
        var isJson = output?.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ?? false;
        return Write(isJson ? JsonNodeWriter.Write(bundle.Root) : YamlNodeWriter.Write(bundle.Root), output, terminal);
    }

    private static int Write(string text, string? output, Terminal terminal)
    {
        if (output is null)
        {
            terminal.Output.Write(text);
            return ExitCode.Done;
        }

        var diagnostics = new DiagnosticBag();
        var isWritten = terminal.Interruption.Write(_ => OutputFile.Write(output, text, diagnostics));
        DiagnosticPrinter.Print(diagnostics, terminal);
        return isWritten ? ExitCode.Done : ExitCode.Errors;
    }
}
