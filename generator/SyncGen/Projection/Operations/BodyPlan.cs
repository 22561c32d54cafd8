using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>A representation of a body that code is generated for.</summary>
/// <param name="Media">The representation.</param>
/// <param name="Kind">How it is read and written.</param>
/// <param name="Type">The C# type of the value, of each item for events and lines.</param>
/// <param name="IsNullable">Null is a value.</param>
/// <param name="MediaTypes">Every media type of the body that has this kind and schema, as the contract writes them.</param>
internal sealed record BodyPlan(MediaType Media, MediaKind Kind, CSharpType Type, bool IsNullable, ImmutableArray<string> MediaTypes)
{
    private static readonly CSharpType Text = new("string", "JsonString", false);
    private static readonly CSharpType Stream = new("Stream", "", false);

    /// <summary>The type as a signature writes it.</summary>
    public string TypeText => Type.Annotated(IsNullable);

    /// <summary>The type that a client receives: a file comes with its name, media type and length.</summary>
    public string ReceivedType => Kind == MediaKind.Stream ? "FileResponse" : TypeText;

    /// <summary>The media types without parameters as literals, separated by commas.</summary>
    public string TypeLiterals => string.Join(", ", MediaTypes.Select(MediaKinds.EssenceOf).Distinct().Select(Literal.Text));

    /// <summary>The type arguments of a call that reads or writes it.</summary>
    public string TypeArguments => $"<{TypeText}, {Type.CodecOf(IsNullable)}>";

    /// <summary>One of the media types is a range.</summary>
    public bool HasRange => MediaTypes.Any(MediaKinds.IsRange);

    /// <summary>Items come one by one.</summary>
    public bool IsSequence => Kind is MediaKind.Events or MediaKind.Lines;

    /// <summary>The type of the whole.</summary>
    public CSharpType WholeType => IsSequence ? new CSharpType($"IAsyncEnumerable<{TypeText}>", Type.Codec, IsValueType: false) : Type;

    /// <summary>Text or a file of several or any media type: who gives it says which one it is.</summary>
    public bool HasOpenType => Kind is MediaKind.Stream or MediaKind.Text && (MediaTypes.Length > 1 || HasRange);

    /// <summary>How the data of events is written that have a type of their own; null for others, whose data has the type.</summary>
    public EventData? Data { get; init; }

    /// <summary>Data of events is text, not JSON.</summary>
    public bool IsPlain => Kind == MediaKind.Events && Data is null && Type == Text;

    /// <summary>What tells its value from those of other representations.</summary>
    public string ReadType => IsSequence ? $"{Kind} {TypeText}" : TypeText;

    /// <summary>The media type that is sent.</summary>
    public string SentType => MediaKinds.Concrete(Media.Name, Kind);

    /// <param name="types">Of the side that the body travels to.</param>
    /// <param name="names">The media types of the representation.</param>
    public static BodyPlan Of(ApiModel api, TypeTable types, CSharpType freeForm, MediaType media, MediaKind kind, ImmutableArray<string> names)
    {
        var (type, isNullable) = TypeOf(api, types, freeForm, media, kind);
        return new BodyPlan(media, kind, type, isNullable, names) { Data = kind == MediaKind.Events ? EventData.Of(api, media) : null };
    }

    private static (CSharpType Type, bool IsNullable) TypeOf(ApiModel api, TypeTable types, CSharpType freeForm, MediaType media, MediaKind kind)
    {
        if (kind is MediaKind.Text)
            return (Text, false);
        if (kind is MediaKind.Stream)
            return (Stream, false);
        if (kind == MediaKind.Events && EventData.Of(api, media) is null && (media.Schema is not { } data || MediaKinds.ShapeOf(api, data) is Shape.String))
            return (Text, false);
        if (media.Schema is not { } schema)
            return (freeForm, false);
        if (kind is MediaKind.Lines && !media.IsItem && MediaKinds.ShapeOf(api, schema) is Shape.Array array)
            schema = array.Items;
        return (types[schema], types.IsNullable(schema));
    }
}
