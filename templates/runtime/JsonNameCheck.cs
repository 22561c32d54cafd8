namespace SyncGen.Runtime.Json;

using System;
using System.Buffers;
using System.Buffers.Binary;
using System.Collections.Generic;
using System.Numerics;
using System.Text;
using System.Text.Json;

/// <summary>Refuses free-form JSON in which an object has a name twice.</summary>
internal static class JsonNameCheck
{
    private const int InitialKeys = 64;

    /// <summary>Objects with more names are looked at again, name by name.</summary>
    private const int MostKeys = 256;

    /// <summary>Passes over a value, from its first token to its last one.</summary>
    public static void Pass(ref Utf8JsonReader reader)
    {
        var start = reader;
        if (TryPass(ref reader))
            return;
        reader = start;
        PassExactly(ref reader);
    }

    /// <summary>Compares numbers that stand for names. Where two are equal, or an object has many names, it takes a closer look to tell.</summary>
    private static bool TryPass(ref Utf8JsonReader reader)
    {
        Span<ulong> keys = stackalloc ulong[InitialKeys];
        ulong[]? rented = null;
        try
        {
            var depth = reader.CurrentDepth;
            var (count, first) = (0, 0);
            do
            {
                if (reader.TokenType == JsonTokenType.PropertyName)
                {
                    var key = KeyOf(JsonRead.Text(ref reader));
                    if (count - first == MostKeys || keys[first..count].Contains(key))
                        return false;
                    keys[count++] = key;
                }
                else if (reader.TokenType == JsonTokenType.StartObject)
                {
                    // The names of the object around it go on where this one ends.
                    keys[count++] = (ulong)first;
                    first = count;
                }
                else if (reader.TokenType == JsonTokenType.EndObject)
                {
                    count = first - 1;
                    first = (int)keys[count];
                }

                if (count == keys.Length)
                    keys = Grow(keys, ref rented);
                if (reader.CurrentDepth == depth && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                    return true;
            }
            while (reader.Read());
            throw JsonError.Incomplete();
        }
        finally
        {
            if (rented is not null)
                ArrayPool<ulong>.Shared.Return(rented);
        }
    }

    private static void PassExactly(ref Utf8JsonReader reader)
    {
        var depth = reader.CurrentDepth;
        var open = new Stack<HashSet<string>>();
        do
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                open.Push([]);
            else if (reader.TokenType == JsonTokenType.EndObject)
                open.Pop();
            // Each byte is a character here, so that equal texts are equal bytes.
            else if (reader.TokenType == JsonTokenType.PropertyName && !open.Peek().Add(Encoding.Latin1.GetString(JsonRead.Text(ref reader))))
                throw JsonError.Duplicate(ref reader);
            if (reader.CurrentDepth == depth && reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                return;
        }
        while (reader.Read());
        throw JsonError.Incomplete();
    }

    private static Span<ulong> Grow(Span<ulong> keys, ref ulong[]? rented)
    {
        var larger = ArrayPool<ulong>.Shared.Rent(keys.Length * 2);
        keys.CopyTo(larger);
        if (rented is not null)
            ArrayPool<ulong>.Shared.Return(rented);
        rented = larger;
        return larger;
    }

    /// <summary>A number that two names seldom have in common, and short ones never.</summary>
    private static ulong KeyOf(ReadOnlySpan<byte> name)
    {
        var key = (ulong)name.Length << 56;
        while (name.Length > sizeof(ulong))
        {
            key = BitOperations.RotateLeft(key ^ BinaryPrimitives.ReadUInt64LittleEndian(name), 29) * 0x9E3779B97F4A7C15;
            name = name[sizeof(ulong)..];
        }

        return key ^ LastOf(name);
    }

    private static ulong LastOf(ReadOnlySpan<byte> name)
    {
        if (name.Length == sizeof(ulong))
            return BinaryPrimitives.ReadUInt64LittleEndian(name);
        if (name.Length >= sizeof(uint))
            return BinaryPrimitives.ReadUInt32LittleEndian(name) | ((ulong)BinaryPrimitives.ReadUInt32LittleEndian(name[^sizeof(uint)..]) << ((name.Length - sizeof(uint)) * 8));
        var last = 0UL;
        for (var at = 0; at < name.Length; at++)
            last |= (ulong)name[at] << (at * 8);
        return last;
    }
}
