using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Finds out in which language a document is written, by its root.</summary>
internal static class DialectReader
{
    private static readonly string[] SchemaKeywords =
    [
        "$schema", "$id", "$ref", "$defs", "definitions", "type", "properties", "patternProperties", "additionalProperties", "items", "prefixItems",
        "allOf", "oneOf", "anyOf", "enum", "const", "format", "title",
    ];

    /// <summary>The dialect of a contract; null, with a report, when there is none.</summary>
    public static Dialect? ReadEntry(Document document, DiagnosticBag diagnostics)
    {
        if (document.Root is not MappingNode root)
        {
            diagnostics.Report(ModelingRules.UnknownDocument, document.Root.Span);
            return null;
        }
        if (root.GetMember("swagger") is { } swagger && root.GetMember("openapi") is { } openApi)
        {
            var second = swagger.NameSpan.Line > openApi.NameSpan.Line ? swagger : openApi;
            diagnostics.Report(ModelingRules.TwoVersions, second.NameSpan);
            return null;
        }
        if (ReadVersion(root, diagnostics) is { } version)
            return version.Dialect;
        if (root.Get("paths") is null && root.Get("info") is null && Array.Exists(SchemaKeywords, keyword => root.Get(keyword) is not null))
            return Dialect.JsonSchema;
        diagnostics.Report(ModelingRules.UnknownDocument, root.Span);
        return null;
    }

    /// <summary>The dialect that a referenced file itself names; null when it is a fragment in its referrer's dialect.</summary>
    public static Dialect? ReadFragment(Document document) =>
        document.Root is not MappingNode root ? null
        : ReadVersion(root, new DiagnosticBag()) is { } version ? version.Dialect
        : root.Get("$schema") is not null ? Dialect.JsonSchema
        : null;

    /// <summary>Null when the root names no version; a null dialect when it names one that is not supported.</summary>
    private static (Dialect? Dialect, bool IsKnown)? ReadVersion(MappingNode root, DiagnosticBag diagnostics)
    {
        var isSwagger = root.Get("swagger") is not null;
        if ((root.Get("swagger") ?? root.Get("openapi")) is not { } node)
            return null;
        if (node is not ScalarNode { Kind: ScalarKind.String or ScalarKind.Number } scalar)
        {
            diagnostics.Report(ModelingRules.UnsupportedVersion, node.Span, "This");
            return (null, false);
        }
        Dialect? dialect = (isSwagger, scalar.Text.Trim()) switch
        {
            (true, "2.0" or "2" or "2.0.0") => Dialect.Swagger20,
            (false, var text) when IsVersion(text, "3.0") || text == "3" => Dialect.OpenApi30,
            (false, var text) when IsVersion(text, "3.1") || IsVersion(text, "3.2") => Dialect.OpenApi31,
            _ => null,
        };
        if (dialect is null)
            diagnostics.Report(ModelingRules.UnsupportedVersion, scalar.Span, $"Version '{scalar.Text}'");
        else if (scalar.Kind == ScalarKind.Number)
            diagnostics.Report(ModelingRules.VersionIsNumber, scalar.Span, scalar.Text);
        return (dialect, dialect is not null);
    }

    private static bool IsVersion(string text, string version) =>
        text == version || text.StartsWith(version + ".", StringComparison.Ordinal) || text.StartsWith(version + "-", StringComparison.Ordinal);
}
