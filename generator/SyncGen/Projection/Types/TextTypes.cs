using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>The C# type of a text, by what the contract says about its content.</summary>
internal static class TextTypes
{
    private static readonly CSharpType Any = new("string", "JsonString", IsValueType: false, []);
    private static readonly CSharpType Base64 = new("byte[]", "JsonBase64", IsValueType: false, []);
    private static readonly CSharpType Base64Url = new("byte[]", "JsonBase64Url", IsValueType: false, []);
    private static readonly CSharpType DateTime = new("DateTimeOffset", "JsonDateTimeOffset", IsValueType: true, ["System"]);
    private static readonly CSharpType Date = new("DateOnly", "JsonDateOnly", IsValueType: true, ["System"]);
    private static readonly CSharpType Uuid = new("Guid", "JsonGuid", IsValueType: true, ["System"]);
    private static readonly CSharpType Uri = new("Uri", "JsonUri", IsValueType: false, ["System"]);

    // A time has an offset (RFC 3339) and a duration has months: TimeOnly and TimeSpan would lose them, so both stay text.
    public static CSharpType Of(Shape.String text) => (text.ContentEncoding, text.Format) switch
    {
        ("base64", _) or (null, "byte" or "binary") => Base64,
        ("base64url", _) or (null, "base64url") => Base64Url,
        (null, "date-time") => DateTime,
        (null, "date") => Date,
        (null, "uuid" or "guid") => Uuid,
        (null, "uri" or "url" or "uri-reference" or "iri" or "iri-reference") => Uri,
        _ => Any,
    };
}
