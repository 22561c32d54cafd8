using SyncGen.Diagnostics;

namespace SyncGen.Cli;

/// <summary>What can be wrong with the configuration file and the user's templates.</summary>
internal static class CliRules
{
    public static readonly Rule UnknownMember = new(
        "SG0001",
        Severity.Error,
        "Unknown setting",
        "There is no setting '{0}' here. The settings are {1}.");

    public static readonly Rule WrongValue = new("SG0002", Severity.Error, "Wrong value of a setting", "'{0}' must be {1}.");

    public static readonly Rule UnknownCode = new(
        "SG0003",
        Severity.Error,
        "Unknown diagnostic code",
        "There is no diagnostic '{0}'. DIAGNOSTICS.md lists them.");

    public static readonly Rule FixedSeverity = new(
        "SG0004",
        Severity.Error,
        "An error stays an error",
        "'{0}' is an error, so its severity cannot be changed. Only warnings and infos can.");

    public static readonly Rule InvalidName = new("SG0005", Severity.Error, "Not a C# name", "'{0}' is no C# name: {1}.");

    public static readonly Rule UnknownTemplate = new(
        "SG0006",
        Severity.Warning,
        "Template that replaces none",
        "There is no built-in template '{0}', so this file takes effect only where another of your templates includes it. "
        + "'syncgen templates export DIR' writes the built-in ones.");

    public static readonly Rule NotTolerable = new(
        "SG0015",
        Severity.Error,
        "Cannot be tolerated",
        "'{0}' is no error of which a safe reading is left, so it cannot be tolerated. Those that can are {1}.");

    public static readonly Rule LeavesRepository = new(
        "SG0025",
        Severity.Error,
        "Path leaves the repository",
        "'{0}' leads out of the repository, the nearest folder with .git, else this file's own folder. Only the command line may name such a path.");

    public static readonly Rule HiddenFolder = new(
        "SG0026",
        Severity.Error,
        "Path into a hidden folder",
        "'{0}' leads to '{1}', and of what begins with a dot a configuration file may name nothing. Choose another path, or name it on the command line.");

    public static readonly Rule UnknownLender = new(
        "SG0028",
        Severity.Error,
        "No such target to take types from",
        "No target before this one has the namespace '{0}', from which it takes types.");

    public static readonly Rule LenderDiffers = new(
        "SG0029",
        Severity.Error,
        "Settings of the other target differ",
        "Types cannot be taken from the target '{0}': {1}.");

    public static readonly Rule UnreadableTemplate = new("SG0027", Severity.Error, "Template cannot be read", "This template cannot be read: {0}.");
}
