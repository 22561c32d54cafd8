using SyncGen.Diagnostics;

namespace SyncGen.Rendering;

/// <summary>What can be wrong with a template.</summary>
internal static class RenderingRules
{
    public static readonly Rule TemplateSyntax = new("SG5001", Severity.Error, "Template cannot be parsed", "The template cannot be parsed: {0}");

    public static readonly Rule TemplateFailed = new("SG5002", Severity.Error, "Template failed", "The template failed: {0}");
}
