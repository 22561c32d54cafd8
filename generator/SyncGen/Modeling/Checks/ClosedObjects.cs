using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Tells whether a type settles <c>unevaluatedProperties</c>: where the schema and what it is made of declare all properties themselves.</summary>
internal static class ClosedObjects
{
    private const int MaximumDepth = 50;

    /// <summary>Keywords of a part that speak of properties which it does not declare.</summary>
    private static readonly ImmutableArray<string> Openings = ["additionalProperties", "patternProperties", "unevaluatedProperties", "$dynamicRef", "$recursiveRef"];

    public static bool IsSettled(ContractReader reader, Location place)
    {
        if (place.Child("additionalProperties") is not null || place.Child("$dynamicRef") is not null || place.Child("$recursiveRef") is not null)
            return false;
        var declared = SchemaPlaces.Entries(reader, place, "properties").Select(property => property.Name).ToHashSet(StringComparer.Ordinal);
        return !PartsOf(reader, place).Any(part => SpeaksOfMore(reader, part, null, MaximumDepth)) && !ApplicatorsOf(reader, place).Any(part => SpeaksOfMore(reader, part, declared, MaximumDepth));
    }

    /// <param name="declared">The only properties that the part may speak of; null where the type has those of the part, too.</param>
    private static bool SpeaksOfMore(ContractReader reader, Location place, HashSet<string>? declared, int depth) =>
        depth == 0
        || Openings.Any(name => place.Child(name) is not null)
        || (declared is not null && SchemaPlaces.Entries(reader, place, "properties").Any(property => !declared.Contains(property.Name)))
        || (declared is null && ApplicatorsOf(reader, place).Any())
        || PartsOf(reader, place).Concat(ApplicatorsOf(reader, place)).Any(part => SpeaksOfMore(reader, part, declared, depth - 1));

    /// <summary>Schemas of which the type has the properties.</summary>
    private static IEnumerable<Location> PartsOf(ContractReader reader, Location place)
    {
        var parts = SchemaPlaces.Items(reader, place, "allOf").Concat(SchemaPlaces.Items(reader, place, "oneOf"));
        return reader.TargetOf(place) is { } target ? parts.Prepend(target) : parts;
    }

    /// <summary>Schemas that hold where others do, so that a value may have the properties of several.</summary>
    private static IEnumerable<Location> ApplicatorsOf(ContractReader reader, Location place) =>
    [
        .. SchemaPlaces.Items(reader, place, "anyOf"),
        .. ((IEnumerable<string>)["if", "then", "else"]).Select(name => place.Child(name)).OfType<Location>(),
        .. SchemaPlaces.Entries(reader, place, "dependentSchemas").Concat(SchemaPlaces.Entries(reader, place, "dependencies")).Select(entry => entry.Location),
    ];
}
