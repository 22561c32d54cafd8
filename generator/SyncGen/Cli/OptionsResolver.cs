using SyncGen.Diagnostics;

namespace SyncGen.Cli;

/// <summary>Makes complete options from what the user said and the defaults.</summary>
internal static class OptionsResolver
{
    /// <summary>The options, or null and what is missing.</summary>
    public static Options? TryResolve(TargetSettings settings, string currentFolder, out string problem)
    {
        problem = ProblemOf(settings);
        if (problem.Length > 0)
            return null;
        return new Options(
            settings.Contracts,
            settings.Root ?? DefaultRoot(settings.Contracts[0], currentFolder),
            settings.Output!,
            settings.Namespace!,
            settings.Name,
            EmitNames.Close(settings.Emit ?? EmitNames.Default),
            new CodeStyle(
                settings.FreeForm ?? FreeFormJson.Element,
                settings.UsesDecimal ?? false,
                settings.HasClosedEnums ?? false,
                settings.UsesOptional ?? false,
                settings.Names),
            ImmutableDictionary<string, string>.Empty,
            new DiagnosticSettings(settings.IsStrict ?? false, settings.Severities),
            settings.IsForced);
    }

    private static string ProblemOf(TargetSettings settings) => settings switch
    {
        { Contracts.IsEmpty: true } => "There is no contract: name one, or write a syncgen.json into the current folder.",
        { Output: null } => "There is no output folder: add --output DIR, or \"output\" to the configuration file.",
        { Namespace: null } => "There is no namespace: add --namespace NAME, or \"namespace\" to the configuration file.",
        _ => "",
    };

    /// <summary>The current folder when the contract lies below it, else the contract's own.</summary>
    private static string DefaultRoot(string contract, string currentFolder)
    {
        var relative = Path.GetRelativePath(currentFolder, contract);
        var isBelow = !Path.IsPathRooted(relative) && relative != ".." && !relative.StartsWith($"..{Path.DirectorySeparatorChar}", StringComparison.Ordinal);
        return isBelow ? currentFolder : Path.GetDirectoryName(contract)!;
    }
}
