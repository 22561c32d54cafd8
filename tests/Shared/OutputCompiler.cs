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
    private static readonly CSharpParseOptions ParseOptions = new(
        LanguageVersion.Latest,
        DocumentationMode.Diagnose,
        preprocessorSymbols: ["NET", "NET10_0", "NET8_0_OR_GREATER", "NET9_0_OR_GREATER", "NET10_0_OR_GREATER"]);

    private static readonly CSharpCompilationOptions CompilationOptions = new(
        OutputKind.DynamicallyLinkedLibrary,
        nullableContextOptions: NullableContextOptions.Enable,
        optimizationLevel: OptimizationLevel.Release,
        // Whoever has many to compile does so in parallel; threads within one compilation wait for one another and cost twice the CPU.
        concurrentBuild: false,
        deterministic: true,
        warningLevel: 9999);

    private static readonly Lazy<MetadataReference[]> Core = new(() => PackReferences("Microsoft.NETCore.App.Ref"));

    private static readonly Lazy<MetadataReference[]> AspNetCore = new(() => [.. Core.Value, .. PackReferences("Microsoft.AspNetCore.App.Ref")]);

    /// <summary>The compilation of the files; <paramref name="usesAspNetCore"/> adds the ASP.NET Core framework.</summary>
    public static CSharpCompilation Compile(IEnumerable<(string Path, string Text)> files, bool usesAspNetCore)
    {
        var trees = files
            .AsParallel().AsOrdered()
            .Select(file => CSharpSyntaxTree.ParseText(SourceText.From(file.Text, System.Text.Encoding.UTF8), ParseOptions, file.Path));
        return CSharpCompilation.Create("Generated", trees, usesAspNetCore ? AspNetCore.Value : Core.Value, CompilationOptions);
    }

    /// <summary>Emits the assembly and gives every error and warning; the stream holds the assembly when there is no error.</summary>
    public static (MemoryStream Assembly, IReadOnlyList<Diagnostic> Problems) Emit(CSharpCompilation compilation)
    {
        var stream = new MemoryStream();
        // Documentation comments are only resolved (CS1574 and the like) when they are written somewhere.
        var result = compilation.Emit(stream, xmlDocumentationStream: Stream.Null);
        stream.Position = 0;
        return (stream, [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity >= DiagnosticSeverity.Warning && !diagnostic.IsSuppressed)]);
    }

    private static MetadataReference[] PackReferences(string pack)
    {
        var sdk = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        var packs = Path.GetFullPath(Path.Combine(sdk, "..", "..", "..", "packs", pack));
        var version = Directory.GetDirectories(packs)
            .Where(folder => Directory.Exists(Path.Combine(folder, "ref", "net10.0")))
            .OrderBy(folder => Version.Parse(Path.GetFileName(folder).Split('-')[0]))
            .Last();
        return [.. Directory.GetFiles(Path.Combine(version, "ref", "net10.0"), "*.dll").Order(StringComparer.Ordinal).Select(file => MetadataReference.CreateFromFile(file))];
    }
}
