using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Checks of an object's members.</summary>
internal static class ObjectChecks
{
    /// <param name="whole">Reads all that the schema of a member says.</param>
    /// <param name="beside">Reads all that another schema says of the same object.</param>
    /// <param name="oneWay">The names of properties that travel one way.</param>
    public static IEnumerable<SchemaCheck> Of(
        Location place,
        Coverage coverage,
        ContractReader reader,
        Func<Location, SchemaCheck> whole,
        Func<Location, SchemaCheck> beside,
        ImmutableDictionary<string, TravelWay> oneWay)
    {
        if (MembersOf(place, coverage, reader, whole) is { } members)
            yield return members;
        ImmutableArray<string> required = [.. SchemaPlaces.Texts(place, "required").Where(name => !coverage.Required.Contains(name))];
        foreach (var presence in RequiredOf(required, oneWay))
            yield return presence;
        if (!coverage.MemberCount && (SchemaPlaces.Count(place, "minProperties"), SchemaPlaces.Count(place, "maxProperties")) is var (least, most) && (least is > 0 || most is not null))
            yield return new SchemaCheck.MemberCount(least, most);
        if (!coverage.Names && place.Child("propertyNames") is { } names && whole(names) is var check and not SchemaCheck.Anything)
            yield return new SchemaCheck.Names(check);
        foreach (var (name, names2) in SchemaPlaces.Entries(reader, place, "dependentRequired"))
            yield return new SchemaCheck.Dependent(name, RequiredOf(names2, oneWay));
        foreach (var (name, schema) in SchemaPlaces.Entries(reader, place, "dependentSchemas"))
            yield return new SchemaCheck.Dependent(name, beside(schema));
        foreach (var (name, value) in SchemaPlaces.Entries(reader, place, "dependencies"))
            yield return new SchemaCheck.Dependent(name, value.Node is MappingNode or ScalarNode { Kind: ScalarKind.Boolean } ? beside(value) : RequiredOf(value, oneWay));
    }

    private static SchemaCheck RequiredOf(Location names, ImmutableDictionary<string, TravelWay> oneWay)
    {
        ImmutableArray<string> texts = names.Node is ScalarNode single ? [single.Text] : [.. names.Items().Select(item => item.Node).OfType<ScalarNode>().Select(name => name.Text)];
        return SchemaCheck.Unite(RequiredOf(texts, oneWay)) ?? new SchemaCheck.Anything();
    }

    private static IEnumerable<SchemaCheck> RequiredOf(ImmutableArray<string> names, ImmutableDictionary<string, TravelWay> oneWay) => names
        .GroupBy(name => oneWay.GetValueOrDefault(name, TravelWay.Both))
        .OrderBy(way => way.Key)
        .Select(way => new SchemaCheck.Required([.. way], way.Key));

    private static SchemaCheck.Members? MembersOf(Location place, Coverage coverage, ContractReader reader, Func<Location, SchemaCheck> whole)
    {
        var properties = SchemaPlaces.Entries(reader, place, "properties").ToList();
        var patterns = SchemaPlaces.Entries(reader, place, "patternProperties").ToList();
        var additional = place.Child("additionalProperties") is { Node: MappingNode or ScalarNode { Kind: ScalarKind.Boolean } } schema ? schema : (Location?)null;
        var asksPatterns = patterns.Count > 0 && !coverage.PatternProperties;
        // What a type settles counts by its name alone, where somebody asks which names are known.
        var asksAdditional = additional is not null && (!coverage.Properties || (asksPatterns && !SchemaPlaces.IsFalse(additional.Value)) || coverage.IsAskedForRest);
        var asksNames = !coverage.Properties || coverage.IsAskedForRest || asksAdditional;
        ImmutableArray<(string, SchemaCheck)> names =
        [
            .. properties
                .Select(property => (property.Name, Check: coverage.Properties && !SchemaPlaces.IsFalse(property.Location) ? new SchemaCheck.Anything() : whole(property.Location)))
                .Where(property => asksNames || property.Check is SchemaCheck.Never),
        ];
        ImmutableArray<(string, SchemaCheck)> byPattern = asksPatterns
            ? [.. patterns.Select(pattern => (pattern.Name, whole(pattern.Location)))]
            : coverage.IsAskedForRest || asksAdditional ? [.. patterns.Select(pattern => (pattern.Name, (SchemaCheck)new SchemaCheck.Anything()))] : [];
        var others = !asksAdditional ? null : coverage.Properties && !asksPatterns ? new SchemaCheck.Anything() : whole(additional!.Value);
        var saysNothing = names.All(name => name.Item2 is SchemaCheck.Anything) && byPattern.All(pattern => pattern.Item2 is SchemaCheck.Anything) && others is null or SchemaCheck.Anything;
        return saysNothing && !coverage.IsAskedForRest && !coverage.IsWhole || (names.IsEmpty && byPattern.IsEmpty && others is null) ? null : new SchemaCheck.Members(names, byPattern, others);
    }
}
