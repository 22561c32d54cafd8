using System.Text.Json.Nodes;
using SyncGen.Bundling;
using SyncGen.Diagnostics;

namespace SyncGen.Conformance;

/// <summary>The demands of contracts that lie beside the project in ../shared/trials/schemas: NAME.txt says what must hold of NAME.yaml or NAME.json, a demand a line.</summary>
public sealed class TrialTests
{
    private static readonly string Trials = Path.GetFullPath(Path.Combine(Suite.Project, "..", "..", "..", "shared", "trials", "schemas"));

    /// <summary>What a DateTimeOffset cannot hold is read, and written as what it holds: it has no leap seconds, and no fractions below 100 ns.</summary>
    private static readonly string[] LimitsOfTypes = ["leap-second: accept {\"v\":\"1998-12-31T23:59:60Z\"}", "leap-second: accept {\"v\":\"2024-01-01T00:00:00.123456789Z\"}"];

    [Fact]
    public void Every_demand_holds_but_for_limits_of_types()
    {
        Assert.SkipUnless(Directory.Exists(Trials), "The trials lie beside the project in ../shared/trials/schemas, which is not there.");
        var unmet = Directory.EnumerateFiles(Trials, "*.txt").Order(StringComparer.Ordinal).AsParallel().AsOrdered().SelectMany(UnmetOf).ToList();
        Assert.Equal(LimitsOfTypes, unmet);
    }

    private static IEnumerable<string> UnmetOf(string text, int index)
    {
        var name = Path.GetFileNameWithoutExtension(text);
        var path = Directory.EnumerateFiles(Trials, name + ".*").Single(file => file != text);
        string[] demands = [.. File.ReadLines(text).Where(line => line.Length > 0 && line[0] != '#')];
        if (Array.Exists(demands, demand => demand.StartsWith("bundle", StringComparison.Ordinal)))
            return demands.Where(demand => !HoldsOfBundle(demand, path)).Select(demand => $"{name}: {demand}");
        var group = new Group(index, name, "", new JsonObject(), []);
        var code = Generate(group, path);
        if (!code.IsGenerated)
            return [$"{name}: {string.Join('\n', code.Told)}"];
        var compiled = CompiledGroups.Compile([code]);
        // What is checked need not be told.
        var isChecked = Array.Exists(demands, demand => demand.StartsWith("reject", StringComparison.Ordinal));
        return demands.Where(demand => !Holds(demand, group, code, compiled, isChecked)).Select(demand => $"{name}: {demand}");
    }

    /// <summary>A schema is called as its file is, and all of them are holders.</summary>
    private static GroupCode Generate(Group group, string path)
    {
        var folder = Directory.CreateTempSubdirectory("syncgen-trial-").FullName;
        try
        {
            var copy = Path.Combine(folder, "holder" + Path.GetExtension(path));
            File.WriteAllBytes(copy, File.ReadAllBytes(path));
            return GroupCode.Generate(group, copy, CodeStyle.Default);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static bool Holds(string demand, Group group, GroupCode code, CompiledGroups compiled, bool isChecked) => demand.Split(' ', 2) switch
    {
        ["told"] => isChecked || !code.Told.IsEmpty,
        ["generates"] => true,
        ["compiles"] => compiled.Has(group),
        ["accept", var json] => compiled.ReadHolder(group, json) is { Written: { } written } && IsSame(json, written),
        ["reject", var json] => compiled.ReadHolder(group, json) is { Refusal: not null },
        _ => throw new InvalidOperationException($"Unknown demand '{demand}'."),
    };

    private static bool HoldsOfBundle(string demand, string path)
    {
        var diagnostics = new DiagnosticBag();
        var bundle = Pipeline.Bundle([path], Trials, inlinesBasePath: false, diagnostics);
        return demand.Split(' ', 2) switch
        {
            ["bundle-refuses"] => bundle is null,
            ["bundles", var json] => bundle is not null && JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(JsonNodeWriter.Write(bundle.Root))!["x-v"]),
            _ => throw new InvalidOperationException($"Unknown demand '{demand}'."),
        };
    }

    /// <summary>Numbers that differ in how they are written are the same, and so are times.</summary>
    private static bool IsSame(string json, string written) =>
        JsonNode.DeepEquals(JsonNode.Parse(json), JsonNode.Parse(written)) || ValueOf(json) == ValueOf(written);

    private static string? ValueOf(string json) => JsonNode.Parse(json)!["v"] switch
    {
        JsonValue value when value.TryGetValue(out double number) => number.ToString("R", System.Globalization.CultureInfo.InvariantCulture),
        var value => value?.ToJsonString(),
    };
}
