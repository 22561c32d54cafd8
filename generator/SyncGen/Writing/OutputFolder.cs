using SyncGen.Diagnostics;
using SyncGen.Rendering;

namespace SyncGen.Writing;

/// <summary>Stage 6: what differs between the generated files and a folder, and how the folder is brought up to date.</summary>
internal static class OutputFolder
{
    /// <summary>What <see cref="Write"/> would do, for <c>check</c>; null when the folder cannot be read.</summary>
    public static Changes? Compare(ImmutableArray<GeneratedFile> files, string folder, DiagnosticBag diagnostics) =>
        Guard(folder, diagnostics, () =>
        {
            PathGuard.RequireDistinct(files);
            PathGuard.Check([.. files.Select(file => file.Path)], folder, diagnostics);
            if (diagnostics.HasErrors)
                return null;
            if (ManifestFile.Read(folder) is { } manifest)
                return FolderComparison.Compare(files, folder, manifest);
            ReportManifest(folder, diagnostics);
            return null;
        });

    /// <summary>Compares with a folder that holds nothing but generated files and no manifest.</summary>
    public static Changes CompareWhole(ImmutableArray<GeneratedFile> files, string folder) =>
        FolderComparison.Compare(files, folder, FolderComparison.ManifestOfWhole(folder));

    /// <summary>Brings the folder up to date; null when something stands in the way, and then nothing was written.</summary>
    public static Changes? Write(ImmutableArray<GeneratedFile> files, string folder, bool isForced, DiagnosticBag diagnostics) =>
        Guard(folder, diagnostics, () =>
        {
            PathGuard.RequireDistinct(files);
            PathGuard.Check([.. files.Select(file => file.Path), Manifest.FileName], folder, diagnostics);
            if (diagnostics.HasErrors)
                return null;
            Directory.CreateDirectory(folder);
            using var file = ManifestFile.OpenToWrite(folder);
            if (file.Manifest is null && !isForced)
            {
                ReportManifest(folder, diagnostics);
                return null;
            }

            var manifest = file.Manifest ?? Manifest.Empty;
            PathGuard.Check([.. manifest.Hashes.Keys], folder, diagnostics);
            var changes = FolderComparison.Compare(files, folder, manifest);
            Report(changes, folder, isForced, diagnostics);
            if (diagnostics.HasErrors)
                return null;
            FolderWriter.Write(changes, folder);
            file.Save(Manifest.Of(files));
            return changes;
        });

    /// <summary>Makes a folder that holds nothing but generated files the one that the changes say.</summary>
    public static void WriteWhole(Changes changes, string folder) => FolderWriter.Write(changes, folder);

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

    private static void ReportManifest(string folder, DiagnosticBag diagnostics) =>
        diagnostics.Report(WritingRules.UnreadableManifest, PathGuard.SpanOf(Manifest.FileName, folder));

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
