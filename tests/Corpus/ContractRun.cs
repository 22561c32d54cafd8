using System.Collections.Immutable;
using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;
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
/// <param name="Digest">A digest of the generated files; empty when nothing was generated.</param>
/// <param name="WasCompiled">False when the same files are known to compile.</param>
internal sealed record ContractRun(
    string Name,
    ImmutableArray<Diagnostic> Diagnostics,
    ImmutableArray<string> Problems,
    Exception? Crash,
    bool WasGenerated,
    GeneratedApi? Generated,
    string Digest,
    bool WasCompiled,
    TimeSpan GenerationTime,
    TimeSpan CompilationTime)
{
    public bool IsClean => WasGenerated && Problems.IsEmpty && Crash is null;

    /// <summary>The same without what takes memory.</summary>
    public ContractRun WithoutProducts() => this with { Generated = null };

    /// <summary>Runs the stages in memory and compiles the outcome.</summary>
    /// <param name="compiles">Says of a digest of files that they compile without a problem, so that this need not be found out again.</param>
    public static ContractRun Execute(string name, ImmutableArray<string> contracts, string root, Func<string, bool> compiles)
    {
        var diagnostics = new DiagnosticBag();
        var watch = Stopwatch.StartNew();
        GeneratedApi? generated = null;
        try
        {
            generated = Generate(contracts, root, name, diagnostics);
            var generationTime = watch.Elapsed;
            if (generated is null)
                return new ContractRun(name, diagnostics.ToImmutable(), [], null, false, null, "", false, generationTime, TimeSpan.Zero);
            watch.Restart();
            var digest = generated.Digest();
            var isKnown = compiles(digest);
            var problems = isKnown ? [] : Compile(generated.Files);
            return new ContractRun(name, diagnostics.ToImmutable(), problems, null, true, generated, digest, !isKnown, generationTime, watch.Elapsed);
        }
        catch (Exception exception)
        {
            return new ContractRun(name, diagnostics.ToImmutable(), [], exception, generated is not null, null, "", false, watch.Elapsed, TimeSpan.Zero);
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
        var files = TemplateRenderer.Render(description.CSharp, options.IsInternal, options.Templates, description.Budget.Bytes, description.Api.Documents[0].Span, diagnostics);
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
internal sealed record GeneratedApi(Description Description, ImmutableArray<GeneratedFile> Files)
{
    /// <summary>The same for the same files, on any machine.</summary>
    public string Digest()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var file in Files)
            hash.AppendData(Encoding.UTF8.GetBytes($"{file.Path}\0{file.Text}\0"));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
