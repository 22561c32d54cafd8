using SyncGen.Diagnostics;

namespace SyncGen.Writing;

/// <summary>What can stand in the way of writing the output.</summary>
internal static class WritingRules
{
    public static readonly Rule EditedByHand = new(
        "SG6001",
        Severity.Error,
        "Generated file edited by hand",
        "This generated file was edited by hand. Undo the edit, or run again with --force to overwrite it");

    public static readonly Rule ForeignFile = new(
        "SG6002",
        Severity.Error,
        "A file of someone else stands in the way",
        "This file shall be generated, but it exists already and was not written by SyncGen. Move it away or choose another output folder");

    public static readonly Rule UnreadableManifest = new(
        "SG6003",
        Severity.Error,
        "Manifest cannot be read",
        "This manifest cannot be read, so nobody knows which files are generated. Restore it, or run again with --force to write a new one");

    public static readonly Rule AbandonedFile = new(
        "SG6004",
        Severity.Warning,
        "Edited file is no longer generated",
        "This file was edited by hand and is no longer generated. It is left alone: delete it or keep it as your own");

    public static readonly Rule LeavesFolder = new(
        "SG6005",
        Severity.Error,
        "Link leads out of the output folder",
        "'{0}' leads through a link out of the output folder. Replace the link by a folder or file");

    public static readonly Rule NamesDifferByCase = new(
        "SG6006",
        Severity.Error,
        "File names differ only by case",
        "'{0}' and '{1}' are the same file on some machines. Give one of the types another name");

    public static readonly Rule CannotWrite = new("SG6007", Severity.Error, "Output cannot be written", "The output cannot be written: {0}");
}
