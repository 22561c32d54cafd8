using System.Globalization;
using System.Text;

namespace SyncGen.Writing;

/// <summary>
/// A folder in the output folder for what is about to be written, and the right to write: who holds its lock file open is alone.
/// What a killed run left in it is cleared by the next one.
/// </summary>
internal sealed class StagingFolder : IDisposable
{
    public const string FolderName = ".syncgen.tmp";

    public const string LockName = "lock";

    private const int AttemptMilliseconds = 50;
    private const int Attempts = 60_000 / AttemptMilliseconds;

    private readonly string _path;
    private readonly string? _created;
    private readonly FileStream _lock;
    private int _count;

    private StagingFolder(string folder, string? created, FileStream held)
    {
        Folder = folder;
        _path = Path.Combine(folder, FolderName);
        _created = created;
        _lock = held;
    }

    /// <summary>The output folder.</summary>
    public string Folder { get; }

    /// <summary>Makes the output folder if there is none, and waits for other runs to finish.</summary>
    public static StagingFolder Open(string folder, CancellationToken stopping)
    {
        var created = FirstMissing(folder);
        var path = Path.Combine(folder, FolderName);
        try
        {
            var staging = new StagingFolder(folder, created, Hold(path, stopping));
            staging.Clear();
            return staging;
        }
        catch
        {
            DeleteIfEmpty(path);
            DeleteCreated(folder, created);
            throw;
        }
    }

    /// <summary>Waits, without the right to write, until nobody writes.</summary>
    public static void Wait(string folder)
    {
        var path = Path.Combine(folder, FolderName, LockName);
        for (var attempt = 1; attempt < Attempts && IsHeld(path); attempt++)
            Thread.Sleep(AttemptMilliseconds);
    }

    /// <summary>Writes a file into the staging folder, from where it is moved to its place.</summary>
    /// <returns>Its path.</returns>
    public string Stage(byte[] content)
    {
        var path = Path.Combine(_path, (_count++).ToString(CultureInfo.InvariantCulture));
        using var stream = new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None, bufferSize: 0);
        stream.Write(content);
        return path;
    }

    public string Stage(string text) => Stage(Encoding.UTF8.GetBytes(text));

    /// <summary>Deletes what was staged and gives the right to write to others. An output folder in which nothing was written goes as well.</summary>
    public void Dispose()
    {
        try
        {
            Clear();
        }
        finally
        {
            _lock.Dispose();
            DeleteIfEmpty(_path);
            DeleteCreated(Folder, _created);
        }
    }

    /// <summary>The lock file is deleted when it is closed, and .NET sees to it that nobody holds a deleted one.</summary>
    private static FileStream Hold(string path, CancellationToken stopping)
    {
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                Directory.CreateDirectory(path);
                return new FileStream(
                    Path.Combine(path, LockName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose);
            }
            catch (IOException exception) when ((IsHeldByOther(exception) || exception is DirectoryNotFoundException) && attempt < Attempts)
            {
                if (stopping.WaitHandle.WaitOne(AttemptMilliseconds))
                    throw new OperationCanceledException(stopping);
            }
        }
    }

    private static bool IsHeld(string path)
    {
        try
        {
            using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
            return false;
        }
        catch (IOException exception)
        {
            return IsHeldByOther(exception);
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>ERROR_SHARING_VIOLATION on Windows, EWOULDBLOCK on Linux and on macOS.</summary>
    private static bool IsHeldByOther(IOException exception) => exception.HResult is unchecked((int)0x80070020) or 11 or 35;

    /// <summary>The staged files, which are called by numbers. Anything else is not ours.</summary>
    private void Clear()
    {
        foreach (var path in Directory.EnumerateFiles(_path).Where(path => Path.GetFileName(path).All(char.IsAsciiDigit)).ToArray())
            File.Delete(path);
    }

    /// <summary>The first folder on the way that does not exist.</summary>
    private static string? FirstMissing(string folder)
    {
        string? missing = null;
        for (var current = folder; current is not null && !Path.Exists(current); current = Path.GetDirectoryName(current))
            missing = current;
        return missing;
    }

    private static void DeleteCreated(string folder, string? created)
    {
        if (created is null)
            return;
        for (var current = folder; current is not null && current.Length >= created.Length && DeleteIfEmpty(current); current = Path.GetDirectoryName(current))
        {
        }
    }

    private static bool DeleteIfEmpty(string folder)
    {
        try
        {
            Directory.Delete(folder);
            return true;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Somebody else uses it.
            return false;
        }
    }
}
