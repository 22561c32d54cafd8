using System.Collections.Immutable;
using System.Text.Json;
using SyncGen.Bundling;
using SyncGen.Cli;
using SyncGen.Diagnostics;
using SyncGen.Rendering;
using SyncGen.Writing;

namespace SyncGen.Tests;

/// <summary>A folder below tests/cases: a contract, perhaps options, and what must come out. CONTRIBUTING.md describes its files.</summary>
/// <param name="Name"><c>group/case</c>.</param>
internal sealed record Case(string Name)
{
    public static ImmutableArray<Case> All { get; } =
    [
        .. Directory.EnumerateDirectories(Repository.Cases)
            .SelectMany(Directory.EnumerateDirectories)
            .Select(folder => new Case(Path.GetRelativePath(Repository.Cases, folder).Replace('\\', '/')))
            .OrderBy(@case => @case.Name, StringComparer.Ordinal),
    ];

    public static TheoryData<string> Names => [.. All.Select(@case => @case.Name)];

    public string Folder => Path.Combine(Repository.Cases, Name);

    public string ExpectedFolder => Path.Combine(Folder, "expected");

    public string DiagnosticsFile => Path.Combine(Folder, "diagnostics.txt");

    public bool HasExpectedFiles => Directory.Exists(ExpectedFolder);

    /// <summary>Runtime files are the same for every contract and tested on their own: only a case that has them among its expected files compares them.</summary>
    public bool HasExpectedRuntime => Directory.Exists(Path.Combine(ExpectedFolder, "Runtime"));

    public ImmutableArray<GeneratedFile> Compared(ImmutableArray<GeneratedFile> files) => HasExpectedRuntime ? files : files.RemoveAll(IsRuntime);

    public static bool IsRuntime(GeneratedFile file) => file.Path.StartsWith("Runtime/", StringComparison.Ordinal);

    /// <summary>Runs the generator in this process on a case or on a copy of one.</summary>
    public static Outcome Run(string folder)
    {
        var diagnostics = new DiagnosticBag();
        var options = OptionsOf(folder, diagnostics);
        if (options is null)
            return new Outcome([], LinesOf(diagnostics));
        diagnostics = new DiagnosticBag(options.Diagnostics);
        if (File.Exists(Path.Combine(folder, "bundle.json")))
            return Bundle(folder, options, diagnostics);
        options = options with { Templates = TemplateFolder.Read(TemplatesOf(folder), diagnostics) };
        var files = Pipeline.Generate(options, diagnostics);
        if (files is { } generated && Directory.Exists(options.Output))
            WriteOverCopy(generated, options.Output, diagnostics);
        return new Outcome(files ?? [], LinesOf(diagnostics));
    }

    /// <summary>A case with a <c>bundle.json</c> is about <c>syncgen bundle</c>; both forms of the bundle come out.</summary>
    private static Outcome Bundle(string folder, Options options, DiagnosticBag diagnostics)
    {
        using var settings = JsonDocument.Parse(File.ReadAllText(Path.Combine(folder, "bundle.json")));
        var inlinesBasePath = settings.RootElement.GetProperty("inlineBasePath").GetBoolean();
        var bundle = Pipeline.Bundle(options.Contracts, options.Root, inlinesBasePath, diagnostics);
        ImmutableArray<GeneratedFile> files = bundle is null
            ? []
            : [new GeneratedFile("bundle.json", JsonNodeWriter.Write(bundle.Root)), new GeneratedFile("bundle.yaml", YamlNodeWriter.Write(bundle.Root))];
        return new Outcome(files, LinesOf(diagnostics));
    }

    private static Options? OptionsOf(string folder, DiagnosticBag diagnostics)
    {
        ImmutableArray<TargetSettings> targets = [new()];
        var file = Path.Combine(folder, "options.json");
        if (File.Exists(file))
            targets = ConfigFile.Read(file, new TargetSettings(), diagnostics);
        if (diagnostics.HasErrors)
            return null;
        var defaults = new TargetSettings
        {
            Contracts = [.. Directory.GetFiles(folder, "contract*").Order(StringComparer.Ordinal)],
            Output = Path.Combine(folder, "output"),
            Namespace = "Example",
            Emit = EmitKinds.Models,
            Root = folder,
        };
        // Of several targets the last one is the case; the others are those that it takes types from.
        Options? options = null;
        var before = new List<Options>();
        foreach (var target in targets)
        {
            var settings = target.Over(defaults);
            options = Lenders.Of(OptionsResolver.Resolve(settings, folder, ImmutableDictionary<string, SourceFile>.Empty), settings.Models, before, diagnostics);
            before.AddRange(options is null ? [] : [options]);
        }

        return options;
    }

    private static string? TemplatesOf(string folder) => Path.Combine(folder, "templates") is var templates && Directory.Exists(templates) ? templates : null;

    /// <summary>A case about writing has a folder <c>output</c> as a user might have it; it is written over in a copy.</summary>
    private static void WriteOverCopy(ImmutableArray<GeneratedFile> files, string output, DiagnosticBag diagnostics)
    {
        using var copy = new ScratchFolder();
        copy.CopyFrom(output, "output");
        OutputFolder.Write(files, ["../contract.yaml"], copy.At("output"), isForced: false, diagnostics, CancellationToken.None);
    }

    private static ImmutableArray<string> LinesOf(DiagnosticBag diagnostics) =>
        [.. DiagnosticFormatter.Sort(diagnostics.ToImmutable()).Select(diagnostic => DiagnosticFormatter.Format(diagnostic, file => file.Path))];
}

/// <summary>What came out of a case.</summary>
internal sealed record Outcome(ImmutableArray<GeneratedFile> Files, ImmutableArray<string> Diagnostics);
