using System;
using System.Buffers;
using System.Collections.Generic;
using System.IO;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using SyncGen.Benchmarks.GitHub;
using SyncGen.Benchmarks.GitHub.Json;
using SyncGen.Benchmarks.GitHub.Runtime;
using SyncGen.Benchmarks.GitHub.Runtime.Json;

namespace SyncGen.Benchmarks.Real;

/// <summary>A page of GitHub's "list pull requests": the example of its contract over and over, with other numbers and titles.</summary>
internal static class GitHubPulls
{
    private static readonly JsonFormat<IReadOnlyList<PullRequestSimple>> Generated =
        JsonFormat<IReadOnlyList<PullRequestSimple>>.Of<JsonList<PullRequestSimple, PullRequestSimpleCodec>>();

    public static Subject Subject { get; } = new("GitHub pull requests", Payload, Reading, Writing);

    private static byte[] Payload(int size)
    {
        var example = JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "pulls.json")))![0]!;
        var pulls = new JsonArray();
        var count = Math.Max(1, size / example.ToJsonString().Length);
        for (var number = 0; number < count; number++)
        {
            var pull = example.DeepClone();
            pull["id"] = 1_000_000 + number;
            pull["number"] = number;
            pull["title"] = $"Amazing new feature, part {number}";
            // The contract requires what its example lacks.
            pull["requested_teams"]![0]!["type"] = "organization";
            pulls.Add(pull);
        }

        return JsonSerializer.SerializeToUtf8Bytes(pulls);
    }

    private static Variant[] Reading(byte[] json) =>
    [
        new("bare tokenizer", () => Floor.CountTokens(json)),
        new("tokenizer and strings", () => Floor.MakeStrings(json)),
        new("generated", () => Generated.Read(json.AsSpan())),
        new("generated, stream", () => Generated.Read(new ChunkedStream(json))),
        new("STJ source generator", () => JsonSerializer.Deserialize(json, GitHubContext.Default.IReadOnlyListPullRequestSimple)),
        new("NSwag, STJ reflection", () => JsonSerializer.Deserialize<List<GitHubReflected.PullRequestSimple>>(json)),
        new("NSwag, Newtonsoft", () => Variants.ReadNewtonsoft<List<GitHubNewtonsoft.PullRequestSimple>>(new MemoryStream(json))),
    ];

    private static Variant[] Writing(byte[] json)
    {
        var pulls = Generated.Read(json.AsSpan());
        var equal = JsonSerializer.Deserialize(json, GitHubContext.Default.IReadOnlyListPullRequestSimple)!;
        var reflected = JsonSerializer.Deserialize<List<GitHubReflected.PullRequestSimple>>(json)!;
        var newtonsoft = Variants.ReadNewtonsoft<List<GitHubNewtonsoft.PullRequestSimple>>(new MemoryStream(json));
        var output = new ArrayBufferWriter<byte>(json.Length * 2);
        return
        [
            new("generated", () => Variants.Write(output, () => Generated.Write(output, pulls))),
            new("STJ source generator", () => Variants.Write(output, () =>
            {
                using var writer = new Utf8JsonWriter(output);
                JsonSerializer.Serialize(writer, equal, GitHubContext.Default.IReadOnlyListPullRequestSimple);
            })),
            new("NSwag, STJ reflection", () => Variants.Write(output, () =>
            {
                using var writer = new Utf8JsonWriter(output);
                JsonSerializer.Serialize(writer, reflected);
            })),
            new("NSwag, Newtonsoft", () => Variants.WriteNewtonsoft(new MemoryStream(json.Length * 2), newtonsoft)),
        ];
    }
}

/// <summary>System.Text.Json's generator on records with the same members.</summary>
[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(IReadOnlyList<GitHubEqual.PullRequestSimple>))]
internal sealed partial class GitHubContext : JsonSerializerContext;
