using System.Text.Json.Nodes;

namespace SyncGen.Properties;

/// <summary>The forms a contract can have.</summary>
internal enum Dialect
{
    Swagger20,
    OpenApi30,
    OpenApi31,
}

/// <summary>A contract that nobody wrote: named schemas in one of the dialects, and how C# shall be made of them.</summary>
/// <param name="Schemas">By name. The member of <see cref="RootName"/> that stands at a schema's position has that schema.</param>
/// <param name="Seed">What the random values follow from.</param>
internal sealed record RandomContract(Dialect Dialect, CodeStyle Style, ImmutableArray<(string Name, JsonObject Schema)> Schemas, int Seed)
{
    /// <summary>An object with one optional member for each schema, through which all of them are reached.</summary>
    public const string RootName = "EverySchema";

    /// <summary>What the names of polymorphic bases begin with.</summary>
    public const string BasePrefix = "Base";

    /// <summary>What the names of schemas that extend them begin with.</summary>
    public const string ChildPrefix = "Child";

    public string FolderOfSchemas => Dialect == Dialect.Swagger20 ? "definitions" : "components/schemas";

    /// <summary>The contract as a user would have it.</summary>
    public string Text => Document.ToJsonString();

    public override string ToString() => $"{Style}\n{Text}\nvalues of seed {Seed}";

    /// <summary>The name of the root's member for a schema.</summary>
    public static string MemberOf(int schema) => $"m{schema}";

    private JsonObject Document
    {
        get
        {
            var schemas = new JsonObject(Schemas.Select(schema => KeyValuePair.Create(schema.Name, (JsonNode?)schema.Schema.DeepClone()))) { [RootName] = Root };
            var document = new JsonObject { [Dialect == Dialect.Swagger20 ? "swagger" : "openapi"] = VersionText };
            document["info"] = new JsonObject { ["title"] = "Random", ["version"] = "1" };
            document["paths"] = new JsonObject();
            if (Dialect == Dialect.Swagger20)
                document["definitions"] = schemas;
            else
                document["components"] = new JsonObject { ["schemas"] = schemas };
            return document;
        }
    }

    private JsonObject Root => new()
    {
        ["type"] = "object",
        ["properties"] = new JsonObject(Schemas.Select((schema, index) => KeyValuePair.Create(MemberOf(index), (JsonNode?)new JsonObject { ["$ref"] = $"#/{FolderOfSchemas}/{schema.Name}" }))),
    };

    private string VersionText => Dialect switch
    {
        Dialect.Swagger20 => "2.0",
        Dialect.OpenApi30 => "3.0.3",
        _ => "3.1.0",
    };
}
