using System.Text.Json.Nodes;
using SyncGen.Cli;
using SyncGen.Diagnostics;

namespace SyncGen.Conformance;

/// <summary>What the generator makes of a group's schema: code, and what it tells.</summary>
/// <param name="Files">Empty where the contract is refused.</param>
internal sealed record GroupCode(Group Group, ImmutableArray<(string Path, string Text)> Files, ImmutableArray<string> Told)
{
    private const string SchemaPointer = "#/components/schemas/S";

    public bool IsGenerated => !Files.IsEmpty;

    public static GroupCode Generate(Group group, Suite suite)
    {
        var folder = Directory.CreateTempSubdirectory("syncgen-conformance-").FullName;
        try
        {
            return Generate(group, suite.Dialect is { } dialect ? WriteFiles(folder, group.Schema, dialect) : WriteContract(folder, group.Schema), suite.Style);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <param name="path">The contract, which has a schema Holder with a property v.</param>
    public static GroupCode Generate(Group group, string path, CodeStyle style)
    {
        var folder = Path.GetDirectoryName(path)!;
        var diagnostics = new DiagnosticBag();
        var options = new Options([path], folder, folder, group.Namespace, null, EmitKinds.Models, [], style, ImmutableDictionary<string, SourceFile>.Empty, DiagnosticSettings.Default, false);
        var files = Pipeline.Generate(options, diagnostics);
        return new GroupCode(
            group,
            [.. (files ?? []).Select(file => ($"{group.Namespace}/{file.Path}", file.Text))],
            [.. diagnostics.ToImmutable().Select(diagnostic => DiagnosticFormatter.Format(diagnostic, file => Path.GetFileName(file.Path)))]);
    }

    /// <summary>The schema as a file of its own, and one that holds it.</summary>
    private static string WriteFiles(string folder, JsonNode schema, string dialect)
    {
        var holder = HolderOf("s.json");
        var untouched = schema.DeepClone();
        // What a group does not say, the set's folder does.
        if (untouched is JsonObject document)
            holder["$schema"] = (document["$schema"] ??= dialect).DeepClone();
        File.WriteAllText(Path.Combine(folder, "s.json"), untouched.ToJsonString());
        var path = Path.Combine(folder, "holder.json");
        File.WriteAllText(path, holder.ToJsonString());
        return path;
    }

    private static string WriteContract(string folder, JsonNode schema)
    {
        var moved = schema.DeepClone();
        MovePointers(moved, isRoot: true);
        var contract = new JsonObject
        {
            ["openapi"] = "3.1.0",
            ["info"] = new JsonObject { ["title"] = "suite", ["version"] = "1" },
            ["paths"] = new JsonObject(),
            ["components"] = new JsonObject { ["schemas"] = new JsonObject { ["Holder"] = HolderOf(SchemaPointer), ["S"] = moved } },
        };
        var path = Path.Combine(folder, "contract.json");
        File.WriteAllText(path, contract.ToJsonString());
        return path;
    }

    private static JsonObject HolderOf(string reference) => new()
    {
        ["title"] = "Holder",
        ["type"] = "object",
        ["required"] = new JsonArray("v"),
        ["properties"] = new JsonObject { ["v"] = new JsonObject { ["$ref"] = reference } },
    };

    /// <summary>Pointers from the schema's root lead there in the contract.</summary>
    private static void MovePointers(JsonNode? node, bool isRoot)
    {
        if (node is JsonArray array)
        {
            foreach (var item in array)
                MovePointers(item, isRoot: false);
        }

        // Pointers below an address of its own lead there.
        if (node is not JsonObject schema || (!isRoot && schema["$id"] is JsonValue id && !id.ToString().StartsWith('#')))
            return;
        foreach (var name in (ReadOnlySpan<string>)["$ref", "$dynamicRef"])
        {
            if (schema[name] is JsonValue value && value.TryGetValue(out string? reference) && (reference == "#" || reference.StartsWith("#/", StringComparison.Ordinal)))
                schema[name] = SchemaPointer + reference[1..];
        }

        foreach (var (name, value) in schema)
        {
            if (name is not ("const" or "enum" or "default" or "examples"))
                MovePointers(value, isRoot: false);
        }
    }
}
