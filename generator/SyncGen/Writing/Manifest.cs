using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using SyncGen.Rendering;

namespace SyncGen.Writing;

/// <summary>
/// <c>syncgen.lock.json</c>: the files that we wrote into a folder and the hash of each. Hashes are taken of the text with LF line ends,
/// so that a checkout with CRLF is no edit.
/// </summary>
/// <param name="Contracts">The contracts that the folder belongs to, relative to the folder; empty when nobody has finished writing it.</param>
/// <param name="Hashes">The hash of each file by its path below the folder, with '/'.</param>
/// <param name="Pending">
/// What a run is about to write. A run that is killed leaves them, and then a file is ours with either hash. Empty when the run has finished.
/// </param>
internal sealed record Manifest(
    ImmutableArray<string> Contracts,
    ImmutableSortedDictionary<string, string> Hashes,
    ImmutableSortedDictionary<string, string> Pending)
{
    public const string FileName = "syncgen.lock.json";

    /// <summary>Grows when an older SyncGen would misread the file. Manifests without a version are of version 1.</summary>
    public const int Version = 2;

    private static readonly ImmutableSortedDictionary<string, string> None = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal);

    public static Manifest Empty { get; } = new([], None, None);

    /// <summary>Every file that the manifest speaks of.</summary>
    public IEnumerable<string> Paths => Hashes.Keys.Union(Pending.Keys, StringComparer.Ordinal);

    public static Manifest Of(ImmutableArray<string> contracts, IEnumerable<GeneratedFile> files) =>
        new([.. contracts.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)], HashesOf(files.Select(file => (file.Path, file.Text))), None);

    public static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>What the folder may hold while the changes are made.</summary>
    public Manifest Before(Changes changes) =>
        new([], Hashes, Pending.SetItems(HashesOf(changes.Stale.Where(change => change.After is not null).Select(change => (change.Path, change.After!)))));

    public bool Lists(string path) => Hashes.ContainsKey(path) || Pending.ContainsKey(path);

    /// <summary>Whether the file is as a run wrote it.</summary>
    public bool Holds(string path, string text) =>
        Lists(path) && HashOf(text) is var hash && (Hashes.GetValueOrDefault(path) == hash || Pending.GetValueOrDefault(path) == hash);

    public string ToText()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true, NewLine = "\n" }))
        {
            writer.WriteStartObject();
            writer.WriteNumber("version", Version);
            if (!Contracts.IsEmpty)
            {
                writer.WriteStartArray("contracts");
                foreach (var contract in Contracts)
                    writer.WriteStringValue(contract);
                writer.WriteEndArray();
            }

            Write(writer, "files", Hashes);
            if (!Pending.IsEmpty)
                Write(writer, "pending", Pending);
            writer.WriteEndObject();
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length) + "\n";
    }

    private static void Write(Utf8JsonWriter writer, string name, ImmutableSortedDictionary<string, string> hashes)
    {
        writer.WriteStartObject(name);
        foreach (var (path, hash) in hashes)
            writer.WriteString(path, hash);
        writer.WriteEndObject();
    }

    private static ImmutableSortedDictionary<string, string> HashesOf(IEnumerable<(string Path, string Text)> files) =>
        files.ToImmutableSortedDictionary(file => file.Path, file => HashOf(file.Text), StringComparer.Ordinal);
}
