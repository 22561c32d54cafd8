using System.Globalization;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The bounds of a number, or the length and pattern of a text, or of each item of a list, as the forms of a union compare parts with them: <c>&gt;= 1</c>, <c>length &lt;= 20</c>, <c>matches ^a</c>.</summary>
internal static class FormBounds
{
    public static ImmutableArray<string> Of(ApiModel api, SchemaId schema) => MediaKinds.ShapeOf(api, schema) switch
    {
        Shape.Array array => OfValue(MediaKinds.ShapeOf(api, array.Items)),
        var shape => OfValue(shape),
    };

    private static ImmutableArray<string> OfValue(Shape shape) => shape switch
    {
        Shape.Number number =>
        [
            .. number.Minimum is { } least ? [$"{(number.IsMinimumExclusive ? ">" : ">=")} {least}"] : Array.Empty<string>(),
            .. number.Maximum is { } most ? [$"{(number.IsMaximumExclusive ? "<" : "<=")} {most}"] : Array.Empty<string>(),
            .. number.MultipleOf is { } divisor ? [$"% {divisor}"] : Array.Empty<string>(),
        ],
        Shape.String text =>
        [
            .. text.MinLength is > 0 and var shortest ? [string.Create(CultureInfo.InvariantCulture, $"length >= {shortest}")] : Array.Empty<string>(),
            .. text.MaxLength is { } longest ? [string.Create(CultureInfo.InvariantCulture, $"length <= {longest}")] : Array.Empty<string>(),
            .. text.Pattern is { } pattern && PatternText.Translate(pattern) is { } translated ? [$"matches {translated.Pattern}"] : Array.Empty<string>(),
        ],
        _ => [],
    };
}
