using System.Globalization;
using SyncGen.Diagnostics;

namespace SyncGen.Cli;

/// <summary>Lays a diagnostic out as one line, in the form that editors and build tools recognise.</summary>
internal static class DiagnosticFormatter
{
    /// <summary>Sorted by file, line, column and code; those without a place come first.</summary>
    public static IEnumerable<Diagnostic> Sort(IEnumerable<Diagnostic> diagnostics) => diagnostics
        .OrderBy(diagnostic => diagnostic.Span?.File.Path ?? "", StringComparer.Ordinal)
        .ThenBy(diagnostic => diagnostic.Span?.Line ?? 0)
        .ThenBy(diagnostic => diagnostic.Span?.Column ?? 0)
        .ThenBy(diagnostic => diagnostic.Rule.Code, StringComparer.Ordinal)
        .ThenBy(diagnostic => diagnostic.Message, StringComparer.Ordinal);

    /// <summary><c>sync.yaml(3,5): error SG2001: text</c>, the path as <paramref name="pathOf"/> shows it.</summary>
    public static string Format(Diagnostic diagnostic, Func<SourceFile, string> pathOf) =>
        $"{PlaceOf(diagnostic, pathOf)}{NameOf(diagnostic.Severity)} {diagnostic.Rule.Code}: {PlainText.Of(diagnostic.Message)}";

    /// <summary><c>sync.yaml(3,5): </c>, or nothing when no single place is at fault.</summary>
    public static string PlaceOf(Diagnostic diagnostic, Func<SourceFile, string> pathOf) =>
        diagnostic.Span is { } span ? string.Create(CultureInfo.InvariantCulture, $"{PlainText.Of(pathOf(span.File))}({span.Line},{span.Column}): ") : "";

    public static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };
}
