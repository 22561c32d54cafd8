using SyncGen.Diagnostics;

namespace SyncGen.Writing;

/// <summary>What can stand in the way of writing the output.</summary>
internal static class WritingRules
{
    public static readonly Rule EditedByHand = new(
        "SG6001",
        Severity.Error,
        "Generated file edited by hand",
        "This generated file is not as it was written: it was edited by hand, or {0} does not list it. Undo the edit, or overwrite it with --force.");

    public static readonly Rule ForeignFile = new(
        "SG6002",
        Severity.Error,
        "A file of yours stands in the way",
        "A file of this name shall be generated, but the one that exists was not written by SyncGen. Move it away or choose another output folder.");

    public static readonly Rule UnreadableManifest = new(
        "SG6003",
        Severity.Error,
        "Manifest cannot be read",
        "This manifest cannot be read: {0}. So nobody knows which files are generated. Restore it, or write a new one with --force.");

    public static readonly Rule AbandonedFile = new(
        "SG6004",
        Severity.Warning,
        "Edited file is no longer generated",
        "This file is no longer generated, but it is not as SyncGen writes files and is left alone. Delete it, or keep it as your own.");

    public static readonly Rule LeavesFolder = new(
        "SG6005",
        Severity.Error,
        "Link in the output folder",
        "'{0}' is a link, and links in the output folder are not followed. Replace it by what it leads to, or delete it.");

    public static readonly Rule CannotWrite = new("SG6006", Severity.Error, "Output cannot be written", "The output cannot be written: {0}");

    public static readonly Rule OtherContracts = new(
        "SG6007",
        Severity.Error,
        "Output folder of other contracts",
        "This folder holds the code of {0}, which would be deleted. Choose another output folder, name all contracts in one call to make them one API, "
        + "or give the folder to these with --force.");
}
