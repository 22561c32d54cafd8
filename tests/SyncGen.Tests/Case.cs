using System.Collections.Immutable;
using System.Text.Json;
using SyncGen.Cli;
using SyncGen.Diagnostics;
using SyncGen.Rendering;

namespace SyncGen.Tests;

/// <summary>A folder below tests/cases: a contract, perhaps options, and what must come out.</summary>
/// <param name="Name"><c>group/case</c>.</param>
internal sealed record Case(string Name)
{
    public string Folder => Path.Combine(Repository.Cases, Name);

    public string ExpectedFolder => Path.Combine(Folder, "expected");

    public string DiagnosticsFile => Path.Combine(Folder, "diagnostics.txt");

    public bool HasExpectedFiles => Directory.Exists(ExpectedFolder);

    public static ImmutableArray<Case> All { get; } =
    [
        .. Directory.EnumerateDirectories(Repository.Cases)
            .SelectMany(Directory.EnumerateDirectories)
            .Select(folder => new Case(Path.GetRelativePath(Repository.Cases, folder).Replace('\\', '/')))
            .OrderBy(@case => @case.Name, StringComparer.Ordinal),
    ];

    /// <summary>Runs the generator in this process.</summary>
    public Outcome Run() => Run(Folder);

    /// <summary>Runs the generator on a copy of the case in another folder.</summary>
    public static Outcome Run(string folder)
    {
        var settings = SettingsOf(folder);
        var options = OptionsResolver.Resolve(settings, folder, ImmutableDictionary<string, SourceFile>.Empty);
        var diagnostics = new DiagnosticBag(options.Diagnostics);
        var files = Pipeline.Generate(options, diagnostics) ?? [];
        return new Outcome(files, [.. DiagnosticFormatter.Sort(diagnostics.ToImmutable()).Select(diagnostic => DiagnosticFormatter.Format(diagnostic, file => file.Path))]);
    }

    private static TargetSettings SettingsOf(string folder)
    {
        var emit = EmitKinds.Models;
        var file = Path.Combine(folder, "options.json");
        if (File.Exists(file))
        {
            using var document = JsonDocument.Parse(File.ReadAllText(file));
            if (document.RootElement.TryGetProperty("emit", out var kinds))
                emit = kinds.EnumerateArray().Aggregate(EmitKinds.None, (sum, kind) => sum | EmitNames.TryParse(kind.GetString()!)!.Value);
        }

        return new TargetSettings
        {
            Contracts = [.. Directory.GetFiles(folder, "contract*").Order(StringComparer.Ordinal)],
            Output = Path.Combine(folder, "expected"),
            Namespace = "Example",
            Emit = emit,
        };
    }
}

/// <summary>What came out of a case.</summary>
internal sealed record Outcome(ImmutableArray<GeneratedFile> Files, ImmutableArray<string> Diagnostics);
