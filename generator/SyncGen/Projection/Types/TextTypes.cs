using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The C# type of a text, by what the contract says about its content.</summary>
internal static class TextTypes
{
    private static readonly CSharpType Any = new("string", "JsonString", IsValueType: false);
    private static readonly CSharpType Base64 = new("byte[]", "JsonBase64", IsValueType: false);
    private static readonly CSharpType Base64Url = new("byte[]", "JsonBase64Url", IsValueType: false);
    private static readonly CSharpType DateTime = new("DateTimeOffset", "JsonDateTimeOffset", IsValueType: true);
    private static readonly CSharpType Date = new("DateOnly", "JsonDateOnly", IsValueType: true);
    private static readonly CSharpType Time = new("TimeOnly", "JsonTimeOnly", IsValueType: true);
    private static readonly CSharpType Duration = new("TimeSpan", "JsonTimeSpan", IsValueType: true);
    private static readonly CSharpType LenientTime = Time with { Codec = "JsonLenientTime" };
    private static readonly CSharpType LenientDateTime = DateTime with { Codec = "JsonLenientDateTime" };
    private static readonly CSharpType LenientDate = Date with { Codec = "JsonLenientDate" };
    private static readonly CSharpType Uuid = new("Guid", "JsonGuid", IsValueType: true);
    private static readonly CSharpType StrictUri = new("Uri", "JsonStrictUri", IsValueType: false);
    private static readonly CSharpType AbsoluteUri = new("Uri", "JsonAbsoluteUri", IsValueType: false);
    private static readonly CSharpType Uri = new("Uri", "JsonUri", IsValueType: false);

    /// <param name="style">A time has an offset (RFC 3339) and a duration has months: TimeOnly and TimeSpan would lose them, so both are text unless the user wants it otherwise.</param>
    public static CSharpType Of(Shape.String text, CodeStyle style) => (text.ContentEncoding, text.Format) switch
    {
        ("base64", _) or (null, "byte" or "binary") => Base64,
        ("base64url", _) or (null, "base64url") => Base64Url,
        (null, "date-time") => style.Lenient.HasFlag(Leniency.Times) ? LenientDateTime : DateTime,
        (null, "date") => style.Lenient.HasFlag(Leniency.Times) ? LenientDate : Date,
        (null, "time") when style.HasTimeTypes => style.Lenient.HasFlag(Leniency.Times) ? LenientTime : Time,
        (null, "duration") when style.HasTimeTypes => Duration,
        (null, "uuid" or "guid") => Uuid,
        (null, "uri") when style.ChecksFormats => StrictUri,
        (null, "uri" or "iri") => AbsoluteUri,
        (null, "url" or "uri-reference" or "iri-reference") => Uri,
        _ => Any,
    };

    /// <summary>The codec of a member that may be absent or null, where reading takes an empty text for no time; null for other types.</summary>
    public static string? CodecOfEmpty(CSharpType type, bool isNullable) =>
        type == LenientDateTime || type == LenientDate || type == LenientTime ? $"{(isNullable ? "JsonNullableTime" : "JsonOptionalTime")}<{type.Text}, {type.Codec}>" : null;
}
