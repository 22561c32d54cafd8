namespace SyncGen.Cli;

/// <summary>Where a run reads its relative paths from and prints to. Tests give it text writers and a folder of their own.</summary>
/// <param name="CurrentFolder">Full path.</param>
/// <param name="ShowsExcerpts">A person reads the errors: show the source lines.</param>
/// <param name="UsesColor">Escape sequences are welcome.</param>
internal sealed record Terminal(TextWriter Output, TextWriter Error, string CurrentFolder, bool ShowsExcerpts, bool UsesColor)
{
    /// <summary>How the run is ended from outside.</summary>
    public Interruption Interruption { get; init; } = new();

    /// <summary>The terminal or pipe of this process.</summary>
    public static Terminal OfProcess()
    {
        // Text that another program reads: no byte order mark, the same line ends on every machine.
        var output = new StreamWriter(Console.OpenStandardOutput()) { NewLine = "\n" };
        var error = new StreamWriter(Console.OpenStandardError()) { NewLine = "\n", AutoFlush = true };
        var isTerminal = !Console.IsErrorRedirected;
        var refusesColor = Environment.GetEnvironmentVariable("NO_COLOR") is { Length: > 0 } || Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new Terminal(output, error, Environment.CurrentDirectory, isTerminal, isTerminal && !refusesColor);
    }

    public string FullPath(string path) => Path.GetFullPath(path, CurrentFolder);

    /// <summary>A path as a user in the current folder would type it, with '/' on every machine.</summary>
    public string RelativePath(string fullPath) => Path.GetRelativePath(CurrentFolder, fullPath).Replace('\\', '/');
}
