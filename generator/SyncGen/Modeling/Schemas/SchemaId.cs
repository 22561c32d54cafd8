using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>The identity of a schema: real file and JSON pointer. Schemas point at each other by it, never by object.</summary>
internal readonly record struct SchemaId(string File, JsonPointer Pointer)
{
    public override string ToString() => $"{File}#{Pointer}";
}
