using SyncGen.Diagnostics;

namespace SyncGen.Rendering;

/// <summary>What can be wrong with a template.</summary>
internal static class RenderingRules
{
    public static readonly Rule TemplateSyntax = new("SG5001", Severity.Error, "Template cannot be parsed", "The template cannot be parsed: {0}");

    public static readonly Rule TemplateFailed = new("SG5002", Severity.Error, "Template failed", "The template failed: {0}");

    public static readonly Rule TooMuchCode = new(
        "SG5003", Severity.Error, "Too much code", "The code is larger than {0} MiB with the file '{1}', where one counts as 4 KiB at least. Share schemas and parameters instead of repeating them, or allow more by --max-output.");

    public static readonly Rule LentTypeDiffers = new(
        "SG5021",
        Severity.Error,
        "Type differs in the other target",
        "'{0}' would be another type here than in the target '{1}', from which 'models' takes it: {2}. What the operations and schemas of both ask of it must be the same; else remove the file from 'models'.");

    public static readonly Rule PackagedRuntimeFile = new(
        "SG5020",
        Severity.Error,
        "Replaces a file of the runtime's package",
        "'{0}' replaces a file of the runtime, which comes from the package SyncGen.Runtime as it is. Remove the file, or set \"runtime\" to copy or to a folder.");
}
