using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Collects the schemas that the one being shaped needs.</summary>
/// <param name="made">The schemas made of several places so far, by those places: what recursive schemas make together ends there.</param>
internal sealed class SchemaScope(SchemaSource source, Dictionary<string, SchemaId> made)
{
    /// <summary>Where contracts constrain members twice, level below level, the last word counts from here on.</summary>
    public const int MaximumDepth = 8;

    private readonly HashSet<RawUnion> _merged = [];

    public SchemaSource Source { get; } = source;

    /// <summary>The schemas that stand inside, in contract order.</summary>
    public List<SchemaSource> Inline { get; } = [];

    /// <summary>The schemas elsewhere that are referred to.</summary>
    public List<SchemaSource> Reached { get; } = [];

    public bool IsTooDeep => Source.Depth >= MaximumDepth;

    /// <summary>Something that the contract says is left out because it is too deep.</summary>
    public bool LeavesOut { get; private set; }

    public SchemaId Child(Location place) => Add(SchemaSource.Of(place));

    /// <summary>The schema of a part that all these places speak of.</summary>
    /// <param name="places">At least one.</param>
    /// <param name="part">Pointer below this schema of what they speak of, such as <c>properties/name</c>.</param>
    public SchemaId Child(ImmutableArray<Location> places, params ReadOnlySpan<string> part)
    {
        if (IsTooDeep && places.Length > 1)
            LeaveOut();
        if (places.Length == 1 || IsTooDeep)
            return Child(places[^1]);
        var key = string.Join('\n', places.Select(SchemaReader.IdOf));
        if (made.TryGetValue(key, out var known))
            return known;
        var id = Derive(Below(part), places, null);
        made.Add(key, id);
        return id;
    }

    /// <summary>Takes in mind that a union has one case only, which is merged into the schema.</summary>
    public void Merge(RawUnion union) => _merged.Add(union);

    public bool IsMerged(RawUnion union) => _merged.Contains(union);

    public void LeaveOut() => LeavesOut = true;

    /// <summary>A pointer that no written schema has: none stands right below allOf by a name.</summary>
    public JsonPointer Below(params ReadOnlySpan<string> part)
    {
        var pointer = Source.Id.Pointer.Child("allOf");
        foreach (var segment in part)
            pointer = pointer.Child(segment);
        return pointer;
    }

    /// <summary>A schema that is written nowhere.</summary>
    public SchemaId Derive(JsonPointer pointer, ImmutableArray<Location> places, SchemaKeywords? beside) =>
        Add(new SchemaSource(new SchemaId(Source.Id.File, pointer), Source.Span, places, beside, Source.Depth + 1));

    /// <summary>What a schema that others extend is itself, beside those.</summary>
    public SchemaId BaseOf(Location place) => Add(new SchemaSource(
        new SchemaId(place.Document.File.Path, place.Pointer.Child("allOf").Child("base")),
        place.Node.Span,
        [place],
        null,
        1));

    /// <summary>What this schema says of one of its types.</summary>
    public SchemaId OfType(SchemaTypes type)
    {
        var pointer = Source.Id.Pointer.Child("type").Child(type.ToString().ToLowerInvariant());
        return Add(Source with { Id = new SchemaId(Source.Id.File, pointer), Depth = Source.Depth + 1, OnlyType = type });
    }

    public SchemaId Reach(Location place)
    {
        var target = SchemaSource.Of(place);
        Reached.Add(target);
        return target.Id;
    }

    private SchemaId Add(SchemaSource child)
    {
        Inline.Add(child);
        return child.Id;
    }
}
