namespace SyncGen.Runtime;

using System;
using System.Buffers;
using System.IO;
using System.Threading;
using System.Threading.Tasks;

/// <summary>The bytes of a body in one array from the shared pool.</summary>
internal sealed class PooledBuffer : IDisposable
{
    private const int SmallestSize = 4096;
    private const int LargestTrustedSize = 1024 * 1024;

    private byte[] _array;

    private PooledBuffer(int size) => _array = ArrayPool<byte>.Shared.Rent(size);

    /// <summary>How many bytes were read.</summary>
    public int Length { get; private set; }

    /// <summary>There was more than the limit; what is here is its beginning.</summary>
    public bool IsCut { get; private set; }

    /// <summary>The bytes that were read; valid until this is disposed of.</summary>
    public ReadOnlyMemory<byte> Memory => _array.AsMemory(0, Length);

    /// <summary>Reads a stream to its end, or to the limit.</summary>
    /// <param name="stream">Read from where it stands.</param>
    /// <param name="expected">The length that the sender announced, a hint only.</param>
    /// <param name="limit">The most bytes that are kept.</param>
    /// <param name="cancellationToken">Cancels the reading.</param>
    public static async ValueTask<PooledBuffer> ReadAsync(Stream stream, long? expected, int limit, CancellationToken cancellationToken)
    {
        var buffer = new PooledBuffer((int)Math.Clamp((expected ?? 0) + 1, SmallestSize, LargestTrustedSize));
        try
        {
            while (true)
            {
                if (buffer.Length == buffer._array.Length)
                    buffer.Grow();
                var count = await stream.ReadAsync(buffer._array.AsMemory(buffer.Length), cancellationToken).ConfigureAwait(false);
                if (count == 0)
                    return buffer;
                if (count > limit - buffer.Length)
                {
                    buffer.Length = limit;
                    buffer.IsCut = true;
                    return buffer;
                }

                buffer.Length += count;
            }
        }
        catch
        {
            buffer.Dispose();
            throw;
        }
    }

    /// <summary>Overwrites the bytes, so that who reads them stops.</summary>
    public void Spoil() => _array.AsSpan(0, Length).Clear();

    /// <inheritdoc/>
    public void Dispose()
    {
        var array = Interlocked.Exchange(ref _array, []);
        if (array.Length > 0)
            ArrayPool<byte>.Shared.Return(array);
        Length = 0;
    }

    private void Grow()
    {
        var larger = ArrayPool<byte>.Shared.Rent(checked(_array.Length * 2));
        _array.AsSpan(0, Length).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_array);
        _array = larger;
    }
}
