namespace SyncGen.Runtime.Json;

using System;
using System.Buffers;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using System.Text.Json;

/// <summary>The codec of arrays.</summary>
/// <typeparam name="T">The type of an item.</typeparam>
/// <typeparam name="TCodec">The codec of an item.</typeparam>
public readonly struct JsonList<T, TCodec> : IJsonCodec<IReadOnlyList<T>>
    where TCodec : struct, IJsonCodec<T>
{
    /// <inheritdoc/>
    public static IReadOnlyList<T> Read(ref Utf8JsonReader reader)
    {
        JsonRead.StartArray(ref reader);
        var head = default(Head);
        Span<T> items = head;
        var count = 0;
        while (JsonRead.NextItem(ref reader))
        {
            if (count == items.Length)
                return ReadLong(ref reader, items);
            items[count++] = TCodec.Read(ref reader);
        }

        return items[..count].ToArray();
    }

    /// <inheritdoc/>
    public static void Write(Utf8JsonWriter writer, IReadOnlyList<T> value)
    {
        writer.WriteStartArray();
        WriteItems(writer, value);
        writer.WriteEndArray();
    }

    private static void WriteItems(Utf8JsonWriter writer, IReadOnlyList<T> items)
    {
        if (items is T[] array)
        {
            foreach (var item in array)
                TCodec.Write(writer, item);
        }
        else
        {
            for (var index = 0; index < items.Count; index++)
                TCodec.Write(writer, items[index]);
        }
    }

    /// <summary>Goes on where the stack has no more room.</summary>
    /// <param name="reader">The reader, on the next item.</param>
    /// <param name="head">The items read so far.</param>
    private static T[] ReadLong(ref Utf8JsonReader reader, scoped Span<T> head)
    {
        T[]? rented = null;
        try
        {
            var items = Grow(head, ref rented);
            var count = head.Length;
            do
            {
                if (count == items.Length)
                    items = Grow(items, ref rented);
                items[count++] = TCodec.Read(ref reader);
            }
            while (JsonRead.NextItem(ref reader));
            return items[..count].ToArray();
        }
        finally
        {
            if (rented is not null)
                Return(rented);
        }
    }

    private static Span<T> Grow(scoped Span<T> items, ref T[]? rented)
    {
        var larger = ArrayPool<T>.Shared.Rent(items.Length * 4);
        items.CopyTo(larger);
        if (rented is not null)
            Return(rented);
        rented = larger;
        return larger;
    }

    private static void Return(T[] rented) =>
        ArrayPool<T>.Shared.Return(rented, clearArray: RuntimeHelpers.IsReferenceOrContainsReferences<T>());

    /// <summary>Room for the items of a short array, on the stack.</summary>
    [InlineArray(16)]
    private struct Head
    {
        private T _first;
    }
}
