using System.Text.RegularExpressions;

namespace SyncGen.Corpus;

/// <summary>Finds the entry documents below a folder: the files that say which dialect they speak at top level.</summary>
internal static partial class ContractFinder
{
    public static IReadOnlyList<string> Find(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Where(file => Path.GetExtension(file) is ".yaml" or ".yml" or ".json")
            .Where(IsContract)
            .Order(StringComparer.Ordinal)];

    private static bool IsContract(string file) =>
        File.ReadLines(file).Any(line => YamlVersion().IsMatch(line)) || JsonVersion().IsMatch(Head(file));

    private static string Head(string file)
    {
        using var reader = new StreamReader(file);
        var buffer = new char[65536];
        return new string(buffer, 0, reader.ReadBlock(buffer));
    }

    [GeneratedRegex("""^["']?(swagger|openapi)["']?\s*:""")]
    private static partial Regex YamlVersion();

    [GeneratedRegex("""^\s*\{\s*(?s:.*?)"(swagger|openapi)"\s*:\s*"[0-9]""")]
    private static partial Regex JsonVersion();
}
