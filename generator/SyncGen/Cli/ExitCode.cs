namespace SyncGen.Cli;

/// <summary>What the process tells its caller.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The contract, a template or the output has errors; nothing was written.</summary>
    public const int Errors = 1;

    /// <summary>The command line or the configuration file is wrong.</summary>
    public const int Usage = 2;

    /// <summary><c>check</c> found output that is not what <c>generate</c> would write.</summary>
    public const int Stale = 3;

    /// <summary>A fault in SyncGen itself.</summary>
    public const int Bug = 70;
}
