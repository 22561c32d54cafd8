using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SyncGen.Tests;

/// <summary>The SDK's own analyzers at latest-recommended, and the ones that ILLink brings for trimming, single files and native AOT.</summary>
internal static class StrictAnalyzers
{
    private static readonly Lazy<ImmutableArray<DiagnosticAnalyzer>> Analyzers = new(Load);

    private static readonly Lazy<AnalyzerConfigSet> Config = new(ReadConfig);

    /// <summary>Every warning and error that the analyzers report.</summary>
    public static async Task<IEnumerable<Diagnostic>> Run(CSharpCompilation compilation, CancellationToken cancellation)
    {
        var global = Config.Value.GlobalConfigOptions;
        var options = new AnalyzerOptions([], new Options(global.AnalyzerOptions));
        // An assembly needs a version; in a project the SDK writes it.
        var version = CSharpSyntaxTree.ParseText("[assembly: System.Reflection.AssemblyVersion(\"1.0.0.0\")]", (CSharpParseOptions?)compilation.SyntaxTrees[0].Options, cancellationToken: cancellation);
        var strict = compilation.AddSyntaxTrees(version).WithOptions(compilation.Options.WithSpecificDiagnosticOptions(global.TreeOptions));
        var diagnostics = await strict.WithAnalyzers(Analyzers.Value, options).GetAnalyzerDiagnosticsAsync(cancellation);
        // CA1016 is about the assembly's version, which a user's project gives.
        return diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed && diagnostic.Id != "CA1016");
    }

    private static ImmutableArray<DiagnosticAnalyzer> Load()
    {
        string[] files =
        [
            .. Directory.GetFiles(Path.Combine(SdkFolder, "analyzers"), "Microsoft.CodeAnalysis.*NetAnalyzers.dll").Where(file => !file.Contains("VisualBasic", StringComparison.Ordinal)),
            Path.Combine(AppContext.BaseDirectory, "illink", "ILLink.RoslynAnalyzer.dll"),
        ];
        var loader = new Loader();
        var analyzers = files.SelectMany(file => new AnalyzerFileReference(file, loader).GetAnalyzers(LanguageNames.CSharp)).ToImmutableArray();
        Assert.True(analyzers.Length > 100, $"Only {analyzers.Length} analyzers could be loaded.");
        return analyzers;
    }

    private static AnalyzerConfigSet ReadConfig()
    {
        var recommended = Path.Combine(SdkFolder, "analyzers", "build", "config", "analysislevel_10_recommended.globalconfig");
        const string properties = """
            is_global = true
            global_level = 1000
            build_property.EnableTrimAnalyzer = true
            build_property.EnableAotAnalyzer = true
            build_property.EnableSingleFileAnalyzer = true
            build_property.TargetFramework = net10.0
            """;
        ImmutableArray<AnalyzerConfig> configs =
        [
            AnalyzerConfig.Parse(File.ReadAllText(recommended), recommended),
            AnalyzerConfig.Parse(properties, "/properties.globalconfig"),
        ];
        return AnalyzerConfigSet.Create(configs);
    }

    /// <summary>Where Microsoft.NET.Sdk stands in the newest .NET 10 SDK beside the running runtime.</summary>
    private static string SdkFolder { get; } = Path.Combine(
        Directory.GetDirectories(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "..", "..", "..", "sdk")), "10.*")
            .OrderBy(folder => Version.Parse(Path.GetFileName(folder).Split('-')[0])).Last(),
        "Sdks",
        "Microsoft.NET.Sdk");

    private sealed class Options(ImmutableDictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(ImmutableDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, [NotNullWhen(true)] out string? value) => values.TryGetValue(key, out value);
    }

    private sealed class Loader : IAnalyzerAssemblyLoader
    {
        public void AddDependencyLocation(string fullPath)
        {
        }

        public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);
    }
}
