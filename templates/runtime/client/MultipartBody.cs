namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Text;
using System.Threading;
using System.Threading.Tasks;

/// <summary>
/// A multipart body (RFC 2046, RFC 7578) as browsers write it: one name and at most one file name for each part, in UTF-8 as they are. The content of .NET
/// adds <c>filename*</c>, which RFC 7578 forbids, and writes no header beyond ASCII.
/// </summary>
/// <param name="mediaType">The media type without a boundary.</param>
internal sealed class MultipartBody(string mediaType) : HttpContent
{
    private readonly string _boundary = $"----{Guid.NewGuid():N}";
    private readonly List<(string? Name, byte[] Head, HttpContent Content)> _parts = [];

    /// <summary>Adds a part.</summary>
    /// <param name="name">The name of the part; null for one that has none.</param>
    /// <param name="fileName">The name of the file; null for a part that is none.</param>
    /// <param name="partType">The media type of the content.</param>
    /// <param name="headers">Further headers.</param>
    /// <param name="content">What the part holds; disposed of with the body.</param>
    public void Add(string? name, string? fileName, string partType, IEnumerable<KeyValuePair<string, string>> headers, HttpContent content)
    {
        if (_parts.Count == 0)
            Headers.ContentType = TypeOf(partType);
        var head = new StringBuilder($"--{_boundary}\r\n");
        if (name is not null || fileName is not null)
        {
            head.Append("Content-Disposition: form-data");
            AppendParameter(head, "name", name);
            AppendParameter(head, "filename", fileName);
            head.Append("\r\n");
        }

        head.Append($"Content-Type: {MediaTypeHeaderValue.Parse(partType)}\r\n");
        foreach (var (header, text) in headers)
            head.Append($"{header}: {CheckLine(header, text)}\r\n");
        _parts.Add((name, Encoding.UTF8.GetBytes(head.Append("\r\n").ToString()), content));
    }

    /// <summary>There is a part of this name.</summary>
    public bool Has(string name) => _parts.Exists(part => part.Name == name);

    /// <summary>Adds a header to each part of a name.</summary>
    /// <returns>There is such a part.</returns>
    public bool AddHeader(string name, string header, string text)
    {
        var line = Encoding.ASCII.GetBytes($"{header}: {text}\r\n\r\n");
        for (var index = 0; index < _parts.Count; index++)
        {
            var (part, head, content) = _parts[index];
            // An empty line ends the headers.
            if (part == name)
                _parts[index] = (part, [.. head[..^2], .. line], content);
        }

        return Has(name);
    }

    /// <summary>A body without parts: a closing boundary alone, which RFC 2046 has no form for and browsers send.</summary>
    public static MultipartBody Empty(string mediaType)
    {
        var body = new MultipartBody(mediaType);
        body.Headers.ContentType = body.TypeOf("text/plain");
        return body;
    }

    /// <inheritdoc/>
    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

    /// <inheritdoc/>
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        foreach (var (_, head, content) in _parts)
        {
            await stream.WriteAsync(head, cancellationToken).ConfigureAwait(false);
            await content.CopyToAsync(stream, context, cancellationToken).ConfigureAwait(false);
            await stream.WriteAsync("\r\n"u8.ToArray(), cancellationToken).ConfigureAwait(false);
        }

        await stream.WriteAsync(End, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override bool TryComputeLength(out long length)
    {
        length = _parts.Sum(part => part.Head.Length + (part.Content.Headers.ContentLength ?? 0) + 2) + End.Length;
        return _parts.TrueForAll(part => part.Content.Headers.ContentLength is not null);
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _parts.ForEach(part => part.Content.Dispose());
        base.Dispose(disposing);
    }

    private byte[] End => Encoding.ASCII.GetBytes($"--{_boundary}--\r\n");

    private MediaTypeHeaderValue TypeOf(string rootType)
    {
        var type = new MediaTypeHeaderValue(mediaType);
        // RFC 2387: the media type of the first part.
        if (mediaType == "multipart/related")
            type.Parameters.Add(new NameValueHeaderValue("type", $"\"{rootType.Split(';')[0].Trim()}\""));
        type.Parameters.Add(new NameValueHeaderValue("boundary", _boundary));
        return type;
    }

    private static void AppendParameter(StringBuilder head, string parameter, string? text)
    {
        if (text is not null)
            head.Append($"; {parameter}=\"{Escape(text)}\"");
    }

    /// <summary>A name, escaped as browsers do.</summary>
    private static string Escape(string name) => name
        .Replace("\"", "%22", StringComparison.Ordinal)
        .Replace("\r", "%0D", StringComparison.Ordinal)
        .Replace("\n", "%0A", StringComparison.Ordinal);

    private static string CheckLine(string header, string text) =>
        text.AsSpan().IndexOfAny("\r\n\0") < 0 ? text : throw new ArgumentException("A header cannot hold a line break.", header);
}
