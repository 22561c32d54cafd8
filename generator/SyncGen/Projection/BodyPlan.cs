using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The one representation of a body that code is generated for.</summary>
/// <param name="Media">The representation.</param>
/// <param name="Kind">How it is read and written.</param>
/// <param name="Type">The C# type of the value, of each item for events and lines.</param>
/// <param name="IsNullable">Null is a value.</param>
/// <param name="MediaTypes">Every media type of the body that has this kind and schema, as the contract writes them.</param>
internal sealed record BodyPlan(MediaType Media, MediaKind Kind, CSharpType Type, bool IsNullable, ImmutableArray<string> MediaTypes)
{
    private static readonly CSharpType Text = new("string", "JsonString", false, []);
    private static readonly CSharpType Stream = new("Stream", "", false, ["System.IO"]);

    /// <summary>The type as a signature writes it.</summary>
    public string TypeText => Type.Annotated(IsNullable);

    /// <summary>The type arguments of a call that reads or writes it.</summary>
    public string TypeArguments => $"<{TypeText}, {Type.CodecOf(IsNullable)}>";

    /// <summary>Items come one by one.</summary>
    public bool IsSequence => Kind is MediaKind.Events or MediaKind.Lines;

    /// <summary>Text or a file of several or any media type: who gives it says which one it is.</summary>
    public bool HasOpenType => Kind is MediaKind.Stream or MediaKind.Text && (MediaTypes.Length > 1 || Media.Name.Contains('*', StringComparison.Ordinal));

    /// <summary>Data of events is text, not JSON.</summary>
    public bool IsPlain => Kind == MediaKind.Events && Type == Text;

    /// <summary>The media type that is sent.</summary>
    public string SentType => MediaKinds.Concrete(Media.Name, Kind);

    /// <summary>The preferred representation; null for a body that the contract gives no representation of.</summary>
    public static BodyPlan? Of(ApiModel api, TypeTable types, FreeFormJson freeForm, ImmutableArray<MediaType> content, bool isRequest)
    {
        if (content.IsEmpty)
            return null;
        var ranked = content.Select(media => (Media: media, Kind: KindOf(api, media, isRequest))).OrderBy(entry => Rank(entry.Kind, entry.Media.Name, isRequest));
        var (media, kind) = ranked.First();
        var names = content.Where(other => other == media || (KindOf(api, other, isRequest) == kind && (kind is MediaKind.Text or MediaKind.Stream || other.Schema == media.Schema)));
        var (type, isNullable) = TypeOf(api, isRequest ? types.Requests : types.Responses, freeForm, media, kind);
        return new BodyPlan(media, kind, type, isNullable, [.. names.Select(other => other.Name).Distinct()]);
    }

    private static MediaKind KindOf(ApiModel api, MediaType media, bool isRequest)
    {
        var kind = MediaKinds.Of(media.Name, MediaKinds.IsBinary(api, media.Schema));
        if (kind is MediaKind.Form or MediaKind.Multipart && (!isRequest || media.Schema is not { } id || MediaKinds.ShapeOf(api, id) is not Shape.Object))
            return MediaKind.Stream;
        return isRequest && kind is MediaKind.Events or MediaKind.Lines ? MediaKind.Stream : kind;
    }

    /// <summary>JSON first, plain application/json before its relatives; files last.</summary>
    private static int Rank(MediaKind kind, string name, bool isRequest) => kind switch
    {
        MediaKind.Json when name.StartsWith("application/json", StringComparison.Ordinal) => 0,
        MediaKind.Json => 1,
        MediaKind.Multipart => 2,
        MediaKind.Form => 3,
        MediaKind.Events => isRequest ? 9 : 4,
        MediaKind.Lines => isRequest ? 9 : 5,
        MediaKind.Text => 6,
        _ => 7,
    };

    private static (CSharpType Type, bool IsNullable) TypeOf(ApiModel api, TypeTable types, FreeFormJson freeForm, MediaType media, MediaKind kind)
    {
        if (kind is MediaKind.Text)
            return (Text, false);
        if (kind is MediaKind.Stream)
            return (Stream, false);
        if (kind == MediaKind.Events && (media.Schema is not { } data || MediaKinds.ShapeOf(api, data) is Shape.String))
            return (Text, false);
        if (media.Schema is not { } schema)
            return (FreeForm(freeForm), false);
        if (kind is MediaKind.Lines && MediaKinds.ShapeOf(api, schema) is Shape.Array array)
            schema = array.Items;
        return (types[schema], types.IsNullable(schema));
    }

    private static CSharpType FreeForm(FreeFormJson freeForm) => freeForm == FreeFormJson.Raw
        ? new CSharpType("RawJson", "JsonRaw", true, [])
        : new CSharpType("JsonElement", "JsonAny", true, ["System.Text.Json"]);
}
