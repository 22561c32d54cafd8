using SyncGen.Diagnostics;
using SyncGen.Rendering;
using SyncGen.Writing;

namespace SyncGen.Cli;

/// <summary>A folder that a target writes: its own, and that of the runtime which it shares with others.</summary>
/// <param name="Path">Full path as the user names it.</param>
/// <param name="Folder">Where that is, links resolved.</param>
/// <param name="Files">What the folder shall hold.</param>
/// <param name="Owners">What the manifest says of whose they are.</param>
internal sealed record TargetOutput(string Path, string Folder, ImmutableArray<GeneratedFile> Files, ImmutableArray<string> Owners)
{
    /// <summary>The folders of a target, a shared runtime first; null when the contract or a template has errors.</summary>
    public static ImmutableArray<TargetOutput>? Of(Options options, DiagnosticBag diagnostics)
    {
        if (Pipeline.Generate(options, diagnostics) is not { } files)
            return null;
        var own = new TargetOutput(options.Output, Destination.Of(options.Output), files, OwnersOf(options));
        return options.Runtime is SharedRuntime runtime ? [OfRuntime(runtime, options), own] : [own];
    }

    private static TargetOutput OfRuntime(SharedRuntime runtime, Options options)
    {
        var folder = Destination.Of(runtime.Folder);
        // Whoever shares the folder says the same, and nobody else takes it.
        var owner = $"the {(options.IsInternal ? "internal " : "")}runtime {runtime.Namespace}";
        return new TargetOutput(runtime.Folder, folder, Pipeline.GenerateRuntime(runtime, options, OutputFolder.PathsOf(folder)), [owner]);
    }

    /// <summary>How the manifest of the output names the contracts.</summary>
    private static ImmutableArray<string> OwnersOf(Options options) =>
        ContractOwner.NamesOf(options.Contracts.Select(Destination.Of), Destination.Of(options.Output), Destination.Of(Destination.HomeFolder()));
}
