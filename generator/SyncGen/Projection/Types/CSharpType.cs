using System.Collections.Frozen;

namespace SyncGen.Projection;

/// <summary>A C# type as generated code writes it, without the mark of nullability, and the codec that reads and writes it.</summary>
/// <param name="Text">For example <c>IReadOnlyList&lt;long&gt;</c>.</param>
/// <param name="Codec">For example <c>JsonList&lt;long, JsonInt64&gt;</c>; codecs stand in the API's JSON namespace.</param>
/// <param name="IsValueType">Nullability is <c>Nullable&lt;T&gt;</c>, not an annotation.</param>
internal sealed record CSharpType(string Text, string Codec, bool IsValueType)
{
    /// <summary>The codecs of values that the writer takes together with their name.</summary>
    private static readonly FrozenSet<string> ScalarCodecs = new[]
    {
        "JsonAbsoluteUri", "JsonBase64", "JsonBase64Url", "JsonBoolean", "JsonDateTimeOffset", "JsonDecimal", "JsonDouble", "JsonGuid", "JsonInt32", "JsonInt64", "JsonSingle",
        "JsonString", "JsonUInt64", "JsonUri",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>It is of the user's own, and nothing is known of it but its codec.</summary>
    public bool IsUsers { get; init; }

    /// <summary>The type with or without the question mark.</summary>
    public string Annotated(bool isNullable) => isNullable ? Text + "?" : Text;

    /// <summary>The codec of the type with or without the question mark.</summary>
    public string CodecOf(bool isNullable) => (isNullable, IsValueType) switch
    {
        (false, _) => Codec,
        (true, true) => $"JsonNullableValue<{Text}, {Codec}>",
        (true, false) => $"JsonNullable<{Text}, {Codec}>",
    };

    /// <summary>Whether a codec has a method that writes a property, name and value.</summary>
    public static bool WritesNames(string codec) => ScalarCodecs.Contains(codec) || codec.StartsWith("JsonListedText<", StringComparison.Ordinal);
}
