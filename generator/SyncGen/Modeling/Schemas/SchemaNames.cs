using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>The names that contracts give their schemas.</summary>
internal static class SchemaNames
{
    private static readonly HashSet<string> StructureKeywords = new(StringComparer.Ordinal)
    {
        "properties", "patternProperties", "items", "prefixItems", "additionalProperties", "additionalItems", "unevaluatedProperties", "propertyNames",
        "allOf", "oneOf", "anyOf", "not", "if", "then", "else", "schema", "content", "contains", "type", "dependentSchemas", "parameters", "headers",
        "responses", "requestBody", "requestBodies", "paths", "callbacks",
    };

    /// <summary>The definition key, else the file stem for a file's root; null for an inline schema.</summary>
    public static string? NameOf(SchemaSource source)
    {
        // What a polymorphic base itself is, beside what extends it.
        const string baseSuffix = "/allOf/base";
        var pointer = source.Id.Pointer.Text;
        return pointer.EndsWith(baseSuffix, StringComparison.Ordinal)
            ? DeclaredName(source.Id.File, new JsonPointer(pointer[..^baseSuffix.Length])) is { } name ? name + "Base" : null
            : DeclaredName(source.Id.File, source.Id.Pointer);
    }

    public static string? DeclaredName(string file, JsonPointer pointer)
    {
        if (pointer.Text.Length == 0)
            return Stem(file);
        var segments = pointer.Segments;
        if (segments is ["components", "schemas", var component])
            return component;
        // A definition in any document; or an entry of a file that only collects schemas.
        var isDefinition = segments.Length >= 2 && segments[^2] is "definitions" or "$defs" && (segments.Length == 2 || segments[^3] != "properties");
        var isCollected = segments.Length <= 3 && !segments.Any(StructureKeywords.Contains) && !int.TryParse(segments[^1], out _)
            && segments[0] is not ("components" or "definitions" or "$defs");
        return isDefinition || isCollected ? segments[^1] : null;
    }

    private static string Stem(string file)
    {
        var name = file[(file.LastIndexOf('/') + 1)..];
        var dot = name.IndexOf('.', 1);
        return dot < 0 ? name : name[..dot];
    }
}
