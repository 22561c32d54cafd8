using System.Text;
using SyncGen.Diagnostics;
using SyncGen.Documents;
using SyncGen.Rendering;

namespace SyncGen.Cli;

/// <summary>The user's own templates, which replace the built-in ones of the same name; and the built-in ones to start from.</summary>
internal static class TemplateFolder
{
    private const int LargestFile = DocumentLimits.TextLength;

    private const int MostFiles = 10_000;

    private const int DeepestFolder = 8;

    /// <summary>The templates in a folder, if there is one, by name as <see cref="TemplateSet"/> names them.</summary>
    public static ImmutableDictionary<string, SourceFile> Read(string? folder, DiagnosticBag diagnostics)
    {
        var templates = ImmutableDictionary.CreateBuilder<string, SourceFile>(StringComparer.Ordinal);
        if (folder is null)
            return templates.ToImmutable();
        foreach (var path in Files(folder, DeepestFolder).Take(MostFiles).Order(StringComparer.Ordinal))
        {
            var name = Path.GetRelativePath(folder, path).Replace('\\', '/');
            if (!name.EndsWith(".scriban", StringComparison.Ordinal) && !name.EndsWith(".cs", StringComparison.Ordinal))
                continue;
            if (Read(name, path, diagnostics) is not { } file)
                continue;
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

    /// <summary>Links are among the files, and nothing behind those to folders.</summary>
    private static IEnumerable<string> Files(string folder, int depth)
    {
        foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos("*", new EnumerationOptions { AttributesToSkip = 0, IgnoreInaccessible = true }))
        {
            if (entry is FileInfo)
                yield return entry.FullName;
            else if (entry.LinkTarget is null && depth > 0)
            {
                foreach (var path in Files(entry.FullName, depth - 1))
                    yield return path;
            }
        }
    }

    /// <summary>Null when it is no file of its own folder, which is reported: what it holds would come out in the code.</summary>
    private static SourceFile? Read(string name, string path, DiagnosticBag diagnostics)
    {
        var file = new FileInfo(path);
        var problem = file switch
        {
            { LinkTarget: not null } => "it is a link, and links are not followed here",
            { Length: > LargestFile } => "it is too large",
            _ => null,
        };
        try
        {
            // Pipes and devices have no length; opening one could wait for ever.
            if (problem is null)
                return new SourceFile(name, path, file.Length == 0 ? "" : File.ReadAllText(path, Encoding.UTF8).ReplaceLineEndings("\n"));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            problem = exception is UnauthorizedAccessException ? "access is denied" : "reading fails";
        }

        diagnostics.Report(CliRules.UnreadableTemplate, new SourceSpan(new SourceFile(name, path, ""), 1, 1), problem);
        return null;
    }
}
