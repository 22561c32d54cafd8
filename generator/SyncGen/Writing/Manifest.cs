using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SyncGen.Rendering;

namespace SyncGen.Writing;

/// <summary>
/// <c>syncgen.lock.json</c>: the files that we wrote into a folder and the hash of each. Hashes are taken of the text with LF line ends,
/// so that a checkout with CRLF is no edit.
/// </summary>
internal sealed record Manifest(ImmutableSortedDictionary<string, string> Hashes)
{
    public const string FileName = "syncgen.lock.json";

    public static Manifest Empty { get; } = new(ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal));

    public static Manifest Of(ImmutableArray<GeneratedFile> files) =>
        new(files.ToImmutableSortedDictionary(file => file.Path, file => HashOf(file.Text), StringComparer.Ordinal));

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Reads a manifest; null when the text is none.</summary>
    public static Manifest? TryParse(string text)
    {
        try
        {
            using var document = JsonDocument.Parse(text);
            var hashes = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
            foreach (var file in document.RootElement.GetProperty("files").EnumerateObject())
            {
                if (!IsPlainPath(file.Name))
                    return null;
                hashes[file.Name] = file.Value.GetString() ?? "";
            }

            return new Manifest(hashes.ToImmutable());
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or KeyNotFoundException)
        {
            return null;
        }
    }

    public string ToText()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteStartObject("files");
            foreach (var (path, hash) in Hashes)
                writer.WriteString(path, hash);
            writer.WriteEndObject();
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    /// <summary>A path that cannot leave the folder: a manifest is a file that anyone may have changed.</summary>
    private static bool IsPlainPath(string path) =>
        !path.Contains('\\', StringComparison.Ordinal)
        && !path.Contains(':', StringComparison.Ordinal)
        && path.Split('/').All(segment => segment is not ("" or "." or ".."));
}
