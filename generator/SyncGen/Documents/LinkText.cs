using System.Buffers;
using System.Text;

namespace SyncGen.Documents;

/// <summary>
/// What git writes for a symbolic link where the system has none (Windows by default): a small file that holds the link's target.
/// </summary>
internal static class LinkText
{
    private const int LongestTarget = 1024;

    private static readonly SearchValues<char> NotInTargets = SearchValues.Create("\n\r\0\\: ");

    /// <returns>The relative path in the file, or null when this is a folder or another kind of file.</returns>
    public static string? Read(string path)
    {
        var file = new FileInfo(path);
        if (!file.Exists || file.Length is 0 or > LongestTarget)
            return null;
        try
        {
            var text = Encoding.UTF8.GetString(File.ReadAllBytes(path));
            return text.AsSpan().ContainsAny(NotInTargets) || text.StartsWith('/') ? null : text;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
