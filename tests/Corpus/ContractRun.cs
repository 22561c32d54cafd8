using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.CodeAnalysis;
using SyncGen.Diagnostics;
using SyncGen.Documents;
using SyncGen.Linking;
using SyncGen.Modeling;
using SyncGen.Projection;
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
        if (DocumentLoader.Load(contracts, root, diagnostics) is not { } documents || diagnostics.HasErrors)
            return null;
        var contract = Linker.Link(documents, diagnostics);
        if (diagnostics.HasErrors)
            return null;
        var api = ApiModelBuilder.Build(contract, [], diagnostics);
        if (diagnostics.HasErrors)
            return null;
        const EmitKinds emit = EmitKinds.Models | EmitKinds.Client | EmitKinds.Server;
        var model = CSharpProjector.Project(api, "Corpus.Generated", contracts.Length > 1 ? name : null, emit, CodeStyle.Default, diagnostics);
        if (diagnostics.HasErrors)
            return null;
        var files = TemplateRenderer.Render(model, ImmutableDictionary<string, SourceFile>.Empty, diagnostics);
        return diagnostics.HasErrors ? null : new GeneratedApi(contract, api, model, files);
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
internal sealed record GeneratedApi(Contract Contract, ApiModel Api, CSharpModel Model, ImmutableArray<GeneratedFile> Files);
