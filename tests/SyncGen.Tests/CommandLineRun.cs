using SyncGen.Cli;

namespace SyncGen.Tests;

/// <summary>One run of the program in this process: what it printed and its exit code.</summary>
internal sealed record CommandLineRun(int ExitCode, string Output, string Error)
{
    /// <summary>Runs a command line in a folder.</summary>
    public static CommandLineRun In(string folder, params string[] arguments) => In(folder, showsExcerpts: false, arguments);

    /// <summary>Runs a command line as at a terminal without colour.</summary>
    public static CommandLineRun AtTerminal(string folder, params string[] arguments) => In(folder, showsExcerpts: true, arguments);

    private static CommandLineRun In(string folder, bool showsExcerpts, string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = CommandLine.Run(arguments, new Terminal(output, error, folder, showsExcerpts, UsesColor: false));
        return new CommandLineRun(code, output.ToString(), error.ToString());
    }
}
