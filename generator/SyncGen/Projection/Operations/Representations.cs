using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides which representations of a body code is generated for.</summary>
internal static class Representations
{
    /// <summary>The preferred one, then those beside it that have code, best first; none for a body that the contract gives no representation of.</summary>
    public static ImmutableArray<BodyPlan> Of(ApiModel api, TypeTable types, CSharpType freeForm, ImmutableArray<MediaType> content, bool isRequest)
    {
        var plans = ImmutableArray.CreateBuilder<BodyPlan>();
        ImmutableArray<Representation> open = [.. content.Select(media => new Representation(media, KindOf(api, media, isRequest)))];
        while (!open.IsEmpty)
        {
            var first = open.MinBy(other => Rank(other, isRequest))!;
            var together = open.Where(other => other == first || IsSame(api, types, first, other)).ToImmutableArray();
            plans.Add(BodyPlan.Of(api, isRequest ? types.Requests : types.Responses, freeForm, first.Media, first.Kind, [.. together.Select(other => other.Media.Name).Distinct()]));
            // A server tells a range from certain types, but not from another range, nor a second kind of JSON from the first beside one.
            var takesRanges = !plans.Any(plan => plan.HasRange) && plans.Count(plan => plan.Kind == MediaKind.Json) < 2;
            open =
            [
                .. open
                    .Where(other => !together.Contains(other) && !IsSpokenFor(api, types, first, other))
                    .Where(other => !other.IsRange || (isRequest ? takesRanges : !plans.Any(plan => IsCovered(plan, other.Media))))
                    // What stands beside JSON under a range is anything but JSON.
                    .Select(other => other.IsRange && other.Kind == MediaKind.Json ? other with { Kind = MediaKind.Stream } : other)
                    .Where(other => HasCode(api, other)),
            ];
        }

        return plans.DrainToImmutable();
    }

    private static MediaKind KindOf(ApiModel api, MediaType media, bool isRequest)
    {
        var kind = MediaKinds.Of(media.Name, MediaKinds.IsBinary(api, media.Schema));
        if (kind is MediaKind.Form or MediaKind.Multipart && !isRequest)
            return MediaKind.Stream;
        // A form that is a text is written by the caller, and a list has no names.
        if (kind == MediaKind.Form && media.Schema is { } id && MediaKinds.ShapeOf(api, id) is var shape and not (Shape.Object or Shape.Map or Shape.Union or Shape.Any))
            return FormFields.IsSimple(shape) ? MediaKind.Text : MediaKind.Stream;
        // The text of all items together.
        if (kind == MediaKind.Lines && media is { IsItem: false, Schema: { } text } && MediaKinds.ShapeOf(api, text) is Shape.String)
            return MediaKind.Text;
        return isRequest && (kind == MediaKind.Events || (kind == MediaKind.Lines && media.Schema is null)) ? MediaKind.Stream : kind;
    }

    /// <summary>JSON first, plain application/json before its relatives; files last.</summary>
    private static int Rank(Representation representation, bool isRequest) => representation.Kind switch
    {
        MediaKind.Json when representation.Media.Name.StartsWith("application/json", StringComparison.Ordinal) => 0,
        MediaKind.Json => 1,
        MediaKind.Multipart => 2,
        MediaKind.Form => 3,
        MediaKind.Events => isRequest ? 9 : 4,
        MediaKind.Lines => isRequest ? 9 : 5,
        MediaKind.Text => 6,
        _ => 7,
    };

    /// <summary>The same code reads and writes both.</summary>
    private static bool IsSame(ApiModel api, TypeTable types, Representation first, Representation other) => (first.Kind, other.Kind) switch
    {
        (MediaKind.Text, MediaKind.Text) or (MediaKind.Stream, MediaKind.Stream) => true,
        (MediaKind.Multipart, MediaKind.Form) => HaveOneSchema(api, types, first, other) && IsPlainForm(api, other.Media),
        var (kind, otherKind) => kind == otherKind && HaveOneSchema(api, types, first, other),
    };

    /// <summary>Every field is a text of its own, which both kinds of form carry alike.</summary>
    private static bool IsPlainForm(ApiModel api, MediaType media) =>
        media.Encodings.IsEmpty
        && media.Schema is { } schema
        && MediaKinds.ShapeOf(api, schema) is Shape.Object { Base: null, Additional: null } form
        && form.Properties.All(property => FormFields.FileKindOf(api, media, property.Schema, []) is null && MediaKinds.ShapeOf(api, property.Schema) is Shape.String or Shape.Number or Shape.Boolean or Shape.Enum);

    /// <summary>Fields that are objects or files belong to multipart forms: the same form without parts has no code of its own.</summary>
    private static bool IsSpokenFor(ApiModel api, TypeTable types, Representation first, Representation other) =>
        (first.Kind, other.Kind) == (MediaKind.Multipart, MediaKind.Form) && HaveOneSchema(api, types, first, other);

    private static bool HaveOneSchema(ApiModel api, TypeTable types, Representation first, Representation other) =>
        EqualSchemas.AreEqual(api, types, first.Media.Schema, other.Media.Schema);

    /// <summary>The code beside the preferred one: an object as XML, YAML or in some format of its own has none.</summary>
    private static bool HasCode(ApiModel api, Representation representation) => representation.Kind switch
    {
        MediaKind.Text when IsXml(representation.Media.Name) => false,
        MediaKind.Text or MediaKind.Stream =>
            representation.Media.Schema is not { } schema || MediaKinds.ShapeOf(api, schema) is Shape.String or Shape.Enum { IsInteger: false } or Shape.Any { IsObject: false },
        _ => true,
    };

    /// <summary>A client would take the one for the other.</summary>
    private static bool IsCovered(BodyPlan plan, MediaType range)
    {
        var prefix = range.Name[..range.Name.IndexOf('*', StringComparison.Ordinal)];
        return plan.MediaTypes.Any(type => type.StartsWith(prefix, StringComparison.Ordinal));
    }

    private static bool IsXml(string mediaType) =>
        MediaKinds.EssenceOf(mediaType) is "application/xml" or "text/xml" || MediaKinds.EssenceOf(mediaType).EndsWith("+xml", StringComparison.Ordinal);

    private sealed record Representation(MediaType Media, MediaKind Kind)
    {
        public bool IsRange => MediaKinds.IsRange(Media.Name);
    }
}
