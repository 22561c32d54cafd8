using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>How a representation is read and written.</summary>
internal enum MediaKind
{
    Json,
    Events,
    Lines,
    Form,
    Multipart,
    Text,
    Stream,
}

/// <summary>Tells media types apart.</summary>
internal static class MediaKinds
{
    /// <summary>How a media type is read and written; <paramref name="isBinary"/> when its schema says that it is a file.</summary>
    public static MediaKind Of(string mediaType, bool isBinary) => EssenceOf(mediaType) switch
    {
        "application/x-www-form-urlencoded" => MediaKind.Form,
        var name when name.StartsWith("multipart/", StringComparison.Ordinal) => MediaKind.Multipart,
        _ when isBinary => MediaKind.Stream,
        var name when MediaTypeNames.IsEvents(name) => MediaKind.Events,
        var name when MediaTypeNames.IsJsonSequence(name) => MediaKind.Lines,
        "application/json" or "text/json" or "*/*" or "application/*" => MediaKind.Json,
        var name when name.EndsWith("+json", StringComparison.Ordinal) => MediaKind.Json,
        "application/xml" or "application/javascript" or "application/yaml" or "application/x-yaml" or "application/graphql" => MediaKind.Text,
        var name when name.StartsWith("text/", StringComparison.Ordinal) || name.EndsWith("+xml", StringComparison.Ordinal) => MediaKind.Text,
        _ => MediaKind.Stream,
    };

    /// <summary>Whether values of the media type are JSON; false where no media type is given.</summary>
    public static bool IsJson(string? mediaType) => mediaType is not null && Of(mediaType, isBinary: false) == MediaKind.Json;

    /// <summary>The media type without its parameters.</summary>
    public static string EssenceOf(string mediaType) => MediaTypeNames.EssenceOf(mediaType);

    /// <summary>It stands for several media types: <c>image/*</c>.</summary>
    public static bool IsRange(string mediaType) => mediaType.Contains('*', StringComparison.Ordinal);

    /// <summary>What is sent under a range: <c>*/*</c> is sent as JSON.</summary>
    public static string Concrete(string mediaType, MediaKind kind) => (IsRange(mediaType), kind) switch
    {
        (false, _) => mediaType,
        (_, MediaKind.Json) => "application/json",
        (_, MediaKind.Text) => "text/plain",
        (_, MediaKind.Multipart) => "multipart/form-data",
        _ => "application/octet-stream",
    };

    /// <summary>Whether values of the schema are files.</summary>
    public static bool IsBinary(ApiModel api, SchemaId? schema) =>
        schema is { } id && ShapeOf(api, id) is Shape.String { IsFile: true } text && (text.Format == "binary" || Of(text.ContentMediaType!, isBinary: false) == MediaKind.Stream);

    /// <summary>The shape behind references.</summary>
    public static Shape ShapeOf(ApiModel api, SchemaId id)
    {
        var shape = api[id].Shape;
        for (var hops = 0; shape is Shape.Reference reference && hops < 1000; hops++)
            shape = api[reference.Target].Shape;
        return shape;
    }
}
