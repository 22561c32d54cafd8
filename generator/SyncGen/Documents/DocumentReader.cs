using SyncGen.Diagnostics;

namespace SyncGen.Documents;

/// <summary>Reads files into documents, each real file once.</summary>
/// <param name="baseFolder">The folder that paths are shown relative to.</param>
internal sealed class DocumentReader(string baseFolder, DiagnosticBag diagnostics)
{
    private readonly Dictionary<string, Document?> _byFullPath = new(StringComparer.Ordinal);
    private readonly NodeBudget _nodes = new();
    private long _totalBytes;

    /// <summary>Every document that was read.</summary>
    public IEnumerable<Document> Documents => _byFullPath.Values.OfType<Document>();

    /// <param name="fullPath">The real path.</param>
    /// <param name="report">Says that the file cannot be read, and why.</param>
    /// <returns>Null when it cannot be read or holds no value, which is reported.</returns>
    public Document? Read(string fullPath, Action<string> report)
    {
        if (_byFullPath.TryGetValue(fullPath, out var known))
            return known;
        var path = Path.GetRelativePath(baseFolder, fullPath).Replace(Path.DirectorySeparatorChar, '/');
        var document = ReadBytes(path, fullPath, report) is { } bytes && SourceText.Decode(path, fullPath, bytes, diagnostics) is { } source
            ? Parse(source)
            : null;
        _byFullPath.Add(fullPath, document);
        return document;
    }

    private byte[]? ReadBytes(string path, string fullPath, Action<string> report)
    {
        try
        {
            // Devices and pipes have no length; opening one could wait for ever.
            var start = new SourceSpan(new SourceFile(path, fullPath, ""), 1, 1);
            var length = new FileInfo(fullPath).Length;
            if (length is 0)
                diagnostics.Report(DocumentRules.EmptyFile, start, path);
            else if (length > DocumentLimits.FileBytes)
                diagnostics.Report(DocumentRules.FileTooLarge, start, path, DocumentLimits.FileMebibytes);
            else if ((_totalBytes += length) > DocumentLimits.TotalBytes)
                diagnostics.Report(DocumentRules.TooMuchText, start, DocumentLimits.TotalMebibytes);
            else
                return ReadBytes(fullPath, (int)length);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            report(exception is UnauthorizedAccessException ? "access is denied" : "reading fails");
        }

        return null;
    }

    private static byte[] ReadBytes(string fullPath, int length)
    {
        using var stream = new FileStream(fullPath, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 0);
        var bytes = new byte[length];
        var read = stream.ReadAtLeast(bytes, length, throwOnEndOfStream: false);
        return read == length ? bytes : bytes[..read];
    }

    private Document? Parse(SourceText source)
    {
        var root = IsJson(source) ? JsonNodeReader.Read(source, _nodes, diagnostics) : YamlNodeReader.Read(source, _nodes, diagnostics);
        return root is null ? null : new Document(source.File, root);
    }

    /// <summary>JSON by name; a YAML file that is strict JSON is read as such, because that is faster and has fewer surprises.</summary>
    private static bool IsJson(SourceText source) =>
        source.File.Path.EndsWith(".json", StringComparison.OrdinalIgnoreCase)
        || (source.Utf8.Span.TrimStart(" \t\r\n"u8) is [(byte)'{', ..] && JsonSyntaxCheck.IsJson(source.Utf8.Span));
}
