using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Text;

namespace SyncGen.Testing;

/// <summary>
/// Compiles generated files in this process, as a strict consumer would: nullable on, documentation read, every warning counts.
/// References come from the SDK's reference packs, so the output is judged against the public surface, not against this process.
/// </summary>
internal static class OutputCompiler
{
    private static readonly CSharpCompilationOptions CompilationOptions = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        optimizationLevel: OptimizationLevel.Release,
        // Whoever has many to compile does so in parallel; threads within one compilation wait for one another and cost twice the CPU.
        concurrentBuild: false,
        deterministic: true,
        warningLevel: 9999,
        // As in every build by the SDK: a package may be compiled for an older framework.
        specificDiagnosticOptions: [KeyValuePair.Create("CS1701", ReportDiagnostic.Suppress), KeyValuePair.Create("CS1702", ReportDiagnostic.Suppress)]);

    /// <summary>The compilation of the files; <paramref name="usesAspNetCore"/> adds the ASP.NET Core framework.</summary>
    public static CSharpCompilation Compile(IEnumerable<(string Path, string Text)> files, bool usesAspNetCore) =>
        Compile(files, usesAspNetCore, Framework.Current);

    /// <summary>The compilation of the files for a target framework.</summary>
    public static CSharpCompilation Compile(IEnumerable<(string Path, string Text)> files, bool usesAspNetCore, Framework framework)
    {
        var trees = files
            .AsParallel().AsOrdered()
            .Select(file => CSharpSyntaxTree.ParseText(SourceText.From(Judged(file.Text), System.Text.Encoding.UTF8), framework.ParseOptions, file.Path));
        return CSharpCompilation.Create("Generated", trees, framework.References(usesAspNetCore), CompilationOptions);
    }

    /// <summary>Users' builds spare themselves the analysis of nullability in generated code. Here the code must stand it.</summary>
    private static string Judged(string text) => text.Replace("#nullable enable annotations\n", "#nullable enable\n", StringComparison.Ordinal);

    /// <summary>Emits the assembly and gives every error and warning; the stream holds the assembly when there is no error.</summary>
    public static (MemoryStream Assembly, IReadOnlyList<Diagnostic> Problems) Emit(CSharpCompilation compilation)
    {
        var stream = new MemoryStream();
        // Documentation comments are only resolved (CS1574 and the like) when they are written somewhere.
        var result = compilation.Emit(stream, xmlDocumentationStream: Stream.Null);
        stream.Position = 0;
        return (stream, [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)]);
    }
}
