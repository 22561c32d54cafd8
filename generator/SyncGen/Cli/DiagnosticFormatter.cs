using System.Globalization;
using System.Text;
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
    public static string Format(Diagnostic diagnostic, Func<SourceFile, string> pathOf)
    {
        var place = diagnostic.Span is { } span ? string.Create(CultureInfo.InvariantCulture, $"{pathOf(span.File)}({span.Line},{span.Column}): ") : "";
        return Sanitize($"{place}{NameOf(diagnostic.Severity)} {diagnostic.Rule.Code}: {diagnostic.Message}");
    }

    public static string NameOf(Severity severity) => severity switch
    {
        Severity.Error => "error",
        Severity.Warning => "warning",
        _ => "info",
    };

    /// <summary>Contracts are text of strangers: controls and characters that reorder text are shown by their code.</summary>
    public static string Sanitize(string text)
    {
        if (!text.Any(IsUnsafe))
            return text;
        var safe = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (IsUnsafe(character))
                safe.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}");
            else
                safe.Append(character);
        }

        return safe.ToString();
    }

    private static bool IsUnsafe(char character) =>
        char.IsControl(character)
        || char.GetUnicodeCategory(character) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
