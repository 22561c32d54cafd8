using System.Globalization;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>How a union without a discriminator is read: by the kind of JSON value, then by what the objects hold.</summary>
/// <param name="Arms">Tried in order.</param>
/// <param name="Lookups">The kinds of object, when there are several, and those in lists.</param>
/// <param name="ObjectArms">The position of each kind of object and what it is read as.</param>
internal sealed record UnionPlan(ImmutableArray<UnionArm> Arms, ImmutableArray<UnionLookup> Lookups, ImmutableArray<UnionArm> ObjectArms)
{
    private const string AnyText = "JsonTokenType.String";
    private const string ReadObject = "ReadObject(ref reader)";

    public static UnionPlan Empty { get; } = new([], [], []);

    /// <param name="results">What each case is read as.</param>
    /// <param name="unknown">What a value is read as that is none of the cases.</param>
    /// <param name="lenient">What reading forgives.</param>
    public static UnionPlan Of(Shape.Union union, ApiModel api, TypeTable types, ImmutableArray<string> results, string unknown, Leniency lenient)
    {
        var leaves = UnionLeaf.Of(api, union);
        var arms = ImmutableArray.CreateBuilder<UnionArm>();
        var lists = UnionLists.Of(api, leaves, types, results, lenient);
        arms.AddRange(TextArms(leaves, types, results).AsSpan());
        if (lenient.HasFlag(Leniency.Quotes) && arms.All(arm => arm.Pattern != AnyText))
            arms.AddRange(QuotedArms(leaves, types, results));
        arms.AddRange(NumberArms(leaves, results).AsSpan());
        if (leaves.FirstOrDefault(leaf => leaf.Schema.Shape is Shape.Boolean) is { } boolean)
            arms.Add(new UnionArm("JsonTokenType.True or JsonTokenType.False", results[boolean.Case]));
        arms.AddRange(lists.Arms.AsSpan());
        var objects = leaves.Where(leaf => leaf.IsObject).ToImmutableArray();
        if (objects.Select(leaf => leaf.Case).Distinct().Count() == 1)
            arms.Add(new UnionArm("JsonTokenType.StartObject", results[objects[0].Case]));
        else if (objects.Length > 1)
            arms.Add(new UnionArm("JsonTokenType.StartObject", ReadObject));
        var any = leaves.FirstOrDefault(leaf => leaf.Schema.Shape is Shape.Any { IsObject: false });
        arms.Add(new UnionArm("JsonTokenType.Null", "throw JsonError.Expected(ref reader, \"a value\")"));
        arms.Add(new UnionArm("_", any is null ? unknown : results[any.Case]));
        if (arms.All(arm => arm.Result != ReadObject))
            objects = [];
        return new UnionPlan(
            arms.DrainToImmutable(),
            [.. LookupOf("Objects", UnionObjects.Of(api, [.. objects.Select(leaf => leaf.Schema)], lenient)), .. LookupOf("Lists", lists.Objects)],
            [.. objects.Select((leaf, index) => new UnionArm(index.ToString(CultureInfo.InvariantCulture), results[leaf.Case]))]);
    }

    /// <summary>The condition that a value can be read, found out by trial.</summary>
    public static string CanRead(CSharpType type) => $"JsonPeek.CanRead<{type.Text}, {type.Codec}>(reader)";

    private static ImmutableArray<UnionLookup> LookupOf(string name, ImmutableArray<UnionObject> cases) => cases.IsEmpty ? [] : [new UnionLookup(name, cases)];

    /// <summary>Listed values first, then what a format tells, then any string.</summary>
    private static ImmutableArray<UnionArm> TextArms(ImmutableArray<UnionLeaf> leaves, TypeTable types, ImmutableArray<string> results)
    {
        var texts = leaves.Where(leaf => leaf.Schema.Shape is Shape.String or Shape.Enum { IsInteger: false }).ToList();
        if (texts.Select(leaf => leaf.Case).Distinct().Count() == 1)
            return [new UnionArm(AnyText, results[texts[0].Case])];
        var listed = texts.Where(leaf => leaf.Schema.Shape is Shape.Enum { IsOpen: false }).Select(leaf => new UnionArm(ListedPattern((Shape.Enum)leaf.Schema.Shape), results[leaf.Case]));
        var formatted = texts
            .Where(leaf => leaf.Schema.Shape is Shape.String && types[leaf.Schema.Id].Text != "string")
            .Select(leaf => new UnionArm($"JsonTokenType.String when {CanRead(types[leaf.Schema.Id])}", results[leaf.Case]));
        var plain = texts
            .Where(leaf => leaf.Schema.Shape is Shape.Enum { IsOpen: true } || (leaf.Schema.Shape is Shape.String && types[leaf.Schema.Id].Text == "string"))
            .Take(1)
            .Select(leaf => new UnionArm(AnyText, results[leaf.Case]));
        return [.. listed, .. formatted, .. plain];
    }

    private static string ListedPattern(Shape.Enum values)
    {
        var tests = values.Values.Select(value => $"JsonPeek.IsText(ref reader, {Literal.Utf8(EnumMembers.TextOf(value.Value))})").ToList();
        return $"JsonTokenType.String when {string.Join(" || ", tests)}";
    }

    private static ImmutableArray<UnionArm> NumberArms(ImmutableArray<UnionLeaf> leaves, ImmutableArray<string> results)
    {
        var whole = leaves.FirstOrDefault(leaf => leaf.Schema.Shape is Shape.Number { IsInteger: true } or Shape.Enum { IsInteger: true });
        var any = leaves.FirstOrDefault(leaf => leaf.Schema.Shape is Shape.Number { IsInteger: false });
        return (whole, any) switch
        {
            (null, null) => [],
            ({ } only, null) => [new UnionArm("JsonTokenType.Number", results[only.Case])],
            (null, { } only) => [new UnionArm("JsonTokenType.Number", results[only.Case])],
            ({ } first, { } second) =>
            [
                new UnionArm("JsonTokenType.Number when JsonPeek.IsWholeNumber(ref reader)", results[first.Case]),
                new UnionArm("JsonTokenType.Number", results[second.Case]),
            ],
        };
    }

    /// <summary>Numbers and booleans in quotes, which are taken for such where no text is a case.</summary>
    private static IEnumerable<UnionArm> QuotedArms(ImmutableArray<UnionLeaf> leaves, TypeTable types, ImmutableArray<string> results) => leaves
        .Where(leaf => ValueKinds.IsQuotable(leaf.Schema.Shape))
        .OrderBy(leaf => leaf.Schema.Shape is Shape.Number { IsInteger: false })
        .Select(leaf => new UnionArm($"JsonTokenType.String when {CanRead(types[leaf.Schema.Id])}", results[leaf.Case]));
}
