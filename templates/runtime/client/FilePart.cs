namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.IO;

/// <summary>A file in a multipart form, or another part whose bytes the caller gives.</summary>
/// <param name="content">The bytes, read from where the stream stands; disposed of with the request.</param>
/// <param name="fileName">The name the server sees; null for a part that is no file.</param>
/// <param name="contentType">The media type of the bytes; null for the one that the contract names, of several the one that the name's extension is for, else <c>application/octet-stream</c>. Where the contract lists media types, it must be one of them.</param>
public sealed class FilePart(Stream content, string? fileName, string? contentType = null)
{
    /// <summary>The bytes.</summary>
    public Stream Content { get; } = content ?? throw new ArgumentNullException(nameof(content));

    /// <summary>The name the server sees; null for a part that is no file.</summary>
    public string? FileName { get; } = fileName;

    /// <summary>The media type of the bytes; null for the one that the contract names, of several the one that the name's extension is for, else <c>application/octet-stream</c>.</summary>
    public string? ContentType { get; } = contentType;

    /// <summary>Further headers of the part.</summary>
    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
}
