using SyncGen.Documents;

namespace SyncGen.Bundling;

/// <summary>Which standard a contract follows, as far as it decides where named parts stand.</summary>
internal enum Dialect
{
    JsonSchema,
    Swagger20,
    OpenApi30,
    OpenApi31,
}

/// <summary>Reads the dialect of a contract.</summary>
internal static class Dialects
{
    public static Dialect Of(MappingNode root)
    {
        if (root.Get("swagger") is not null)
            return Dialect.Swagger20;
        if (root.Get("openapi") is not ScalarNode version)
            return Dialect.JsonSchema;
        return version.Text.StartsWith("3.0", StringComparison.Ordinal) ? Dialect.OpenApi30 : Dialect.OpenApi31;
    }

    public static string NameOf(Dialect dialect) => dialect switch
    {
        Dialect.Swagger20 => "Swagger 2.0",
        Dialect.OpenApi30 => "OpenAPI 3.0",
        Dialect.OpenApi31 => "OpenAPI 3.1",
        _ => "JSON Schema",
    };

    /// <summary>The pointer of the mapping that holds the named parts of a kind; null where the dialect has no such mapping.</summary>
    public static JsonPointer? SectionOf(Dialect dialect, Position position)
    {
        var name = dialect switch
        {
            Dialect.JsonSchema => position == Position.Schema ? "/$defs" : null,
            Dialect.Swagger20 => position switch
            {
                Position.Schema => "/definitions",
                Position.Parameter => "/parameters",
                Position.Response => "/responses",
                _ => null,
            },
            _ => position switch
            {
                Position.Schema => "/components/schemas",
                Position.Parameter => "/components/parameters",
                Position.Response => "/components/responses",
                Position.Header => "/components/headers",
                Position.RequestBody => "/components/requestBodies",
                Position.Example or Position.JsonExample => "/components/examples",
                Position.Link => "/components/links",
                Position.Callback => "/components/callbacks",
                _ => null,
            },
        };
        return name is null ? null : new JsonPointer(name);
    }

    /// <summary>Every mapping of named parts that a contract of this dialect may have, with the kind of its members.</summary>
    public static ImmutableArray<(JsonPointer Section, Position Position)> SectionsOf(Dialect dialect)
    {
        var named = Enum.GetValues<Position>()
            .Where(position => position != Position.JsonExample)
            .Select(position => (Section: SectionOf(dialect, position), position))
            .Where(pair => pair.Section is not null)
            .Select(pair => (pair.Section!.Value, pair.position));
        return dialect switch
        {
            Dialect.Swagger20 => [.. named, (new JsonPointer("/securityDefinitions"), Position.SecurityScheme)],
            Dialect.JsonSchema => [.. named, (new JsonPointer("/definitions"), Position.Schema)],
            _ => [.. named, (new JsonPointer("/components/securitySchemes"), Position.SecurityScheme), (new JsonPointer("/components/pathItems"), Position.PathItem)],
        };
    }
}
