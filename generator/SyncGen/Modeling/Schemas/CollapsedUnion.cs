namespace SyncGen.Modeling;

/// <summary>Unions whose cases are all one simple type.</summary>
internal static class CollapsedUnion
{
    /// <summary>The one shape that holds every case's values; null when the cases differ in kind.</summary>
    public static Shape? TryShape(ImmutableArray<UnionCase> cases) =>
        cases.Any(unionCase => unionCase.Kind == CaseKind.Any) ? new Shape.Any(false)
        : cases.All(unionCase => unionCase.Kind == CaseKind.StringEnum) ? new Shape.Enum(false, UniteValues(cases))
        : cases.All(unionCase => unionCase.Kind == CaseKind.IntegerEnum) ? new Shape.Enum(true, UniteValues(cases))
        : cases.All(unionCase => unionCase.Kind == CaseKind.StringEnum || IsAnyText(unionCase)) && cases.Any(unionCase => unionCase.Kind == CaseKind.StringEnum)
            ? new Shape.Enum(false, UniteValues(cases)) { IsOpen = true }
        : cases.All(unionCase => unionCase.Kind is CaseKind.String or CaseKind.StringEnum) ? UniteStrings(cases)
        : cases.All(unionCase => unionCase.Kind is CaseKind.Number or CaseKind.IntegerEnum) ? UniteNumbers(cases)
        : cases.All(unionCase => unionCase.Kind == CaseKind.Object && IsFreeForm(unionCase.Keywords)) ? new Shape.Any(true)
        : cases.All(unionCase => unionCase.Kind == CaseKind.Boolean) ? new Shape.Boolean()
        : null;

    /// <summary>No member has a type, whatever else is said of them.</summary>
    private static bool IsFreeForm(SchemaKeywords keywords) =>
        keywords.Properties.IsEmpty && keywords.PatternProperties.IsEmpty && keywords.Additional is null && !keywords.IsClosed && keywords.Unions.IsEmpty;

    /// <summary>A text without format or limits.</summary>
    private static bool IsAnyText(UnionCase unionCase) =>
        unionCase.Kind == CaseKind.String && ScalarShaper.ShapeString(unionCase.Keywords) == new Shape.String(null, null, null, null, null);

    private static ImmutableArray<EnumValue> UniteValues(ImmutableArray<UnionCase> cases) =>
        [.. cases.SelectMany(unionCase => unionCase.Keywords.Values ?? []).DistinctBy(value => value.Value)];

    private static Shape.String UniteStrings(ImmutableArray<UnionCase> cases) => new(
        Common(cases, keywords => keywords.Format),
        Common(cases, keywords => keywords.ContentEncoding),
        Common(cases, keywords => keywords.MinLength),
        Common(cases, keywords => keywords.MaxLength),
        Common(cases, keywords => keywords.Pattern))
    {
        ContentMediaType = Common(cases, keywords => keywords.ContentMediaType)
            ?? (cases.Any(unionCase => unionCase.Kind == CaseKind.String && ScalarShaper.ShapeString(unionCase.Keywords).IsFile) ? "*/*" : null),
    };

    private static Shape.Number UniteNumbers(ImmutableArray<UnionCase> cases)
    {
        var minimum = Common(cases, keywords => keywords.Minimum is { } bound ? (bound.Text, bound.IsExclusive) : ((string, bool)?)null);
        var maximum = Common(cases, keywords => keywords.Maximum is { } bound ? (bound.Text, bound.IsExclusive) : ((string, bool)?)null);
        return new Shape.Number(
            cases.All(unionCase => TypeInference.TypesOf(unionCase.Keywords) == SchemaTypes.Integer),
            Common(cases, keywords => keywords.Format),
            minimum?.Item1,
            minimum?.Item2 ?? false,
            maximum?.Item1,
            maximum?.Item2 ?? false,
            Common(cases, keywords => keywords.MultipleOf));
    }

    /// <summary>What all cases say alike; null when they differ.</summary>
    private static T? Common<T>(ImmutableArray<UnionCase> cases, Func<SchemaKeywords, T> select)
    {
        var first = select(cases[0].Keywords);
        return cases.All(unionCase => EqualityComparer<T>.Default.Equals(select(unionCase.Keywords), first)) ? first : default;
    }
}
