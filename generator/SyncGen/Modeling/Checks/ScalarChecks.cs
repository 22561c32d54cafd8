using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Checks of a value's kind, of listed values, of texts and of numbers.</summary>
internal static class ScalarChecks
{
    public static IEnumerable<SchemaCheck> Of(Location place, Coverage coverage)
    {
        var types = TypesOf(place);
        if (!coverage.Kinds && types != SchemaTypes.None)
            yield return new SchemaCheck.Kinds(types);
        if (!coverage.Listed && ListedOf(place, types) is { IsEmpty: false } values)
            yield return new SchemaCheck.Listed(values);
        if (!coverage.Texts && (SchemaPlaces.Count(place, "minLength"), SchemaPlaces.Count(place, "maxLength")) is var (least, most) && (least is > 0 || most is not null))
            yield return new SchemaCheck.Length(least, most);
        if (!coverage.Patterns && place.Child("pattern") is { Node: ScalarNode { Kind: not ScalarKind.Null } pattern })
            yield return new SchemaCheck.Pattern(pattern.Text);
        if (coverage.IsWhole && place.Child("format") is { Node: ScalarNode } && types is SchemaTypes.None or SchemaTypes.String)
            yield return new SchemaCheck.Unknown();
        if (!coverage.Bounds)
        {
            foreach (var bound in BoundsOf(place))
                yield return bound;
        }

        if (!coverage.Multiples && SchemaPlaces.Number(place, "multipleOf") is { } divisor && !JsonNumber.IsNegative(divisor) && !JsonNumber.IsZero(divisor))
            yield return new SchemaCheck.MultipleOf(divisor);
    }

    /// <summary>The types that the schema names; none where it names none that is known.</summary>
    public static SchemaTypes TypesOf(Location place)
    {
        var names = place.Child("type") is not { } type ? [] : type.Node is SequenceNode ? type.Items().Select(item => item.Node) : [type.Node];
        var types = SchemaTypes.None;
        foreach (var node in names)
        {
            if (node is not ScalarNode scalar || scalar.Text == "file")
                return SchemaTypes.None;
            var one = scalar.Kind == ScalarKind.Null ? SchemaTypes.Null : SchemaTypeSets.Parse(scalar.Text);
            if (one == SchemaTypes.None)
                return SchemaTypeSets.Guess(scalar.Text)?.Types ?? SchemaTypes.None;
            types |= one;
        }

        return place.Child("type") is { Node: ScalarNode { Kind: ScalarKind.Null } } ? SchemaTypes.None : types;
    }

    /// <summary>The values that are allowed; none where any is.</summary>
    public static ImmutableArray<JsonValue> ListedOf(Location place, SchemaTypes types)
    {
        IEnumerable<Location> places = place.Child("const") is { } constant ? [constant] : place.Child("enum")?.Items() ?? [];
        var simple = SchemaTypeSets.Simplify(types);
        return [.. places.Select(item => EnumReader.ConvertValue(item.Node, simple) ?? JsonValueReader.Read(item.Node)).Distinct()];
    }

    private static IEnumerable<SchemaCheck> BoundsOf(Location place)
    {
        foreach (var (name, exclusiveName, isLower) in (IEnumerable<(string, string, bool)>)[("minimum", "exclusiveMinimum", true), ("maximum", "exclusiveMaximum", false)])
        {
            if (SchemaPlaces.Number(place, name) is { } bound)
                yield return new SchemaCheck.Bound(bound, isLower, SchemaPlaces.IsTrue(place, exclusiveName));
            if (SchemaPlaces.Number(place, exclusiveName) is { } strict)
                yield return new SchemaCheck.Bound(strict, isLower, IsExclusive: true);
        }
    }
}
