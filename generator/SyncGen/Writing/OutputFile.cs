using SyncGen.Diagnostics;

namespace SyncGen.Writing;

/// <summary>Writes a single file that the user named: under a temporary name first, so that it is whole or not there.</summary>
internal static class OutputFile
{
    private const string TemporarySuffix = ".syncgen.tmp";

    /// <summary>Replaces the file; false when that cannot be done, which is reported.</summary>
    public static bool Write(string path, string text, DiagnosticBag diagnostics)
    {
        var temporary = path + TemporarySuffix;
        try
        {
            RequireFile(path);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Delete(temporary);
            try
            {
                using (var writer = new StreamWriter(new FileStream(temporary, FileMode.CreateNew, FileAccess.Write)))
                    writer.Write(text);
                File.Move(temporary, path, overwrite: true);
                return true;
            }
            finally
            {
                File.Delete(temporary);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            diagnostics.Report(WritingRules.CannotWrite, null, exception.Message.Replace(temporary, Path.GetFileName(path), StringComparison.Ordinal));
            return false;
        }
    }

    /// <summary>A rename would replace a pipe or a device by a file.</summary>
    private static void RequireFile(string path)
    {
        if (!Path.Exists(path))
            return;
        if (path.StartsWith("/dev/", StringComparison.Ordinal) || path.StartsWith("/proc/", StringComparison.Ordinal))
            throw new IOException($"'{path}' is no file. Without --output the bundle goes to standard output.");
        if (new FileInfo(path) is { Exists: true, LinkTarget: null, Length: 0 })
        {
            // Open for both, a pipe waits for nobody.
            using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite, FileShare.ReadWrite);
            using var stream = new FileStream(handle, FileAccess.ReadWrite, bufferSize: 0);
            if (!stream.CanSeek)
                throw new IOException($"'{Path.GetFileName(path)}' is a pipe. Without --output the bundle goes to standard output.");
        }
    }
}
