using System.CommandLine;
using SyncGen.Diagnostics;

namespace SyncGen.Cli;

/// <summary>Puts command line, configuration file and defaults together and runs a command on each target.</summary>
internal static class TargetRun
{
    /// <summary>Runs the targets one by one; the exit code is the first that is not 0.</summary>
    /// <param name="command">Gets the options of one target: the command line laid over the configuration file laid over the defaults.</param>
    public static int Run(ParseResult parsed, TargetOptions target, Terminal terminal, Func<Options, DiagnosticBag, int> command)
    {
        var typed = target.Read(parsed, terminal);
        if (ConfigOf(typed, target.ConfigOf(parsed), terminal) is not { } config)
            return Command(typed.Over(target.Defaults), [], terminal, command);
        if (!File.Exists(config))
            return CommandLine.Fail(terminal, $"There is no configuration file '{terminal.RelativePath(config)}'.");

        var diagnostics = new DiagnosticBag();
        var targets = ConfigFile.Read(config, typed, diagnostics);
        DiagnosticPrinter.Print(diagnostics, terminal);
        if (diagnostics.HasErrors)
            return ExitCode.Usage;
        if (targets.Length > 1 && (!typed.Contracts.IsEmpty || typed.Output is not null))
            return CommandLine.Fail(terminal, "The configuration file has several targets, so contracts and --output cannot be named here.");
        var before = new List<Options>();
        var codes = targets.Select(settings => Command(typed.Over(settings).Over(target.Defaults), before, terminal, command)).ToArray();
        return codes.FirstOrDefault(code => code != ExitCode.Done);
    }

    /// <param name="before">The targets that were run; this one is added.</param>
    private static int Command(TargetSettings settings, List<Options> before, Terminal terminal, Func<Options, DiagnosticBag, int> command)
    {
        if (OptionsResolver.ProblemOf(settings, terminal.CurrentFolder) is { } problem)
            return CommandLine.Fail(terminal, problem);
        var diagnostics = new DiagnosticBag(new DiagnosticSettings(settings.IsStrict ?? false, settings.Severities, settings.Tolerated));
        var templates = TemplateFolder.Read(settings.Templates, diagnostics);
        if (Lenders.Of(OptionsResolver.Resolve(settings, terminal.CurrentFolder, templates), settings.Models, before, diagnostics) is not { } options)
        {
            DiagnosticPrinter.Print(diagnostics, terminal);
            return ExitCode.Usage;
        }

        before.Add(options);
        return command(options, diagnostics);
    }

    /// <summary>The file that the user names, else syncgen.json of the current folder when no contract is named.</summary>
    private static string? ConfigOf(TargetSettings typed, string? config, Terminal terminal)
    {
        if (config is not null)
            return terminal.FullPath(config);
        var path = terminal.FullPath(ConfigFile.DefaultName);
        return typed.Contracts.IsEmpty && File.Exists(path) ? path : null;
    }
}
