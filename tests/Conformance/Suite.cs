using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace SyncGen.Conformance;

/// <summary>A set of the JSON Schema organisation's test suite, which lies beside the project.</summary>
/// <param name="Name">What the README calls it.</param>
/// <param name="Folder">Below the suite's folder.</param>
/// <param name="Dialect">The <c>$schema</c> of its schemas, which are files of their own; null where they are schemas of an OpenAPI 3.1 contract, without the tests of formats.</param>
internal sealed record Suite(string Name, string Folder, string? Dialect)
{
    /// <summary>The options that are not the defaults.</summary>
    public CodeStyle Style { get; init; } = CodeStyle.Default;

    public static ImmutableArray<Suite> All { get; } =
    [
        new("typed", "typed/tests/draft2020-12", null),
        new("typed, unknown: keep", "typed/tests/draft2020-12", null) { Style = CodeStyle.Default with { Unknown = UnknownMembers.Keep } },
        new("draft2020-12", "tests/draft2020-12", null),
        new("draft4", "tests/draft4", "http://json-schema.org/draft-04/schema#"),
        new("draft4, formats: check", "tests/draft4", "http://json-schema.org/draft-04/schema#") { Style = CodeStyle.Default with { ChecksFormats = true } },
        new("draft6", "tests/draft6", "http://json-schema.org/draft-06/schema#"),
        new("draft7", "tests/draft7", "http://json-schema.org/draft-07/schema#"),
        new("draft2019-09", "tests/draft2019-09", "https://json-schema.org/draft/2019-09/schema"),
    ];

    /// <summary>The folder of this project.</summary>
    public static string Project { get; } = ProjectFolder();

    private static string Root { get; } = Path.GetFullPath(Path.Combine(Project, "..", "..", "..", "shared", "corpus", "json-schema"));

    public bool IsThere => Directory.Exists(Path.Combine(Root, Folder));

    /// <summary>The groups of tests, in the order of their files.</summary>
    public ImmutableArray<Group> Groups =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root, Folder), "*.json", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(file => (File: file, Keyword: Path.GetRelativePath(Path.Combine(Root, Folder), file).Replace('\\', '/')[..^".json".Length]))
            .Where(entry => Dialect is not null || !entry.Keyword.StartsWith("optional/format/", StringComparison.Ordinal))
            .SelectMany(entry => JsonNode.Parse(File.ReadAllBytes(entry.File))!.AsArray().Select(group => (entry.Keyword, Group: group!)))
            .Select((entry, index) => Group.Read(index, entry.Keyword, entry.Group)),
    ];

    private static string ProjectFolder([CallerFilePath] string thisFile = "") => Path.GetDirectoryName(thisFile)!;
}

/// <summary>A schema and the values that it allows and forbids.</summary>
/// <param name="Keyword">The file's name, which is that of the keyword it is about.</param>
internal sealed record Group(int Index, string Keyword, string Description, JsonNode Schema, ImmutableArray<Sample> Samples)
{
    public string Namespace => $"Suite.G{Index}";

    public static Group Read(int index, string keyword, JsonNode group) => new(
        index,
        keyword,
        (string)group["description"]!,
        group["schema"]!,
        [.. group["tests"]!.AsArray().Select(test => new Sample((string)test!["description"]!, Text(test["data"]), (bool)test["valid"]!))]);

    private static string Text(JsonNode? data) => data?.ToJsonString(JsonSerializerOptions.Default) ?? "null";
}

/// <summary>One value.</summary>
/// <param name="Json">Its text.</param>
internal sealed record Sample(string Description, string Json, bool IsValid);
