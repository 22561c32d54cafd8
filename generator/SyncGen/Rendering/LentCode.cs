using SyncGen.Diagnostics;
using SyncGen.Projection;

namespace SyncGen.Rendering;

/// <summary>Compares the types that other targets declare with what they would be here.</summary>
internal static class LentCode
{
    public static void Compare(ImmutableArray<LentDeclaration> lent, DiagnosticBag diagnostics)
    {
        // A type's codec differs where the type does.
        var told = new HashSet<SourceSpan>();
        var textOf = TemplateRenderer.BuiltIn(diagnostics);
        foreach (var declaration in lent)
        {
            var ours = CodeOf(textOf(declaration.Ours, declaration.Namespace));
            var theirs = CodeOf(textOf(declaration.Theirs, declaration.Namespace));
            var same = ours.AsSpan().CommonPrefixLength(theirs);
            if (same < Math.Max(ours.Length, theirs.Length) && told.Add(declaration.Span))
                diagnostics.Report(RenderingRules.LentTypeDiffers, declaration.Span, declaration.Name, declaration.Namespace, $"where it has {LineOf(theirs, same)}, it would have {LineOf(ours, same)}");
        }
    }

    /// <summary>The lines without documentation, which names files as each target does.</summary>
    private static string[] CodeOf(string text) =>
        [.. text.Split('\n').Select(line => line.Trim()).Where(line => !line.StartsWith("///", StringComparison.Ordinal))];

    private static string LineOf(string[] lines, int line) => line < lines.Length ? $"'{lines[line]}'" : "nothing";
}
