using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The formats of texts that C# has no type for, and which of them can be checked.</summary>
internal static class TextFormats
{
    private static readonly ImmutableHashSet<string> Checked = ["email", "hostname", "ipv4", "ipv6", "json-pointer", "relative-json-pointer", "regex", "time", "duration"];

    /// <summary>Formats that say how a text is shown, not what it may be.</summary>
    private static readonly ImmutableHashSet<string> Descriptive = ["password", "byte", "binary"];

    /// <summary>Whether <c>Validate</c> compares texts of the format.</summary>
    public static bool IsChecked(string? format, CodeStyle style) => style.ChecksFormats && format is not null && Checked.Contains(format);

    /// <summary>Tells of each format that nothing checks, once.</summary>
    public static void Report(ApiModel api, TypeTable types, CodeStyle style, DiagnosticBag diagnostics)
    {
        var formats = api.Schemas
            .Where(schema => schema.Shape is Shape.String { Format: not null, ContentEncoding: null } && types[schema.Id].Text == "string")
            .GroupBy(schema => ((Shape.String)schema.Shape).Format!, StringComparer.Ordinal)
            .Where(schemas => !Descriptive.Contains(schemas.Key) && !IsChecked(schemas.Key, style));
        foreach (var schemas in formats)
        {
            var remedy = Checked.Contains(schemas.Key) ? " The option formats: check has Validate compare texts with it." : "";
            diagnostics.Report(ProjectionRules.FormatNotChecked, schemas.First().Span, MarkdownText.Visible(schemas.Key), remedy, DiagnosticBag.InPlaces(schemas.Count()));
        }
    }
}
