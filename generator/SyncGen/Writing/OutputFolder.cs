using SyncGen.Diagnostics;
using SyncGen.Rendering;

namespace SyncGen.Writing;

/// <summary>Stage 6: what differs between the generated files and a folder, and how the folder is brought up to date.</summary>
internal static class OutputFolder
{
    /// <summary>What <see cref="Write"/> would do, for <c>check</c>; null when the folder cannot be read.</summary>
    /// <param name="folder">The real path, links resolved.</param>
    public static Changes? Compare(ImmutableArray<GeneratedFile> files, ImmutableArray<string> contracts, string folder, DiagnosticBag diagnostics) =>
        Guard(folder, diagnostics, () =>
        {
            Check(files, folder, diagnostics);
            if (diagnostics.HasErrors)
                return null;
            StagingFolder.Wait(folder);
            return ReadManifest(contracts, folder, isForced: false, diagnostics) is { } manifest ? FolderComparison.Compare(files, folder, manifest) : null;
        });

    /// <summary>Compares with a folder that holds nothing but generated files and no manifest.</summary>
    public static Changes CompareWhole(ImmutableArray<GeneratedFile> files, string folder) => FolderComparison.CompareWhole(files, folder);

    /// <summary>Brings the folder up to date; null when something stands in the way, and then nothing was written.</summary>
    /// <param name="contracts">What the files were generated from, as <see cref="ContractOwner"/> names it.</param>
    /// <param name="folder">The real path, links resolved.</param>
    /// <param name="stopping">Ends the run before the first file changes.</param>
    public static Changes? Write(
        ImmutableArray<GeneratedFile> files, ImmutableArray<string> contracts, string folder, bool isForced, DiagnosticBag diagnostics, CancellationToken stopping) =>
        Guard(folder, diagnostics, () =>
        {
            Check(files, folder, diagnostics);
            if (PathGuard.IsReadOnlyFolder(folder))
                diagnostics.Report(WritingRules.CannotWrite, null, $"the folder '{Path.GetFileName(folder)}' is read-only.");
            if (diagnostics.HasErrors)
                return null;
            using var staging = StagingFolder.Open(folder, stopping);
            if (ReadManifest(contracts, folder, isForced, diagnostics) is not { } manifest)
                return null;
            PathGuard.Check(manifest.Paths, folder, diagnostics);
            var changes = FolderComparison.Compare(files, folder, manifest);
            Report(changes, folder, isForced, diagnostics);
            PathGuard.CheckWritable(changes, folder, diagnostics);
            if (diagnostics.HasErrors)
                return null;
            FolderWriter.Write(changes, manifest, Manifest.Of(contracts, files), staging, stopping);
            return changes;
        });

    /// <summary>The files that were generated into the folder.</summary>
    public static IEnumerable<string> PathsOf(string folder) => Directory.Exists(folder) && ManifestReader.Read(folder, out _) is { } manifest ? manifest.Paths : [];

    /// <summary>Whether the folder has generated files that are none of these.</summary>
    public static bool WouldDelete(ImmutableArray<GeneratedFile> files, string folder) =>
        PathsOf(folder).Except(files.Select(file => file.Path)).Any();

    /// <summary>Makes a folder that holds nothing but generated files the one that the changes say.</summary>
    public static void WriteWhole(Changes changes, string folder)
    {
        using var staging = StagingFolder.Open(folder, CancellationToken.None);
        FolderWriter.WriteWhole(changes, staging);
    }

    private static void Check(ImmutableArray<GeneratedFile> files, string folder, DiagnosticBag diagnostics)
    {
        PathGuard.RequireDistinct(files);
        PathGuard.Check(files.Select(file => file.Path), folder, diagnostics);
        PathGuard.CheckOwn(folder, diagnostics);
    }

    /// <summary>Null when the manifest is none or belongs to others, which is reported.</summary>
    private static Manifest? ReadManifest(ImmutableArray<string> contracts, string folder, bool isForced, DiagnosticBag diagnostics)
    {
        var span = PathGuard.SpanOf(Manifest.FileName, folder);
        var manifest = ManifestReader.Read(folder, out var problem);
        if (isForced)
            return manifest ?? Manifest.Empty;
        if (manifest is null)
            diagnostics.Report(WritingRules.UnreadableManifest, span, problem);
        else if (ContractOwner.IsOther(manifest, contracts, folder))
            diagnostics.Report(WritingRules.OtherContracts, span, string.Join(", ", manifest.Contracts));
        else
            return manifest;
        return null;
    }

    private static void Report(Changes changes, string folder, bool isForced, DiagnosticBag diagnostics)
    {
        foreach (var change in changes.Files)
        {
            var span = PathGuard.SpanOf(change.Path, folder);
            if (change.Kind == ChangeKind.Foreign)
                diagnostics.Report(WritingRules.ForeignFile, span);
            else if (change.Kind == ChangeKind.Edited && !isForced)
                diagnostics.Report(WritingRules.EditedByHand, span, Manifest.FileName);
            else if (change.Kind == ChangeKind.Abandoned)
                diagnostics.Report(WritingRules.AbandonedFile, span);
        }
    }

    private static Changes? Guard(string folder, DiagnosticBag diagnostics, Func<Changes?> act)
    {
        try
        {
            return act();
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Report(WritingRules.CannotWrite, null, exception.Message.Replace(folder, Path.GetFileName(folder), StringComparison.Ordinal));
            return null;
        }
    }
}
