using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using SyncGen.Diagnostics;
using SyncGen.Rendering;
using SyncGen.Testing;
using Diagnostic = SyncGen.Diagnostics.Diagnostic;

namespace SyncGen.Corpus;

/// <summary>What became of one API: its contracts read, its code generated and compiled.</summary>
/// <param name="Name">What the report calls it.</param>
/// <param name="Diagnostics">Everything the stages reported.</param>
/// <param name="Problems">Errors and warnings of the C# compiler; empty when nothing was generated.</param>
/// <param name="Crash">An exception that escaped the tool, which is a defect.</param>
/// <param name="WasGenerated">No stage reported an error.</param>
/// <param name="Generated">What the stages made, while it is needed.</param>
internal sealed record ContractRun(
    string Name,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<string> Problems,
    Exception? Crash,
    bool WasGenerated,
    GeneratedApi? Generated,
    TimeSpan GenerationTime,
    TimeSpan CompilationTime)
{
    public bool IsClean => WasGenerated && Problems.IsEmpty && Crash is null;

    /// <summary>The same without what takes memory.</summary>
    public ContractRun WithoutProducts() => this with { Generated = null };

    /// <summary>Runs the stages in memory and compiles the outcome.</summary>
    public static ContractRun Execute(string name, ImmutableArray<string> contracts, string root)
    {
        var diagnostics = new DiagnosticBag();
        var watch = Stopwatch.StartNew();
        GeneratedApi? generated = null;
        try
        {
            generated = Generate(contracts, root, name, diagnostics);
            var generationTime = watch.Elapsed;
            if (generated is null)
                return new ContractRun(name, diagnostics.ToImmutable(), [], null, false, null, generationTime, TimeSpan.Zero);
            watch.Restart();
            var problems = Compile(generated.Files);
            return new ContractRun(name, diagnostics.ToImmutable(), problems, null, true, generated, generationTime, watch.Elapsed);
        }
        catch (Exception exception)
        {
            return new ContractRun(name, diagnostics.ToImmutable(), [], exception, generated is not null, null, watch.Elapsed, TimeSpan.Zero);
        }
    }

    private static GeneratedApi? Generate(ImmutableArray<string> contracts, string root, string name, DiagnosticBag diagnostics)
    {
        var options = new Options(
            contracts,
            root,
            Output: root,
            "Corpus.Generated",
            contracts.Length > 1 ? name : null,
            EmitKinds.Models | EmitKinds.Client | EmitKinds.Server | EmitKinds.Endpoints,
            Operations: [],
            CodeStyle.Default,
            ImmutableDictionary<string, SourceFile>.Empty,
            DiagnosticSettings.Default,
            IsForced: false);
        if (Pipeline.Describe(options, diagnostics) is not { } description)
            return null;
        var files = TemplateRenderer.Render(description.CSharp, options.Templates, diagnostics);
        return diagnostics.HasErrors ? null : new GeneratedApi(description, files);
    }

    private static ImmutableArray<string> Compile(ImmutableArray<GeneratedFile> files)
    {
        var compilation = OutputCompiler.Compile(files.Select(file => (file.Path, file.Text)), usesAspNetCore: true);
        return [.. OutputCompiler.Emit(compilation).Problems.Select(Text)];
    }

    private static string Text(Microsoft.CodeAnalysis.Diagnostic problem)
    {
        var line = problem.Location.GetLineSpan();
        return $"{line.Path}({line.StartLinePosition.Line + 1}): {problem.Id} {problem.GetMessage()}";
    }
}

/// <summary>The products of the stages for one API.</summary>
internal sealed record GeneratedApi(Description Description, ImmutableArray<GeneratedFile> Files);
