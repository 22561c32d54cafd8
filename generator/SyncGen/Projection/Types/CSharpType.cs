namespace SyncGen.Projection;

/// <summary>A C# type as generated code writes it, without the mark of nullability, and the codec that reads and writes it.</summary>
/// <param name="Text">For example <c>IReadOnlyList&lt;long&gt;</c>.</param>
/// <param name="Codec">For example <c>JsonList&lt;long, JsonInt64&gt;</c>; codecs stand in the API's JSON namespace.</param>
/// <param name="IsValueType">Nullability is <c>Nullable&lt;T&gt;</c>, not an annotation.</param>
internal sealed record CSharpType(string Text, string Codec, bool IsValueType)
{
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
}
