namespace SyncGen.Runtime.Json;

using System;
using System.Buffers;
using System.Text.Json;

/// <summary>Bytes in one piece, in memory that is rented and goes back on <see cref="Dispose"/>.</summary>
internal sealed class JsonBuffer : IBufferWriter<byte>, IDisposable
{
    private const int InitialSize = 16 * 1024;

    /// <summary>What does not fit into the initial size gets this much at once: most texts need one copy of a little then.</summary>
    private const int SecondSize = 128 * 1024;

    private readonly int _limit;
    private byte[] _bytes;
    private int _count;

    public JsonBuffer(int limit, long expected = 0)
    {
        _limit = limit;
        _bytes = ArrayPool<byte>.Shared.Rent((int)Math.Clamp(expected, InitialSize, Math.Max(limit, InitialSize)));
    }

    public ReadOnlyMemory<byte> Written => _bytes.AsMemory(0, _count);

    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        if (_bytes.Length - _count < Math.Max(sizeHint, 1))
            Grow(sizeHint);
        return _bytes.AsMemory(_count);
    }

    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <summary>Says that bytes were put into the memory got last.</summary>
    public void Advance(int count)
    {
        _count += count;
        if (_count > _limit)
            throw TooLong(_limit);
    }

    public void Write(in ReadOnlySequence<byte> bytes)
    {
        if (bytes.Length > _limit - _count)
            throw TooLong(_limit);
        bytes.CopyTo(GetSpan((int)bytes.Length));
        _count += (int)bytes.Length;
    }

    public void Dispose()
    {
        var bytes = _bytes;
        _bytes = [];
        _count = 0;
        if (bytes.Length > 0)
            ArrayPool<byte>.Shared.Return(bytes);
    }

    private static JsonException TooLong(int limit) => new($"The JSON is longer than the limit of {limit} bytes.");

    private void Grow(int sizeHint)
    {
        var needed = (long)_count + Math.Max(sizeHint, 1);
        if (needed > Array.MaxLength)
            throw TooLong(Array.MaxLength);
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Max(needed, Math.Max(2L * _bytes.Length, SecondSize)), Array.MaxLength));
        _bytes.AsSpan(0, _count).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_bytes);
        _bytes = larger;
    }
}
