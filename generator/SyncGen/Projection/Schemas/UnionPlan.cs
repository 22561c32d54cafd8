using System.Globalization;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>How a union without a discriminator is read: by the kind of JSON value, then by what the objects hold.</summary>
/// <param name="Arms">Tried in order.</param>
/// <param name="Lookups">The kinds of object, when there are several, and those in lists.</param>
/// <param name="ObjectArms">The position of each kind of object and what it is read as.</param>
/// <param name="Other">What a value is read as that is none of these.</param>
internal sealed record UnionPlan(ImmutableArray<UnionArm> Arms, ImmutableArray<UnionLookup> Lookups, ImmutableArray<UnionArm> ObjectArms, string Other)
{
    private const string AnyText = "JsonTokenType.String";
    private const string Trial = "JsonPeek.CanRead";
    private const string ReadObject = "ReadObject(ref reader)";

    /// <summary>The plan of a union whose discriminator tells its cases.</summary>
    public static UnionPlan Told(string other) => new([], [], [], other);

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
        if (arms.All(arm => arm.Result != ReadObject))
            objects = [];
        var objectArms = objects.Select((leaf, index) => new UnionArm(index.ToString(CultureInfo.InvariantCulture), results[leaf.Case]));
        var any = leaves.FirstOrDefault(leaf => leaf.Schema.Shape is Shape.Any { IsObject: false });
        var other = any is null ? unknown : results[any.Case];
        if (any is not null)
        {
            var typeOf = union.Cases.Select((@case, index) => (Result: results[index], Type: types[@case])).DistinctBy(item => item.Result).ToDictionary(item => item.Result, item => item.Type, StringComparer.Ordinal);
            objectArms = objectArms.Select(arm => IfReadable(arm, typeOf[arm.Result]));
            for (var index = 0; index < arms.Count; index++)
                arms[index] = typeOf.TryGetValue(arms[index].Result, out var type) ? IfReadable(arms[index], type) : arms[index];
        }

        arms.Add(new UnionArm("JsonTokenType.Null", "throw JsonError.Expected(ref reader, \"a value\")"));
        arms.Add(new UnionArm("_", other));
        return new UnionPlan(
            arms.DrainToImmutable(),
            [.. LookupOf("Objects", UnionObjects.Of(api, [.. objects.Select(leaf => leaf.Schema)], lenient)), .. LookupOf("Lists", lists.Objects)],
            [.. objectArms],
            other);
    }

    /// <summary>Beside a case that takes any value, no other one takes what it cannot read.</summary>
    private static UnionArm IfReadable(UnionArm arm, CSharpType type) =>
        type.Text is "string" or "bool" || arm.Pattern.Contains(Trial, StringComparison.Ordinal) || arm.Pattern.Contains("IsText(", StringComparison.Ordinal)
            ? arm
            : arm with { Pattern = $"{arm.Pattern} {(arm.Pattern.Contains(" when ", StringComparison.Ordinal) ? "&&" : "when")} {CanRead(type)}" };

    /// <summary>The condition that a value can be read, found out by trial.</summary>
    public static string CanRead(CSharpType type) => $"{Trial}<{type.Text}, {type.Codec}>(reader)";

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
