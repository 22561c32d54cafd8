using SyncGen.Diagnostics;

namespace SyncGen.Writing;

/// <summary>Writes a single file that the user named: under a temporary name first, so that it is whole or not there.</summary>
internal static class OutputFile
{
    /// <summary>Replaces the file; false when that cannot be done, which is reported.</summary>
    public static bool Write(string path, string text, DiagnosticBag diagnostics)
    {
        var temporary = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            try
            {
                File.WriteAllText(temporary, text);
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
}
