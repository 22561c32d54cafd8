using SyncGen.Documents;

namespace SyncGen.Modeling;

/// <summary>Reads what a contract says of itself and of all its operations.</summary>
internal static class EntryReader
{
    public static ApiDocument Read(ContractReader reader, ServerReader servers, Location root, Dialect dialect)
    {
        var isSchema = dialect == Dialect.JsonSchema;
        var about = isSchema ? null : reader.Section(root, "info");
        return new ApiDocument(
            root.Document.File.Path,
            root.Node.Span,
            about is { } titled ? reader.Words(titled, "title") : null,
            about is { } versioned ? reader.Words(versioned, "version") : null,
            about is { } described ? reader.Words(described, "description") : null,
            isSchema ? [] : servers.ReadDocument(root, dialect),
            isSchema ? [] : [.. ReadTags(reader, root)]);
    }

    public static EntryDocument ReadEntry(ContractReader reader, SecurityReader security, Location root, Dialect dialect, int index)
    {
        var isSwagger = dialect == Dialect.Swagger20;
        return new EntryDocument(
            index,
            root,
            dialect,
            security.ReadRequirements(root) ?? [],
            isSwagger ? MediaTypeNames.Read(reader, root, "consumes") : [],
            isSwagger ? MediaTypeNames.Read(reader, root, "produces") : []);
    }

    private static IEnumerable<Tag> ReadTags(ContractReader reader, Location root)
    {
        foreach (var tag in reader.List(root, "tags"))
        {
            if (tag.Node is MappingNode && reader.Words(tag, "name") is { } name)
                yield return new Tag(name, reader.Words(tag, "description"));
        }
    }
}
