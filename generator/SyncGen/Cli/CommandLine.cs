using System.CommandLine;

namespace SyncGen.Cli;

/// <summary>The commands, their arguments and options.</summary>
internal static class CommandLine
{
    /// <summary>Runs one command line; the result is the exit code.</summary>
    public static int Run(string[] arguments, Terminal terminal)
    {
        var target = new TargetOptions();
        var force = new Option<bool>("--force") { Description = "Overwrite generated files that were edited by hand." };
        var root = new RootCommand("Writes C# models, a client and a server from Swagger 2.0, OpenAPI 3.0 and 3.1 contracts.");

        var generate = Command("generate", "Write the code.", target);
        generate.Add(force);
        generate.SetAction(parsed => GenerateCommand.Run(target.Read(parsed, terminal) with { IsForced = parsed.GetValue(force) }, terminal));
        root.Add(generate);

        var parsed = root.Parse(arguments);
        var code = parsed.Invoke(new InvocationConfiguration { Output = terminal.Output, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        return parsed.Errors.Count > 0 ? ExitCode.Usage : code;
    }

    private static Command Command(string name, string description, TargetOptions target)
    {
        var command = new Command(name, description);
        target.AddTo(command);
        return command;
    }
}
