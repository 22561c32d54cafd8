namespace SyncGen.Projection;

/// <summary>A C# type as generated code writes it, without the mark of nullability, and the codec that reads and writes it.</summary>
/// <param name="Text">For example <c>IReadOnlyList&lt;long&gt;</c>.</param>
/// <param name="Codec">For example <c>JsonList&lt;long, JsonInt64&gt;</c>.</param>
/// <param name="IsValueType">Nullability is <c>Nullable&lt;T&gt;</c>, not an annotation.</param>
/// <param name="Usings">The namespaces that <see cref="Text"/> needs.</param>
/// <param name="CodecUsings">The namespaces that <see cref="Codec"/> needs beyond the API's own JSON namespace, those of <see cref="Text"/> included.</param>
internal sealed record CSharpType(
    string Text,
    string Codec,
    bool IsValueType,
    ImmutableArray<string> Usings,
    ImmutableArray<string> CodecUsings)
{
    /// <summary>The type with or without the question mark.</summary>
    public string Annotated(bool isNullable) => isNullable ? Text + "?" : Text;
}
