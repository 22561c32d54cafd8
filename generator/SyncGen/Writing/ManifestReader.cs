using System.Text;
using System.Text.Json;

namespace SyncGen.Writing;

/// <summary>
/// Reads <see cref="Manifest"/>s. A manifest is a file that anyone may have changed, and it decides what is deleted: whatever SyncGen
/// cannot have written makes the whole of it unreadable.
/// </summary>
internal static class ManifestReader
{
    /// <summary>Room for more than 100,000 files.</summary>
    private const int LargestFile = 16 * 1024 * 1024;

    private const int LongestPath = 512;

    private const int DeepestPath = 8;

    private const string Suffix = ".g.cs";

    private const string WrongForm = "it is not in the form that SyncGen writes";

    /// <summary>The manifest of a folder, an empty one when there is none; null when it cannot be read, and then why.</summary>
    public static Manifest? Read(string folder, out string problem)
    {
        var file = new FileInfo(Path.Combine(folder, Manifest.FileName));
        problem = "";
        if (Directory.Exists(file.FullName))
            problem = "it is a folder";
        // Pipes and devices have no length; opening one could wait for ever.
        else if (file is { Exists: true, Length: 0 })
            problem = "it is empty";
        else if (file is { Exists: true, Length: > LargestFile })
            problem = "it is too large";
        if (problem.Length > 0)
            return null;
        return file.Exists ? Parse(Encoding.UTF8.GetString(File.ReadAllBytes(file.FullName)), out problem) : Manifest.Empty;
    }

    /// <summary>The manifest that a text is; null when it is none, and then why.</summary>
    public static Manifest? Parse(string text, out string problem)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            problem = "";
            return Read(document.RootElement, ref problem);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            problem = exception is JsonException ? "it is no JSON" : WrongForm;
            return null;
        }
    }

    private static Manifest? Read(JsonElement root, ref string problem)
    {
        var manifest = Manifest.Empty;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var property in root.EnumerateObject())
        {
            if (!names.Add(property.Name))
                return Refuse(WrongForm, out problem);
            switch (property.Name)
            {
                case "version":
                    if (!property.Value.TryGetInt32(out var version) || version is < 1 or > Manifest.Version)
                        return Refuse("it is of another version of SyncGen", out problem);
                    break;
                case "contracts":
                    manifest = manifest with { Contracts = [.. property.Value.EnumerateArray().Select(contract => contract.GetString() ?? "")] };
                    break;
                case "files" when ReadHashes(property.Value, ref problem) is { } hashes:
                    manifest = manifest with { Hashes = hashes };
                    break;
                case "pending" when ReadHashes(property.Value, ref problem) is { } hashes:
                    manifest = manifest with { Pending = hashes };
                    break;
                default:
                    return Refuse(problem.Length > 0 ? problem : $"SyncGen does not know '{property.Name}'", out problem);
            }
        }

        return names.Contains("files") && manifest.Contracts.All(IsContract) ? manifest : Refuse(WrongForm, out problem);
    }

    private static ImmutableSortedDictionary<string, string>? ReadHashes(JsonElement files, ref string problem)
    {
        var hashes = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in files.EnumerateObject())
        {
            if (!IsGeneratedPath(file.Name))
                problem = $"SyncGen writes no file '{file.Name}'";
            else if (!names.Add(file.Name))
                problem = $"it lists '{file.Name}' twice";
            else if (file.Value.GetString() is not { Length: 64 } hash || !hash.All(char.IsAsciiHexDigitLower))
                problem = $"it has no hash of '{file.Name}'";
            else
                hashes.Add(file.Name, hash);
            if (problem.Length > 0)
                return null;
        }

        return hashes.ToImmutable();
    }

    private static Manifest? Refuse(string reason, out string problem)
    {
        problem = reason;
        return null;
    }

    /// <summary>A path as generated files have it: it cannot leave the folder, is the same on every system and is not hidden.</summary>
    private static bool IsGeneratedPath(string path) =>
        path.Length <= LongestPath
        && path.EndsWith(Suffix, StringComparison.Ordinal)
        && path.Split('/') is { Length: <= DeepestPath } segments
        && segments.All(segment => segment is not ("" or ['.', ..] or [.., '.']) && segment.All(IsPlain));

    private static bool IsPlain(char character) => char.IsAsciiLetterOrDigit(character) || character is '_' or '-' or '.';

    private static bool IsContract(string path) => path.Length is > 0 and <= 4096 && !path.Any(char.IsControl);
}
