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

/// <summary>What the dialects call things.</summary>
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

    /// <summary>Where security schemes stand. Requirements name them, references do not.</summary>
    public static JsonPointer SecuritySchemesOf(Dialect dialect) =>
        new(dialect == Dialect.Swagger20 ? "/securityDefinitions" : "/components/securitySchemes");

    /// <summary>The mappings of named parts that references can mean.</summary>
    public static ImmutableArray<(JsonPointer Section, BundlePlace Place)> SectionsOf(Dialect dialect) => dialect switch
    {
        Dialect.JsonSchema => [Section("/$defs", PartKind.Schema), Section("/definitions", PartKind.Schema)],
        Dialect.Swagger20 =>
        [
            Section("/definitions", PartKind.Schema),
            Section("/parameters", PartKind.Parameter),
            Section("/responses", PartKind.Response),
        ],
        _ =>
        [
            Section("/components/schemas", PartKind.Schema),
            Section("/components/responses", PartKind.Response),
            Section("/components/parameters", PartKind.Parameter),
            Section("/components/headers", PartKind.Parameter, BundleRole.Header),
            Section("/components/requestBodies", PartKind.RequestBody),
            Section("/components/examples", PartKind.Example),
            Section("/components/links", PartKind.Link),
            Section("/components/callbacks", PartKind.Callback),
        ],
    };

    private static (JsonPointer Section, BundlePlace Place) Section(string pointer, PartKind kind, BundleRole role = BundleRole.None) =>
        (new JsonPointer(pointer), new BundlePlace(kind, role));
}
