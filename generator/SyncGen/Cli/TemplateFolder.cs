using SyncGen.Diagnostics;
using SyncGen.Rendering;

namespace SyncGen.Cli;

/// <summary>The user's own templates, which replace the built-in ones of the same name; and the built-in ones to start from.</summary>
internal static class TemplateFolder
{
    /// <summary>The templates in a folder, if there is one, by name as <see cref="TemplateSet"/> names them.</summary>
    public static ImmutableDictionary<string, SourceFile> Read(string? folder, DiagnosticBag diagnostics)
    {
        if (folder is null)
            return ImmutableDictionary<string, SourceFile>.Empty;
        var templates = ImmutableDictionary.CreateBuilder<string, SourceFile>(StringComparer.Ordinal);
        foreach (var path in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (!name.EndsWith(".scriban", StringComparison.Ordinal) && !name.EndsWith(".cs", StringComparison.Ordinal))
                continue;
            var file = new SourceFile(name, path, File.ReadAllText(path).ReplaceLineEndings("\n"));
            if (!TemplateSet.Embedded.ContainsKey(name))
                diagnostics.Report(CliRules.UnknownTemplate, new SourceSpan(file, 1, 1), name);
            templates.Add(name, file);
        }

        return templates.ToImmutable();
    }

    /// <summary>Writes the built-in templates; false when a file of that name exists already, and then nothing is written.</summary>
    public static bool TryExport(string folder, out string existing)
    {
        existing = TemplateSet.Embedded.Keys.FirstOrDefault(name => File.Exists(Path.Combine(folder, name))) ?? "";
        if (existing.Length > 0)
            return false;
        foreach (var (name, text) in TemplateSet.Embedded)
        {
            var path = Path.Combine(folder, name);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.WriteAllText(path, text);
        }

        return true;
    }
}
