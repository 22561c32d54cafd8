using System.Reflection;
using Scriban;
using Scriban.Runtime;
using SyncGen.Diagnostics;

namespace SyncGen.Rendering;

/// <summary>The templates in force: the ones embedded in the tool, each replaced by the user's of the same name.</summary>
internal sealed class TemplateSet(ImmutableDictionary<string, SourceFile> overrides) : ITemplateLoader
{
    private const string Prefix = "templates/";
    private const string RuntimePrefix = "templates/runtime/";

    /// <summary>The embedded templates and runtime files by name (<c>ModelRecord.scriban</c>, <c>runtime/JsonList.cs</c>), sorted.</summary>
    public static ImmutableSortedDictionary<string, string> Embedded { get; } = ReadEmbedded();

    /// <summary>Whether no template is the user's own.</summary>
    public bool IsBuiltIn => overrides.IsEmpty;

    /// <summary>The text of a template, or null when there is none of this name.</summary>
    public string? TextOf(string name) => overrides.GetValueOrDefault(name)?.Text ?? Embedded.GetValueOrDefault(name);

    /// <summary>The file that a diagnostic about a template points into; a built-in one has no path on disk.</summary>
    public SourceFile? FileOf(string name) =>
        overrides.GetValueOrDefault(name) ?? (Embedded.GetValueOrDefault(name) is { } text ? new SourceFile(name, name, text) : null);

    public static string RuntimeName(string file) => RuntimePrefix[Prefix.Length..] + file;

    string ITemplateLoader.GetPath(TemplateContext context, Scriban.Parsing.SourceSpan callerSpan, string templateName) => $"{templateName}.scriban";

    string? ITemplateLoader.Load(TemplateContext context, Scriban.Parsing.SourceSpan callerSpan, string templatePath) => TextOf(templatePath);

    ValueTask<string?> ITemplateLoader.LoadAsync(TemplateContext context, Scriban.Parsing.SourceSpan callerSpan, string templatePath) =>
        ValueTask.FromResult(TextOf(templatePath));

    private static ImmutableSortedDictionary<string, string> ReadEmbedded()
    {
        var assembly = Assembly.GetExecutingAssembly();
        var texts = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var name in assembly.GetManifestResourceNames())
        {
            var normalized = name.Replace('\\', '/');
            if (!normalized.StartsWith(Prefix, StringComparison.Ordinal))
                continue;
            using var reader = new StreamReader(assembly.GetManifestResourceStream(name)!);
            texts.Add(normalized[Prefix.Length..], reader.ReadToEnd().ReplaceLineEndings("\n"));
        }

        return texts.ToImmutable();
    }
}
