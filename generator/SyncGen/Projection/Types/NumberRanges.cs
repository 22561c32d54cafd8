using System.Globalization;
using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Whole numbers that the contract allows and the usual C# types do not hold.</summary>
internal static class NumberRanges
{
    private static readonly ImmutableDictionary<string, (string Least, string Most)> Types = new Dictionary<string, (string, string)>(StringComparer.Ordinal)
    {
        ["int"] = (TextOf(int.MinValue), TextOf(int.MaxValue)),
        ["long"] = (TextOf(long.MinValue), TextOf(long.MaxValue)),
        ["ulong"] = ("0", TextOf(ulong.MaxValue)),
    }.ToImmutableDictionary();

    /// <summary>The bounds reach beyond <see cref="long"/>, and <see cref="ulong"/> holds what is between them.</summary>
    public static bool AreUnsigned(Shape.Number number) =>
        number.Minimum is { } minimum && JsonNumber.Compare(minimum, "0") >= 0
        && (IsBeyond(number, "long") || JsonNumber.Compare(minimum, Types["long"].Most) > 0)
        && !IsBeyond(number, "ulong");

    /// <summary>Tells of each type that holds less than a bound lets be, once.</summary>
    public static void Report(ApiModel api, TypeTable types, DiagnosticBag diagnostics)
    {
        var schemas = api.Schemas
            .Where(schema => schema.Shape is Shape.Number { IsInteger: true } number && IsBeyond(number, types[schema.Id].Text))
            .GroupBy(schema => types[schema.Id].Text, StringComparer.Ordinal);
        foreach (var group in schemas)
            diagnostics.Report(ProjectionRules.NumbersBeyondType, group.First().Span, group.Key, DiagnosticBag.InPlaces(group.Count()));
    }

    /// <summary>A bound lies outside a type. What has no bound is meant to be of any common size.</summary>
    private static bool IsBeyond(Shape.Number number, string type) => Types.TryGetValue(type, out var range)
        && ((number.Maximum is { } maximum && JsonNumber.Compare(maximum, range.Most) > 0) || (number.Minimum is { } minimum && JsonNumber.Compare(minimum, range.Least) < 0));

    private static string TextOf<T>(T number)
        where T : IFormattable => number.ToString(null, CultureInfo.InvariantCulture);
}
