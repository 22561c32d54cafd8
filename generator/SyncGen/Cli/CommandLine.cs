using System.CommandLine;
using System.CommandLine.Parsing;

namespace SyncGen.Cli;

/// <summary>The commands, their arguments and options.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line; the result is the exit code.</summary>
    public static int Run(IReadOnlyList<string> arguments, Terminal terminal)
    {
        var root = new RootCommand("Writes C# models, a client and a server from Swagger 2.0, OpenAPI 3.0 to 3.2 contracts and JSON Schemas.")
        {
            Generate(terminal),
            Check(arguments, terminal),
            Inspect(terminal),
            BundleCommand.Create(terminal),
            Templates(terminal),
            RuntimeCommand.Create(terminal),
        };
        var configuration = new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false };
        if (arguments.Count == 0)
        {
            root.Parse("--help").Invoke(configuration);
            return ExitCode.Usage;
        }

        var parsed = root.Parse(arguments);
        string[] problems = [.. parsed.Errors.Select(error => error.Message), .. UnknownOptions(parsed).Select(option => $"'{option}' is no option of this command.")];
        if (problems.Length == 0)
            return parsed.Invoke(configuration);
        foreach (var problem in problems)
            terminal.Error.WriteLine(PlainText.Of(problem));
        return Fail(terminal, "--help after a command lists its arguments and options.");
    }

    /// <summary>Says what is wrong with the command line.</summary>
    public static int Fail(Terminal terminal, string problem)
    {
        terminal.Error.WriteLine(PlainText.Of(problem));
        return ExitCode.Usage;
    }

    /// <summary>What would be read as a contract's file name; files that are called so stand behind <c>--</c>.</summary>
    private static IEnumerable<string> UnknownOptions(ParseResult parsed) => parsed.Tokens
        .TakeWhile(token => token.Type != TokenType.DoubleDash)
        .Where(token => token is { Type: TokenType.Argument, Value: ['-', _, ..] })
        .Select(token => token.Value);

    private static Command Generate(Terminal terminal)
    {
        var target = new TargetOptions();
        var force = new Option<bool>("--force") { Description = "Overwrite generated files that were edited by hand." };
        var command = new Command("generate", "Write the code.") { force };
        target.AddTo(command);
        command.SetAction(parsed => TargetRun.Run(parsed, target, terminal, (options, diagnostics) =>
            GenerateCommand.Run(options with { IsForced = parsed.GetValue(force) }, diagnostics, terminal)));
        return command;
    }

    private static Command Check(IReadOnlyList<string> arguments, Terminal terminal)
    {
        var target = new TargetOptions();
        var command = new Command("check", "Compare the code on disk with what generate would write. Nothing is written.");
        target.AddTo(command);
        command.SetAction(parsed => TargetRun.Run(parsed, target, terminal, (options, diagnostics) =>
            CheckCommand.Run(options, CheckCommand.FixOf(arguments), diagnostics, terminal)));
        return command;
    }

    private static Command Inspect(Terminal terminal)
    {
        // Folder and namespace of the code do not change what is told.
        var target = new TargetOptions { Defaults = new TargetSettings { Output = terminal.CurrentFolder, Namespace = "Api" } };
        var command = new Command("inspect", "Print as JSON which C# each operation and schema becomes.");
        target.AddTo(command);
        command.SetAction(parsed => TargetRun.Run(parsed, target, terminal, (options, diagnostics) =>
            InspectCommand.Run(options, diagnostics, terminal)));
        return command;
    }

    private static Command Templates(Terminal terminal)
    {
        var folder = new Argument<string>("folder") { Description = "Where to write them; no file there is overwritten." };
        var export = new Command("export", "Write the built-in templates, to change some and use them with --templates.") { folder };
        export.SetAction(parsed =>
        {
            var path = terminal.FullPath(parsed.GetValue(folder)!);
            return TemplateFolder.TryExport(path, out var existing)
                ? ExitCode.Done
                : Fail(terminal, $"'{terminal.RelativePath(Path.Combine(path, existing))}' exists already, so nothing was written.");
        });
        return new Command("templates", "Work with the templates that lay out the code.") { export };
    }
}
