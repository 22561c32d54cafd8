using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SyncGen.Testing;

/// <summary>A target framework that output is compiled for: its language version, preprocessor symbols and reference packs.</summary>
/// <param name="name">For example <c>net8.0</c>.</param>
/// <param name="version">The C# that its SDK compiles by default.</param>
/// <param name="packOf">The folder of a reference pack by its name.</param>
internal sealed class Framework(string name, LanguageVersion version, Func<string, string> packOf)
{
    private static readonly string[] Names = ["net8.0", "net9.0", "net10.0"];

    private readonly Lazy<MetadataReference[]> _core = new(() => ReferencesOf(packOf("Microsoft.NETCore.App.Ref"), name));

    private readonly Lazy<MetadataReference[]> _aspNetCore = new(() => [.. ReferencesOf(packOf("Microsoft.AspNetCore.App.Ref"), name), .. OpenApi()]);

    /// <summary>The framework of this build, by the reference packs of its SDK.</summary>
    public static Framework Current { get; } = new("net10.0", LanguageVersion.Latest, pack => NewestOf(pack, "net10.0"));

    public CSharpParseOptions ParseOptions { get; } = new(
        version,
        DocumentationMode.Diagnose,
        preprocessorSymbols: ["NET", SymbolOf(name), .. Names.TakeWhile(other => other != name).Append(name).Select(other => SymbolOf(other) + "_OR_GREATER")]);

    public IEnumerable<MetadataReference> References(bool usesAspNetCore) => usesAspNetCore ? [.. _core.Value, .. _aspNetCore.Value] : _core.Value;

    public override string ToString() => name;

    private static string SymbolOf(string name) => name.ToUpperInvariant().Replace('.', '_');

    private static string NewestOf(string pack, string name)
    {
        var runtime = Path.GetDirectoryName(typeof(object).Assembly.Location)!;
        return Directory.GetDirectories(Path.GetFullPath(Path.Combine(runtime, "..", "..", "..", "packs", pack)))
            .Where(folder => Directory.Exists(Path.Combine(folder, "ref", name)))
            .OrderBy(folder => Version.Parse(Path.GetFileName(folder).Split('-')[0]))
            .Last();
    }

    /// <summary>The package that only what completes OpenAPI documents needs, where the tests have it.</summary>
    private static IEnumerable<MetadataReference> OpenApi()
    {
        var file = Path.Combine(AppContext.BaseDirectory, "Microsoft.OpenApi.dll");
        return File.Exists(file) ? [MetadataReference.CreateFromFile(file)] : [];
    }

    private static MetadataReference[] ReferencesOf(string pack, string name) =>
        [.. Directory.GetFiles(Path.Combine(pack, "ref", name), "*.dll").Order(StringComparer.Ordinal).Select(file => MetadataReference.CreateFromFile(file))];
}
