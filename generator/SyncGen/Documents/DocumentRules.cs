using SyncGen.Diagnostics;

namespace SyncGen.Documents;

/// <summary>What can be wrong with a file before anybody asks what it means.</summary>
internal static class DocumentRules
{
    public static readonly Rule ContractUnreadable = new(
        "SG1001", Severity.Error, "Contract cannot be read", "The contract '{0}' cannot be read: {1}.");

    public static readonly Rule FileTooLarge = new(
        "SG1002", Severity.Error, "File too large", "The file '{0}' is larger than {1} MiB. Split the contract into files.");

    public static readonly Rule NotUtf8 = new(
        "SG1003", Severity.Error, "Not UTF-8", "The file is not UTF-8 text: {0}. Save it as UTF-8.");

    public static readonly Rule EmptyFile = new(
        "SG1004", Severity.Error, "Empty file", "The file '{0}' holds no value: it is empty, has only comments, or is no regular file.");

    public static readonly Rule InvalidYaml = new(
        "SG1005", Severity.Error, "Invalid YAML", "This is not YAML: {0}");

    public static readonly Rule InvalidJson = new(
        "SG1006", Severity.Error, "Invalid JSON", "This is not JSON: {0}");

    public static readonly Rule DuplicateName = new(
        "SG1007", Severity.Error, "Duplicate name", "The name '{0}' appears twice in one mapping, first at line {1}. Remove or rename one of them.")
    {
        SafeReading = "the last one counts",
    };

    public static readonly Rule TooManyValues = new(
        "SG1034", Severity.Error, "Too many values", "The contracts and their files have more than {0} values together. Generate them in several runs.");

    public static readonly Rule TooDeep = new(
        "SG1008", Severity.Error, "Nested too deeply", "More than {0} levels are nested here. Move inner parts to named definitions.");

    public static readonly Rule TooManyAliases = new(
        "SG1009", Severity.Error, "Aliases expand too far", "The aliases of this file expand to more than {0} values. Use fewer aliases of large values.");

    public static readonly Rule ControlCharacter = new(
        "SG1010", Severity.Error, "Control character", "The control character {0} is not allowed in YAML. Remove it, or write it as an escape in a double-quoted text.");

    public static readonly Rule NameIsNoText = new(
        "SG1011", Severity.Error, "Name is no text", "A name must be text or a number, not a list or a mapping: JSON has no other names.");

    public static readonly Rule TagRefused = new(
        "SG1012", Severity.Error, "Tag refused", "The tag '{0}' does not fit this value, or JSON has no such value. Remove it; only !!str, !!int, !!float, !!bool, !!null, !!seq and !!map are known.")
    {
        SafeReading = "the value is read as if it had none",
    };

    public static readonly Rule TagIgnored = new(
        "SG1013", Severity.Warning, "Tag ignored", "The tag '{0}' is ignored; the value is read as if it had none. Remove the tag.");

    public static readonly Rule MergeKeyApplied = new(
        "SG1014", Severity.Warning, "Merge key applied", "The merge key '<<' belongs to YAML 1.1; it is applied here, other tools may ignore it. Write the properties out or use a $ref.");

    public static readonly Rule NumberWithoutJsonForm = new(
        "SG1015", Severity.Error, "Number without a JSON form", "'{0}' is a number that JSON cannot write. Put it in quotes if text is meant.");

    public static readonly Rule UnknownAlias = new(
        "SG1016", Severity.Error, "Unknown alias", "The alias '*{0}' {1}.");

    public static readonly Rule SeveralDocuments = new(
        "SG1017", Severity.Error, "Several documents in one file", "A second YAML document starts here. Give each document its own file.");

    public static readonly Rule RootIsNoMapping = new(
        "SG1018", Severity.Error, "Contract is no mapping", "A contract must be a mapping of names to values, not {0}.");

    public static readonly Rule TextTooLong = new(
        "SG1019", Severity.Error, "Text too long", "A single text may have at most {0} characters.");

    public static readonly Rule UnpairedSurrogate = new(
        "SG1020", Severity.Error, "Half a character", "The text escapes half of a surrogate pair, which is no character. Write both halves or neither.");

    public static readonly Rule ReferenceIsNoPath = new(
        "SG1021", Severity.Error, "Reference is no relative path", "The reference '{0}' {1}. Write a relative path with '/'.");

    public static readonly Rule ReferenceLeavesRoot = new(
        "SG1022", Severity.Error, "Reference leaves the root folder", "The reference '{0}' leads out of the root folder, so it is not read. Move the file, or name a wider folder with --root.");

    public static readonly Rule ReferenceDiffersInCase = new(
        "SG1023", Severity.Error, "Reference differs in letter case", "The reference '{0}' finds no file, but '{1}' exists with other letter case. Write the name exactly: some systems tell them apart.");

    public static readonly Rule ReferenceIsNoFile = new(
        "SG1024", Severity.Error, "Reference is no file", "The reference '{0}' names something that cannot be read: {1}.");

    public static readonly Rule TooMuchText = new(
        "SG1025", Severity.Error, "Too much text", "The contracts and their files are larger than {0} MiB together. Generate them in several runs.");

    public static readonly Rule ContractOutsideRoot = new(
        "SG1026", Severity.Error, "Contract outside the root folder", "The contract '{0}' does not lie in the root folder. Name a wider folder with --root.");

    public static readonly Rule LinkCheckedOutAsText = new(
        "SG1027", Severity.Warning, "Link checked out as text", "The reference '{0}' passes through '{1}', a symbolic link that was checked out as a text file; it is followed. Check the files out with symbolic links.");

    public static readonly Rule NameTwiceInAgreement = new(
        "SG1030", Severity.Warning, "Name given twice in agreement", "The name '{0}' appears twice in one mapping, first at line {1}; {2}. Remove one of them.");

    public static readonly Rule TextNotIndented = new(
        "SG1031", Severity.Warning, "Quoted text not indented", "A line of a quoted text must be indented deeper than what it stands in. It is read as if it were; indent it.");

    public static readonly Rule BlankLineTooDeep = new(
        "SG1032", Severity.Error, "Blank line indented deeper than its text", "No line of spaces before a block of text may be indented deeper than the text. Remove its spaces.")
    {
        SafeReading = "the line is read as empty",
    };

    public static readonly Rule TabAsIndentation = new(
        "SG1033", Severity.Error, "Tab as indentation", "YAML indents by spaces, not by tabs. Replace the tab by spaces.")
    {
        SafeReading = "the tab is read as spaces",
    };
}
