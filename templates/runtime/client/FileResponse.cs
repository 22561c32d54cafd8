namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.IO;
using System.Threading.Tasks;

/// <summary>A response whose body is a file. Disposing of it ends the request.</summary>
/// <param name="content">The bytes, read as they arrive.</param>
public sealed class FileResponse(Stream content) : IDisposable, IAsyncDisposable
{
    /// <summary>The bytes, read as they arrive; disposed of with this object.</summary>
    public Stream Content { get; } = content ?? throw new ArgumentNullException(nameof(content));

    /// <summary>The media type with its parameters, as the server wrote it; null when the server named none.</summary>
    public string? ContentType { get; init; }

    /// <summary>The media type without parameters and in lowercase: <c>image/png</c>; null when the server named none.</summary>
    public string? MediaType => ContentType?.Split(';')[0].Trim().ToLowerInvariant();

    /// <summary>How many bytes there are; null when the server did not say, or when the body was compressed on the way.</summary>
    public long? ContentLength { get; init; }

    /// <summary>
    /// The name that the server suggests (<c>Content-Disposition</c>, RFC 6266), without folders and control characters; null when it suggests none.
    /// </summary>
    public string? FileName { get; init; }

    /// <summary>The HTTP status code.</summary>
    public int StatusCode { get; init; } = 200;

    /// <summary>The headers by name, without regard to case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Headers { get; init; } = ReadOnlyDictionary<string, IReadOnlyList<string>>.Empty;

    /// <inheritdoc/>
    public void Dispose() => Content.Dispose();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Content.DisposeAsync();
}
