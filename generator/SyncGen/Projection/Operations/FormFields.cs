using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides how the properties of a form travel: by their shapes and by what the contract's <c>encoding</c> says.</summary>
internal static class FormFields
{
    private const string PlainText = "text/plain";

    /// <summary>How a property travels, and whether it is a value or a file.</summary>
    public static (ArgumentKind Kind, FormField Field) Of(ApiModel api, BodyPlan body, SchemaId schema, PropertyEncoding? encoding) =>
        body.Kind == MediaKind.Multipart ? PartOf(api, body.Media, schema, encoding) : (ArgumentKind.Field, FieldOf(api, schema, encoding));

    /// <summary>Says what the contract asks of a property and no code does.</summary>
    public static void Report(ApiModel api, BodyPlan body, SchemaId schema, ArgumentKind kind, FormField field, PropertyEncoding encoding, DiagnosticBag diagnostics)
    {
        if (field.Layout == FieldLayout.Styled)
            StyledForms.Report(api, schema, field, encoding, diagnostics);
        if (body.Kind != MediaKind.Multipart)
            return;
        if (kind != ArgumentKind.Field && FileKindOf(api, body.Media, schema, encoding.ContentTypes) is null)
            diagnostics.Report(ProjectionRules.PartNotWritten, encoding.Span, encoding.Property, string.Join(", ", encoding.ContentTypes));
        foreach (var header in HasHeaders(kind, field) ? [] : encoding.Headers)
            diagnostics.Report(header.IsRequired ? ProjectionRules.RequiredPartHeaderUnused : ProjectionRules.PartHeaderUnused, header.Span, header.Name, encoding.Property);
    }

    /// <summary>The headers that the contract declares can be given: of files, which carry them, and of a value that is one part.</summary>
    public static bool HasHeaders(ArgumentKind kind, FormField field) => kind != ArgumentKind.Field || field.Layout is FieldLayout.Text or FieldLayout.Json;

    /// <summary>Whether values of a schema, or lists of them, are files in a multipart body; null when they are none.</summary>
    public static ArgumentKind? FileKindOf(ApiModel api, MediaType media, SchemaId schema, ImmutableArray<string> contentTypes)
    {
        var shape = MediaKinds.ShapeOf(api, schema);
        if (IsFile(shape))
            return ArgumentKind.File;
        if (shape is Shape.Array array)
            return IsFile(MediaKinds.ShapeOf(api, array.Items)) ? ArgumentKind.Files : null;
        if (shape is not Shape.Union union)
            return null;
        var cases = union.Cases.Select(inner => FileKindOf(api, media, inner, contentTypes)).ToImmutableArray();
        return cases.Any(kind => kind is null) ? null
            : cases.Contains(ArgumentKind.Files) ? ArgumentKind.Files
            : ArgumentKind.File;

        bool IsFile(Shape value) => value switch
        {
            Shape.String { IsFile: true } => true,
            // Text cannot hold an image.
            Shape.String { Format: null, ContentEncoding: null } => KindOf(contentTypes) == MediaKind.Stream,
            Shape.Any { IsObject: false } => KindOf(contentTypes) is { } kind ? kind != MediaKind.Json : media.HasUntypedFiles,
            _ => false,
        };
    }

    private static FormField FieldOf(ApiModel api, SchemaId schema, PropertyEncoding? encoding)
    {
        var shape = MediaKinds.ShapeOf(api, schema);
        if (IsSimple(shape))
            return new FormField(FieldLayout.Text, null);
        if (encoding is { HasStyle: false } && KindOf(encoding.ContentTypes) == MediaKind.Json)
            return new FormField(FieldLayout.Json, null);
        if (shape is Shape.Array array && !IsSimple(MediaKinds.ShapeOf(api, array.Items)) && encoding is not ({ Style: not ParameterStyle.Form } or { IsExploded: false }))
            return new FormField(FieldLayout.JsonItems, null);
        return new FormField(FieldLayout.Styled, null, encoding?.Style ?? ParameterStyle.Form, encoding?.IsExploded ?? true);
    }

    private static (ArgumentKind Kind, FormField Field) PartOf(ApiModel api, MediaType media, SchemaId schema, PropertyEncoding? encoding)
    {
        var contentTypes = encoding?.ContentTypes ?? [];
        var shape = MediaKinds.ShapeOf(api, schema);
        var type = contentTypes.FirstOrDefault(name => !MediaKinds.IsRange(name)) ?? (contentTypes.IsEmpty ? DeclaredTypeOf(api, shape) : null);
        if (FileKindOf(api, media, schema, contentTypes) is { } files)
            return (files, new FormField(FieldLayout.Text, type) { FileTypes = FileTypesOf(contentTypes) });
        if (encoding is { HasStyle: true } && shape is (Shape.Array or Shape.Object or Shape.Map))
            return (ArgumentKind.Field, new FormField(FieldLayout.Styled, null, encoding.Style, encoding.IsExploded));
        var isJson = KindOf(contentTypes) == MediaKind.Json;
        if (isJson)
            return (ArgumentKind.Field, new FormField(FieldLayout.Json, type == "application/json" ? null : type));
        var text = contentTypes.Contains(PlainText) ? null : type;
        if (IsSimple(shape))
            return (ArgumentKind.Field, new FormField(FieldLayout.Text, text));
        if (KindOf(contentTypes) is null)
            return (ArgumentKind.Field, new FormField(shape is Shape.Array or Shape.Union or Shape.Any { IsObject: false } ? FieldLayout.Items : FieldLayout.Json, text ?? TypeOfNull(api, shape)) { IsSelfDescribing = text is null && shape is Shape.Union or Shape.Any { IsObject: false } });
        if (shape is Shape.Array list && IsSimple(MediaKinds.ShapeOf(api, list.Items)))
            return (ArgumentKind.Field, new FormField(FieldLayout.Items, text));
        return (shape is Shape.Array ? ArgumentKind.Files : ArgumentKind.File, new FormField(FieldLayout.Text, type) { FileTypes = FileTypesOf(contentTypes) });
    }

    /// <summary>Every file is a stream of bytes.</summary>
    private static ImmutableArray<string> FileTypesOf(ImmutableArray<string> contentTypes)
    {
        ImmutableArray<string> types = [.. contentTypes.Select(MediaKinds.EssenceOf).Distinct()];
        return types.Contains("*/*") || types.Contains("application/octet-stream") ? [] : types;
    }

    /// <summary>Objects are JSON whatever else is said; said of a list of them, it tells that null is JSON too.</summary>
    private static string? TypeOfNull(ApiModel api, Shape shape) =>
        shape is Shape.Array { Items: var items } && IsObject(MediaKinds.ShapeOf(api, items)) && (api[items].IsNullable || api.Resolve(items).IsNullable) ? "application/json" : null;

    /// <summary>What <c>contentMediaType</c> says of a value, or of each item of a list; null when it says nothing, or several things.</summary>
    private static string? DeclaredTypeOf(ApiModel api, Shape shape) => shape switch
    {
        Shape.String { ContentMediaType: { } type } when !MediaKinds.IsRange(type) => type,
        Shape.Array array => DeclaredTypeOf(api, MediaKinds.ShapeOf(api, array.Items)),
        Shape.Union union when union.Cases.Select(inner => DeclaredTypeOf(api, MediaKinds.ShapeOf(api, inner))).Distinct().ToArray() is [var type] => type,
        _ => null,
    };

    /// <summary>How the media types of an encoding are written; null when there are none, or any will do.</summary>
    private static MediaKind? KindOf(ImmutableArray<string> contentTypes) =>
        contentTypes.IsEmpty || contentTypes.Contains("*/*") ? null
        : contentTypes.Any(MediaKinds.IsJson) ? MediaKind.Json
        : MediaKinds.Of(contentTypes[0], isBinary: false);

    /// <summary>A text, number or boolean.</summary>
    public static bool IsSimple(Shape shape) => shape is Shape.String or Shape.Number or Shape.Boolean or Shape.Enum;

    /// <summary>A value with members.</summary>
    public static bool IsObject(Shape shape) => shape is Shape.Object or Shape.Map or Shape.Any { IsObject: true };
}
