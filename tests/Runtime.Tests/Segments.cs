using System;
using System.Buffers;

namespace SyncGen.Runtime.Tests;

/// <summary>Sequences of several pieces.</summary>
internal static class Segments
{
    /// <summary>Two pieces; the first or the second may be empty.</summary>
    public static ReadOnlySequence<byte> Split(byte[] bytes, int at)
    {
        var first = new Segment(bytes.AsMemory(0, at).ToArray());
        return new ReadOnlySequence<byte>(first, 0, first.Append(bytes.AsMemory(at).ToArray()), bytes.Length - at);
    }

    /// <summary>A piece for each byte.</summary>
    public static ReadOnlySequence<byte> Bytes(byte[] bytes)
    {
        var first = new Segment(default);
        var last = first;
        foreach (var value in bytes)
            last = last.Append(new[] { value });
        return new ReadOnlySequence<byte>(first, 0, last, last.Memory.Length);
    }

    private sealed class Segment : ReadOnlySequenceSegment<byte>
    {
        public Segment(ReadOnlyMemory<byte> memory) => Memory = memory;

        public Segment Append(ReadOnlyMemory<byte> memory)
        {
            var next = new Segment(memory) { RunningIndex = RunningIndex + Memory.Length };
            Next = next;
            return next;
        }
    }
}
