using SyncGen.Writing;

namespace SyncGen.Tests;

/// <summary>The tool published as native AOT does what the tool in this process does, on every case.</summary>
[Collection(nameof(SlowTests))]
public sealed class NativeToolTests
{
    [Fact]
    public async Task The_native_tool_passes_the_cases()
    {
        NativeAot.SkipUnlessPossible();
        using var scratch = new ScratchFolder();
        await NativeAot.Publish("generator/SyncGen", scratch.At("tool"));

        var failures = new List<string>();
        foreach (var @case in Case.All.Where(IsGenerated))
        {
            if (await Difference(@case, scratch) is { } difference)
                failures.Add($"{@case.Name}: {difference}");
        }

        Assert.Empty(failures);
    }

    /// <summary>Cases of bundle and those with an output folder of their own are about other commands; several targets have an output each.</summary>
    private static bool IsGenerated(Case @case) =>
        !File.Exists(Path.Combine(@case.Folder, "bundle.json")) && !Directory.Exists(Path.Combine(@case.Folder, "output")) && !HasTargets(Path.Combine(@case.Folder, "options.json"));

    private static bool HasTargets(string config) => File.Exists(config) && File.ReadAllText(config).Contains("\"targets\"", StringComparison.Ordinal);

    private static async Task<string?> Difference(Case @case, ScratchFolder scratch)
    {
        var outcome = Case.Run(@case.Folder);
        var output = scratch.At("output", @case.Name);
        List<string> arguments = ["generate", "--output", output];
        var config = Path.Combine(@case.Folder, "options.json");
        var settings = File.Exists(config) ? await File.ReadAllTextAsync(config) : "";
        if (settings.Length > 0)
            arguments.AddRange(["--config", "options.json"]);
        foreach (var (setting, words) in Defaults(@case).Where(setting => !settings.Contains($"\"{setting.Name}\"", StringComparison.Ordinal)))
            arguments.AddRange(words);
        if (Directory.Exists(Path.Combine(@case.Folder, "templates")))
            arguments.AddRange(["--templates", "templates"]);
        var run = await Command.Run(@case.Folder, scratch.At("tool", "SyncGen"), [.. arguments]);

        var lines = run.Error.TrimEnd('\n').Split('\n', StringSplitOptions.RemoveEmptyEntries);
        // Lines about templates show their place; the last line counts.
        var printed = lines.Length == 0 ? [] : lines[..^1];
        var expected = outcome.Diagnostics.Select(line => File.Exists(Path.Combine(@case.Folder, "templates", line.Split('(')[0])) ? $"templates/{line}" : line);
        if (!printed.SequenceEqual(expected))
            return run.Error;
        if (outcome.Files.IsEmpty)
            return Directory.Exists(output) && Directory.EnumerateDirectories(output).Any() ? "wrote more than expected" : null;
        File.Delete(Path.Combine(output, Manifest.FileName));
        var stale = OutputFolder.CompareWhole(outcome.Files, output).Stale.Select(change => change.Path).ToArray();
        return stale.Length == 0 ? null : $"{string.Join(", ", stale)} differ";
    }

    /// <summary>What a case means where its options say nothing.</summary>
    private static (string Name, string[] Words)[] Defaults(Case @case) =>
    [
        ("contracts", [.. Directory.GetFiles(@case.Folder, "contract*").Select(path => Path.GetFileName(path)!).Order(StringComparer.Ordinal)]),
        ("namespace", ["--namespace", "Example"]),
        ("emit", ["--emit", "models"]),
        ("root", ["--root", "."]),
    ];
}
