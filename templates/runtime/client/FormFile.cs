using System;
using System.IO;

namespace SyncGen.Runtime;

/// <summary>A file in a multipart form.</summary>
/// <param name="content">The bytes, read from where the stream stands; disposed of with the request.</param>
/// <param name="fileName">The name the server sees.</param>
/// <param name="contentType">The media type of the bytes.</param>
public sealed class FormFile(Stream content, string fileName, string contentType = "application/octet-stream")
{
    /// <summary>The bytes.</summary>
    public Stream Content { get; } = content ?? throw new ArgumentNullException(nameof(content));

    /// <summary>The name the server sees.</summary>
    public string FileName { get; } = fileName ?? throw new ArgumentNullException(nameof(fileName));

    /// <summary>The media type of the bytes.</summary>
    public string ContentType { get; } = contentType ?? throw new ArgumentNullException(nameof(contentType));
}
