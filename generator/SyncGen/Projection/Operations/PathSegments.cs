using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Reports values that share a segment of a path and that nothing parts in every case: <c>{name}.{type}</c>.</summary>
internal static class PathSegments
{
    /// <summary>Reserved characters part values in every case, for values hold them escaped.</summary>
    public static void Report(ApiModel api, Operation operation, DiagnosticBag diagnostics)
    {
        var parameters = operation.Parameters.Where(parameter => parameter.Location == ParameterLocation.Path).ToImmutableArray();
        foreach (var segment in Routes.PathOf(operation.Path).Split('/'))
        {
            var parts = Routes.PartsOf(segment).ToArray();
            for (var index = 2; index < parts.Length; index++)
            {
                var (literal, isParameter) = parts[index - 1];
                if (isParameter || !parts[index].IsParameter || !parts[..(index - 1)].Any(part => part.IsParameter) || literal.Any(Routes.IsReserved))
                    continue;
                if (parameters.FirstOrDefault(parameter => parameter.Name == parts[index].Text) is { } later && MayHold(api, later.Schema, Uri.UnescapeDataString(literal)))
                    diagnostics.Report(ProjectionRules.ValuesNotParted, later.Span, segment, later.Name, literal);
            }
        }
    }

    private static bool MayHold(ApiModel api, SchemaId schema, string literal) => MediaKinds.ShapeOf(api, schema) switch
    {
        Shape.Number { IsInteger: true } => IsOf(literal, "-0123456789"),
        Shape.Number => IsOf(literal, "+-.0123456789eE"),
        Shape.Boolean => Holds("true", literal) || Holds("false", literal),
        Shape.Enum { IsOpen: false } values => values.Values.Any(value => value.Value is JsonValue.String text ? Holds(text.Value, literal) : IsOf(literal, "-0123456789")),
        Shape.String { Format: "uuid" or "guid", ContentEncoding: null } => IsOf(literal, "-0123456789abcdefABCDEF"),
        Shape.String { Format: "date", ContentEncoding: null } => IsOf(literal, "-0123456789"),
        _ => true,
    };

    private static bool IsOf(string literal, string characters) => literal.All(character => characters.Contains(character, StringComparison.Ordinal));

    private static bool Holds(string text, string literal) => text.Contains(literal, StringComparison.OrdinalIgnoreCase);
}
