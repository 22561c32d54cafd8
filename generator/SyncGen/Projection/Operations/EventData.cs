using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>How the data of server-sent events is written: as JSON, as text, or as JSON in events of some types alone.</summary>
/// <param name="IsText">The data of events of other types is text.</param>
/// <param name="JsonEvents">The types of the events whose data is JSON beside others whose data is text.</param>
/// <param name="NeedsType">The contract requires the type, which an event need not carry: the HTML standard gives it one.</param>
internal sealed record EventData(bool IsText, ImmutableArray<string> JsonEvents, bool NeedsType)
{
    /// <summary>The further arguments of a call that reads such events.</summary>
    public string ReaderArguments => NeedsType ? Arguments + ", needsType: true" : Arguments;

    /// <summary>The further arguments of a call that writes such events.</summary>
    public string Arguments => !IsText ? "" : JsonEvents.IsEmpty ? ", isText: true" : $", isText: true, jsonEvents: {Literal.Texts(JsonEvents)}";

    /// <summary>Null for events that have no schema of their own, but their data has.</summary>
    public static EventData? Of(ApiModel api, MediaType media)
    {
        if (!EventSchemas.IsEvents(media))
            return null;
        var objects = EventSchemas.ObjectsOf(api, media.Schema!.Value).Where(item => item.Properties.Any(property => property.Name == EventSchemas.Data)).ToList();
        if (objects.Count == 0)
            return MediaKinds.ShapeOf(api, media.Schema.Value) is Shape.Object or Shape.Map or Shape.Union or Shape.Any ? new EventData(true, [], false) : null;
        var json = objects.Where(item => !HasText(api, item)).ToList();
        var needsType = objects.Any(item => item.Properties.Any(property => property.Name == EventSchemas.Type && property.IsRequired));
        return json.Count == objects.Count ? new EventData(false, [], needsType) : new EventData(true, [.. json.SelectMany(item => TypesOf(api, item)).Distinct()], needsType);
    }

    private static bool HasText(ApiModel api, Shape.Object item) =>
        MediaKinds.ShapeOf(api, item.Properties.First(property => property.Name == EventSchemas.Data).Schema) is Shape.String or Shape.Enum { IsInteger: false };

    private static IEnumerable<string> TypesOf(ApiModel api, Shape.Object item) =>
        item.Properties.FirstOrDefault(property => property.Name == EventSchemas.Type) is { } property && MediaKinds.ShapeOf(api, property.Schema) is Shape.Enum list
            ? list.Values.Select(value => EnumMembers.TextOf(value.Value))
            : [];
}
