using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using SyncGen.Testing;

namespace SyncGen.Tests;

/// <summary>Every expected output compiles as in a strict user's project, for each framework that is supported.</summary>
public sealed class CompileTests
{
    private static readonly Framework[] OlderFrameworks = [OlderFramework("net8.0", LanguageVersion.CSharp12), OlderFramework("net9.0", LanguageVersion.CSharp13)];

    /// <summary>Each framework that is supported.</summary>
    internal static IEnumerable<Framework> AllFrameworks => OlderFrameworks.Append(Framework.Current);

    public static TheoryData<string> Names =>
    [
        .. Case.All
            .Where(@case => @case.HasExpectedFiles && Directory.EnumerateFiles(@case.ExpectedFolder, "*.cs", SearchOption.AllDirectories).Any())
            .Select(@case => @case.Name),
    ];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Expected_output_compiles_without_a_warning(string name)
    {
        var files = FilesOf(new Case(name));
        var isFullOutput = files.Any(NeedsAspNetCore);
        var compilation = OutputCompiler.Compile(files, isFullOutput);
        Assert.Empty(OutputCompiler.Emit(compilation).Problems);
        Assert.Empty(UselessUsings(compilation));
        Assert.Empty(await StrictAnalyzers.Run(compilation, TestContext.Current.CancellationToken));
        if (!isFullOutput)
            return;
        // What has no need of a package does without it.
        var alone = OutputCompiler.Compile(files.Where(file => !NeedsAspNetCore(file)), usesAspNetCore: false);
        Assert.Empty(OutputCompiler.Emit(alone).Problems);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Expected_output_compiles_for_older_frameworks(string name)
    {
        var files = FilesOf(new Case(name));
        foreach (var framework in OlderFrameworks)
        {
            Assert.Empty(OutputCompiler.Emit(OutputCompiler.Compile(files.Where(file => !NeedsAspNetCore(file)), usesAspNetCore: false, framework)).Problems);
            if (files.Any(NeedsAspNetCore))
                Assert.Empty(OutputCompiler.Emit(OutputCompiler.Compile(files, usesAspNetCore: true, framework)).Problems);
        }
    }

    [Fact]
    public async Task The_analyzers_are_awake()
    {
        const string text = "using System; namespace N { internal static class C { internal static object? M(Type t) => Activator.CreateInstance(t); } }";
        var diagnostics = await StrictAnalyzers.Run(OutputCompiler.Compile([("C.cs", text)], usesAspNetCore: false), TestContext.Current.CancellationToken);
        Assert.Contains(diagnostics, diagnostic => diagnostic.Id == "IL2067");
    }

    private static IEnumerable<Diagnostic> UselessUsings(CSharpCompilation compilation) => compilation
        .GetDiagnostics(TestContext.Current.CancellationToken)
        .Where(diagnostic => diagnostic.Id == "CS8019" && !diagnostic.Location.SourceTree!.FilePath.StartsWith("Runtime/", StringComparison.Ordinal));

    private static (string Path, string Text)[] FilesOf(Case @case) =>
    [
        .. Directory.EnumerateFiles(@case.ExpectedFolder, "*.cs", SearchOption.AllDirectories)
            .Order(StringComparer.Ordinal)
            .Select(path => (Path.GetRelativePath(@case.ExpectedFolder, path).Replace('\\', '/'), File.ReadAllText(path)))
            .Concat(RuntimeOf(@case))
            .Concat(OwnOf(@case)),
    ];

    private static Framework OlderFramework(string name, LanguageVersion version)
    {
        var values = typeof(CompileTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().ToDictionary(attribute => attribute.Key, attribute => attribute.Value!);
        return new Framework(name, version, pack => Path.Combine(values["PackageFolder"], pack.ToLowerInvariant(), values[name]));
    }

    private static IEnumerable<(string Path, string Text)> RuntimeOf(Case @case) =>
        @case.HasExpectedRuntime ? [] : Case.Run(@case.Folder).Files.Where(Case.IsRuntime).Select(file => (file.Path, file.Text));

    /// <summary>What the author of a case wrote in C#, for code that names it.</summary>
    private static IEnumerable<(string Path, string Text)> OwnOf(Case @case) => Directory.Exists(Path.Combine(@case.Folder, "own"))
        ? Directory.EnumerateFiles(Path.Combine(@case.Folder, "own"), "*.cs").Order(StringComparer.Ordinal).Select(path => ($"own/{Path.GetFileName(path)}", File.ReadAllText(path)))
        : [];

    /// <summary>More than Microsoft.NETCore.App: the server and its runtime, and what registers a client.</summary>
    private static bool NeedsAspNetCore((string Path, string Text) file) =>
        file.Path.StartsWith("Server/", StringComparison.Ordinal)
        || file.Text.Contains("using Microsoft.", StringComparison.Ordinal)
        || file.Text.Contains("using global::Microsoft.", StringComparison.Ordinal)
        || file.Text.Contains(": ApiResult", StringComparison.Ordinal);
}
