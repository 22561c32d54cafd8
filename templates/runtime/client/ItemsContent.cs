namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.IO;
using System.Net;
using System.Net.Http;
using System.Net.Http.Headers;
using System.Threading;
using System.Threading.Tasks;
using SyncGen.Runtime.Json;

/// <summary>Puts items into requests, a JSON text a line, each sent when it is there.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class ItemsContent
{
    /// <summary>Carries items, which are enumerated once, unless there are none.</summary>
    public static void SetItems<T, TCodec>(this ApiRequest request, IAsyncEnumerable<T>? items, string mediaType)
        where TCodec : struct, IJsonCodec<T>
    {
        if (items is not null)
            request.Content = new Items<T, TCodec>(items, mediaType);
    }

    private sealed class Items<T, TCodec> : HttpContent
        where TCodec : struct, IJsonCodec<T>
    {
        private readonly IAsyncEnumerable<T> _items;
        private readonly bool _isSequence;

        /// <param name="items">The items, which are enumerated once.</param>
        /// <param name="mediaType">The media type. A JSON text sequence (RFC 7464) marks the start of each text.</param>
        public Items(IAsyncEnumerable<T> items, string mediaType)
        {
            _items = items;
            _isSequence = mediaType.StartsWith("application/json-seq", StringComparison.OrdinalIgnoreCase);
            Headers.ContentType = MediaTypeHeaderValue.Parse(mediaType);
        }

        /// <inheritdoc/>
        protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => SerializeToStreamAsync(stream, context, CancellationToken.None);

        /// <inheritdoc/>
        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
        {
            await foreach (var item in _items.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                var json = JsonFormat<T>.Of<TCodec>().ToUtf8(item);
                byte[] line = _isSequence ? [0x1E, .. json, (byte)'\n'] : [.. json, (byte)'\n'];
                await stream.WriteAsync(line, cancellationToken).ConfigureAwait(false);
                await stream.FlushAsync(cancellationToken).ConfigureAwait(false);
            }
        }

        /// <inheritdoc/>
        protected override bool TryComputeLength(out long length)
        {
            length = 0;
            return false;
        }
    }
}
