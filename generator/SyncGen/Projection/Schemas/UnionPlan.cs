using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>How a union without a discriminator is read: by the kind of JSON value, then by what the objects hold.</summary>
/// <param name="Arms">Tried in order.</param>
/// <param name="Objects">The kinds of object, when there are several.</param>
/// <param name="ObjectArms">The position of each in <see cref="Objects"/> and what it is read as.</param>
internal sealed record UnionPlan(ImmutableArray<UnionArm> Arms, ImmutableArray<UnionObject> Objects, ImmutableArray<UnionArm> ObjectArms)
{
    public static UnionPlan Empty { get; } = new([], [], []);

    /// <param name="results">What each case is read as.</param>
    public static UnionPlan Of(Shape.Union union, ApiModel api, TypeTable types, ImmutableArray<string> results)
    {
        var leaves = UnionLeaf.Of(api, union);
        var arms = ImmutableArray.CreateBuilder<UnionArm>();
        arms.AddRange(TextArms(leaves, types, results).AsSpan());
        arms.AddRange(NumberArms(leaves, results).AsSpan());
        if (leaves.FirstOrDefault(leaf => leaf.Schema.Shape is Shape.Boolean) is { } boolean)
            arms.Add(new UnionArm("JsonTokenType.True or JsonTokenType.False", results[boolean.Case]));
        arms.AddRange(ArrayArms(leaves, types, results).AsSpan());
        var objects = leaves.Where(leaf => leaf.IsObject).ToImmutableArray();
        if (objects.Select(leaf => leaf.Case).Distinct().Count() == 1)
            arms.Add(new UnionArm("JsonTokenType.StartObject", results[objects[0].Case]));
        else if (objects.Length > 1)
            arms.Add(new UnionArm("JsonTokenType.StartObject", "ReadObject(ref reader)"));
        if (leaves.FirstOrDefault(leaf => leaf.Schema.Shape is Shape.Any { IsObject: false }) is { } any)
            arms.Add(new UnionArm("not JsonTokenType.Null", results[any.Case]));
        if (arms.All(arm => arm.Result != "ReadObject(ref reader)"))
            return new UnionPlan(arms.DrainToImmutable(), [], []);
        return new UnionPlan(
            arms.DrainToImmutable(),
            UnionObjects.Of(api, objects),
            [.. objects.Select((leaf, index) => new UnionArm(index.ToString(System.Globalization.CultureInfo.InvariantCulture), results[leaf.Case]))]);
    }

    /// <summary>Listed values first, then what a format tells, then any string.</summary>
    private static ImmutableArray<UnionArm> TextArms(ImmutableArray<UnionLeaf> leaves, TypeTable types, ImmutableArray<string> results)
    {
        var texts = leaves.Where(leaf => leaf.Schema.Shape is Shape.String or Shape.Enum { IsInteger: false }).ToList();
        if (texts.Select(leaf => leaf.Case).Distinct().Count() == 1)
            return [new UnionArm("JsonTokenType.String", results[texts[0].Case])];
        var listed = texts.Where(leaf => leaf.Schema.Shape is Shape.Enum { IsOpen: false }).Select(leaf => new UnionArm(ListedPattern((Shape.Enum)leaf.Schema.Shape), results[leaf.Case]));
        var formatted = texts
            .Where(leaf => leaf.Schema.Shape is Shape.String && types[leaf.Schema.Id].Text != "string")
            .Select(leaf => new UnionArm($"JsonTokenType.String when {CanRead(types[leaf.Schema.Id])}", results[leaf.Case]));
        var plain = texts
            .Where(leaf => leaf.Schema.Shape is Shape.Enum { IsOpen: true } || (leaf.Schema.Shape is Shape.String && types[leaf.Schema.Id].Text == "string"))
            .Take(1)
            .Select(leaf => new UnionArm("JsonTokenType.String", results[leaf.Case]));
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

    private static ImmutableArray<UnionArm> ArrayArms(ImmutableArray<UnionLeaf> leaves, TypeTable types, ImmutableArray<string> results)
    {
        var arrays = leaves.Where(leaf => leaf.Schema.Shape is Shape.Array).DistinctBy(leaf => leaf.Case).ToList();
        return
        [
            .. arrays.Select((leaf, index) => index == arrays.Count - 1
                ? new UnionArm("JsonTokenType.StartArray", results[leaf.Case])
                : new UnionArm($"JsonTokenType.StartArray when {CanRead(types[leaf.Schema.Id])}", results[leaf.Case])),
        ];
    }

    private static string CanRead(CSharpType type) => $"JsonPeek.CanRead<{type.Text}, {type.Codec}>(reader)";
}
