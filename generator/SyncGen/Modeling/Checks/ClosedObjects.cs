using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Tells whether a type settles <c>unevaluatedProperties</c>: where the schema and what it is made of declare all properties themselves.</summary>
internal static class ClosedObjects
{
    private const int MaximumDepth = 50;

    /// <summary>Keywords by which a schema may speak of other properties than it and its parts declare.</summary>
    private static readonly ImmutableArray<string> Applicators = ["anyOf", "if", "then", "else", "dependentSchemas", "dependencies", "$dynamicRef", "$recursiveRef"];

    /// <summary>Keywords of a part that speak of properties which it does not declare.</summary>
    private static readonly ImmutableArray<string> Openings = ["additionalProperties", "patternProperties", "unevaluatedProperties"];

    public static bool IsSettled(ContractReader reader, Location place) =>
        place.Child("additionalProperties") is null && !SpeaksOfMore(reader, place, MaximumDepth, isPart: false);

    private static bool SpeaksOfMore(ContractReader reader, Location place, int depth, bool isPart) =>
        depth == 0
        || Applicators.Any(name => place.Child(name) is not null)
        || (isPart && Openings.Any(name => place.Child(name) is not null))
        || (reader.TargetOf(place) is { } target && SpeaksOfMore(reader, target, depth - 1, isPart: true))
        || SchemaPlaces.Items(reader, place, "allOf").Concat(SchemaPlaces.Items(reader, place, "oneOf")).Any(part => SpeaksOfMore(reader, part, depth - 1, isPart: true));
}
