using System.Text;

namespace SyncGen.Writing;

/// <summary>
/// The open manifest of a folder. Whoever writes the folder holds it open alone, so two runs at once follow each other;
/// it is therefore written in place, last of all.
/// </summary>
internal sealed class ManifestFile : IDisposable
{
    private const int AttemptMilliseconds = 50;
    private const int Attempts = 60_000 / AttemptMilliseconds;

    private readonly FileStream _stream;
    private readonly string _text;

    private ManifestFile(FileStream stream)
    {
        _stream = stream;
        _text = Encoding.UTF8.GetString(ReadAll(stream)).Replace("\r\n", "\n", StringComparison.Ordinal);
        Manifest = _text.Length == 0 ? Manifest.Empty : Manifest.TryParse(_text);
    }

    /// <summary>Null when the file holds no manifest.</summary>
    public Manifest? Manifest { get; }

    /// <summary>Opens or makes the manifest and waits for other runs to finish.</summary>
    public static ManifestFile OpenToWrite(string folder) =>
        new(Open(Path.Combine(folder, Manifest.FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));

    /// <summary>Reads the manifest, an empty one when there is none; null when the file holds no manifest.</summary>
    public static Manifest? Read(string folder)
    {
        var path = Path.Combine(folder, Manifest.FileName);
        if (!File.Exists(path))
            return Manifest.Empty;
        using var file = new ManifestFile(Open(path, FileMode.Open, FileAccess.Read, FileShare.Read));
        return file.Manifest;
    }

    /// <summary>Writes the manifest unless it stands there already.</summary>
    public void Save(Manifest manifest)
    {
        var text = manifest.ToText();
        if (text == _text)
            return;
        _stream.SetLength(0);
        _stream.Write(Encoding.UTF8.GetBytes(text));
        _stream.Flush();
    }

    public void Dispose()
    {
        // A run that failed before anything was written leaves no trace.
        var isUnused = _stream is { CanWrite: true, Length: 0 };
        _stream.Dispose();
        if (isUnused)
            File.Delete(_stream.Name);
    }

    private static FileStream Open(string path, FileMode mode, FileAccess access, FileShare share)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return new FileStream(path, mode, access, share);
            }
            catch (IOException exception) when (IsHeldByOther(exception) && attempt < Attempts)
            {
                Thread.Sleep(AttemptMilliseconds);
            }
        }
    }

    /// <summary>ERROR_SHARING_VIOLATION on Windows, EWOULDBLOCK on Linux and on macOS.</summary>
    private static bool IsHeldByOther(IOException exception) => exception.HResult is unchecked((int)0x80070020) or 11 or 35;

    private static byte[] ReadAll(FileStream stream)
    {
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }
}
