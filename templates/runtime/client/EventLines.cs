namespace SyncGen.Runtime;

using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

/// <summary>The lines of a server-sent event stream: UTF-8 that ends lines with CR, LF or both, perhaps after a byte order mark.</summary>
internal sealed class EventLines(Stream stream) : IDisposable
{
    private const int SmallestSize = 4096;

    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(SmallestSize);
    private int _start;
    private int _end;
    private bool _hasBegun;
    private bool _endsWithReturn;

    /// <summary>Reads a line as soon as it ends; what the stream ends within is none.</summary>
    /// <returns>The line, valid until the next call; null at the end of the stream.</returns>
    public async ValueTask<ReadOnlyMemory<byte>?> ReadAsync(CancellationToken cancellationToken)
    {
        var searched = 0;
        while (true)
        {
            SkipLineFeed();
            var length = _buffer.AsSpan(_start + searched, _end - _start - searched).IndexOfAny((byte)'\r', (byte)'\n');
            if (length >= 0)
                return Take(searched + length);
            searched = _end - _start;
            if (!await FillAsync(cancellationToken).ConfigureAwait(false))
                return null;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    /// <summary>The line feed after a carriage return ends no further line; it may come later than the line.</summary>
    private void SkipLineFeed()
    {
        if (!_endsWithReturn || _start == _end)
            return;
        _endsWithReturn = false;
        if (_buffer[_start] == '\n')
            _start++;
    }

    private ReadOnlyMemory<byte> Take(int length)
    {
        var line = _buffer.AsMemory(_start, length);
        _endsWithReturn = _buffer[_start + length] == '\r';
        _start += length + 1;
        if (!_hasBegun && line.Span.StartsWith("\uFEFF"u8))
            line = line[3..];
        _hasBegun = true;
        return line;
    }

    private async ValueTask<bool> FillAsync(CancellationToken cancellationToken)
    {
        if (_start > 0)
        {
            _buffer.AsSpan(_start, _end - _start).CopyTo(_buffer);
            _end -= _start;
            _start = 0;
        }

        if (_end == _buffer.Length)
        {
            var larger = ArrayPool<byte>.Shared.Rent(checked(_buffer.Length * 2));
            _buffer.CopyTo(larger, 0);
            ArrayPool<byte>.Shared.Return(_buffer);
            _buffer = larger;
        }

        var count = await stream.ReadAsync(_buffer.AsMemory(_end), cancellationToken).ConfigureAwait(false);
        _end += count;
        return count > 0;
    }
}
