using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Checks of a list's items.</summary>
internal static class ArrayChecks
{
    /// <param name="whole">Reads all that the schema of an item says.</param>
    public static IEnumerable<SchemaCheck> Of(Location place, Coverage coverage, ContractReader reader, Func<Location, SchemaCheck> whole)
    {
        var (first, rest) = PlacesOf(place, reader);
        if (!first.IsEmpty || rest is not null)
        {
            if (!coverage.Items || !first.IsEmpty || (rest is { } never && SchemaPlaces.IsFalse(never)))
                yield return new SchemaCheck.Items([.. first.Select(whole)], rest is { } behind ? whole(behind) : null);
            else if (coverage.IsAskedForRest)
                yield return new SchemaCheck.Items([], new SchemaCheck.Anything());
        }

        if ((!coverage.Contains || coverage.IsAskedForRest) && place.Child("contains") is { } contains)
            yield return new SchemaCheck.Contains(whole(contains), SchemaPlaces.Count(place, "minContains") ?? 1, SchemaPlaces.Count(place, "maxContains"));
        if (coverage.Lists)
            yield break;
        if ((SchemaPlaces.Count(place, "minItems"), SchemaPlaces.Count(place, "maxItems")) is var (least, most) && (least is > 0 || most is not null))
            yield return new SchemaCheck.ItemCount(least, most);
        if (SchemaPlaces.IsTrue(place, "uniqueItems"))
            yield return new SchemaCheck.Unique();
    }

    /// <summary>The schemas of the first items and of those behind them. Before 2020-12 a list in items is what prefixItems is now, and additionalItems what items is.</summary>
    public static (ImmutableArray<Location> First, Location? Others) PlacesOf(Location place, ContractReader reader)
    {
        var items = place.Child("items");
        if (items is { Node: SequenceNode })
            return ([.. items.Value.Items()], SchemaOf(place.Child("additionalItems")));
        return ([.. SchemaPlaces.Items(reader, place, "prefixItems")], SchemaOf(items));
    }

    private static Location? SchemaOf(Location? place) => place is { Node: MappingNode or ScalarNode { Kind: ScalarKind.Boolean } } ? place : null;
}
