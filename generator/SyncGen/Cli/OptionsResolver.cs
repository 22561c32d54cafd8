using SyncGen.Diagnostics;

namespace SyncGen.Cli;

/// <summary>Makes complete options from what the user said and the defaults.</summary>
internal static class OptionsResolver
{
    /// <summary>What is wrong when there is no default root.</summary>
    public const string MissingRoot = "The contract lies in the root or your home folder, all of which its references would reach: name the folder that they may reach by --root DIR.";

    /// <summary>What is missing or wrong, as a sentence; null when <see cref="Resolve"/> can follow.</summary>
    public static string? ProblemOf(TargetSettings settings, string currentFolder) => settings switch
    {
        { Contracts.IsEmpty: true } => $"There is no contract: name one, or write a {ConfigFile.DefaultName} into the current folder.",
        { Output: null } => "There is no output folder: add --output DIR, or \"output\" to the configuration file.",
        { Namespace: null } => "There is no namespace: add --namespace NAME, or \"namespace\" to the configuration file.",
        _ when !CSharpName.IsNamespace(settings.Namespace) => $"'{settings.Namespace}' is no namespace: between dots stand {CSharpName.Rule}.",
        { Runtime: RuntimeKind.Shared } when RuntimeProblemOf(settings, settings.Namespace) is { } problem => problem,
        { Runtime: RuntimeKind.Package, Namespace: PackagedRuntime.Name } => $"'{PackagedRuntime.Name}' is the namespace of the packages that hold the runtime: choose another one.",
        { Runtime: RuntimeKind.Package, RuntimeNamespace: not null } => $"The runtime of the packages has the namespace '{PackagedRuntime.Name}': leave --runtime-namespace out, or name a folder by --runtime DIR.",
        { Runtime: not RuntimeKind.Shared, RuntimeNamespace: not null } => $"The runtime in the output has the namespace '{settings.Namespace}.Runtime': leave --runtime-namespace out, or name a folder by --runtime DIR.",
        { Name: { } name } when !CSharpName.IsIdentifier(name) => $"'{name}' is no name for the API: write {CSharpName.Rule}.",
        { Emit: EmitKinds.None } => $"There is nothing to generate: write any of {string.Join(", ", EmitNames.All)}.",
        { Templates: { } templates } when !Directory.Exists(templates) => $"There is no template folder '{Path.GetFileName(templates)}'.",
        { Root: null } when DefaultRoot(settings.Contracts[0], currentFolder) is null => MissingRoot,
        _ => null,
    };

    /// <summary>The options of settings without a problem.</summary>
    public static Options Resolve(TargetSettings settings, string currentFolder, ImmutableDictionary<string, SourceFile> templates)
    {
        ImmutableArray<string> contracts = [.. settings.Contracts.SelectMany(ContractPattern.Expand)];
        return new Options(
            contracts,
            settings.Root ?? DefaultRoot(contracts[0], currentFolder)!,
            settings.Output!,
            settings.Namespace!,
            settings.Name,
            EmitNames.Close(settings.Emit ?? EmitNames.Default),
            settings.Operations,
            new CodeStyle(
                settings.FreeForm ?? FreeFormJson.Element,
                settings.UsesDecimal ?? false,
                settings.HasClosedEnums ?? false,
                settings.UsesOptional ?? false,
                settings.Lenient ?? Leniency.None,
                settings.Names)
            {
                Unknown = settings.Unknown ?? UnknownMembers.Skip,
                ChecksFormats = settings.ChecksFormats ?? false,
                HasTimeTypes = settings.HasTimeTypes ?? false,
                AllowsUnimplemented = settings.AllowsUnimplemented ?? false,
                Types = settings.Types,
            },
            templates,
            new DiagnosticSettings(settings.IsStrict ?? false, settings.Severities, settings.Tolerated),
            settings.IsForced)
        {
            MaxOutput = settings.MaxOutput,
            Runtime = settings.Runtime switch
            {
                RuntimeKind.Shared => new SharedRuntime(settings.RuntimeFolder!, settings.RuntimeNamespace!),
                RuntimeKind.Package => new PackagedRuntime(ToolVersion.Text),
                _ => null,
            },
            SharesInline = settings.SharesInline ?? false,
            IsInternal = settings.IsInternal ?? false,
        };
    }

    private static string? RuntimeProblemOf(TargetSettings settings, string @namespace) => settings.RuntimeNamespace switch
    {
        null => "The shared runtime has no namespace: add --runtime-namespace NAME.",
        var name when !CSharpName.IsNamespace(name) => $"'{name}' is no namespace: between dots stand {CSharpName.Rule}.",
        // A type of the contract may have the name of a namespace there.
        var name when name == @namespace || (name.StartsWith($"{@namespace}.", StringComparison.Ordinal) && name != $"{@namespace}.Runtime") =>
            $"The namespace '{name}' of the shared runtime is that of the contract's types or stands in it: choose another one, or '{@namespace}.Runtime'.",
        _ when Destination.Of(settings.RuntimeFolder!) == Destination.Of(settings.Output!) => "The shared runtime needs a folder other than the output's.",
        _ => null,
    };

    /// <summary>
    /// The current folder when the contract lies below it, else the contract's own; null when that is the root or the home folder, which
    /// hold more than contracts.
    /// </summary>
    public static string? DefaultRoot(string contract, string currentFolder)
    {
        var relative = Path.GetRelativePath(currentFolder, contract);
        var isBelow = !Path.IsPathRooted(relative) && relative.Split(Path.DirectorySeparatorChar)[0] != "..";
        string[] candidates = [.. isBelow ? [currentFolder] : Array.Empty<string>(), Path.GetDirectoryName(contract)!];
        return candidates.FirstOrDefault(folder => !Destination.IsRootOrHome(folder));
    }
}
