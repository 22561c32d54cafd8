namespace SyncGen.Modeling;

/// <summary>Shapes of texts and numbers.</summary>
internal static class ScalarShaper
{
    public static Shape.String ShapeString(SchemaKeywords keywords) =>
        new(keywords.Format, keywords.ContentEncoding, keywords.MinLength, keywords.MaxLength, keywords.Pattern) { ContentMediaType = keywords.ContentMediaType };

    public static Shape.Number ShapeNumber(SchemaKeywords keywords, bool isInteger) => new(
        isInteger,
        keywords.Format,
        keywords.Minimum?.Text,
        keywords.Minimum?.IsExclusive ?? false,
        keywords.Maximum?.Text,
        keywords.Maximum?.IsExclusive ?? false,
        keywords.MultipleOf);
}
