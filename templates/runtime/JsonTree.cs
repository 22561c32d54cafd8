namespace SyncGen.Runtime.Json;

using System;
using System.Buffers;
using System.Collections.Generic;
using System.Text.Json;

/// <summary>A JSON value taken apart, so that a check can look at any part of it as often as it needs. Its nodes are numbered in the order of the text.</summary>
internal sealed class JsonTree : IDisposable
{
    private const int InitialNodes = 32;
    private const int InitialText = 256;

    /// <summary>What is larger goes back to the pool.</summary>
    private const int MostSpareNodes = 1024;
    private const int MostSpareText = 16384;

    private Node[] _nodes = ArrayPool<Node>.Shared.Rent(InitialNodes);
    private byte[] _text = ArrayPool<byte>.Shared.Rent(InitialText);
    private int _count;
    private int _length;
    private Dictionary<(JsonCheck Check, int Node), bool?>? _verdicts;

    /// <summary>A tree that nobody uses, for the next value that this thread reads.</summary>
    [ThreadStatic]
    private static JsonTree? _spare;

    private JsonTree()
    {
    }

    /// <summary>What the checks that others refer to found of a node: a value is compared with each of them once, however they refer to each other.</summary>
    public Dictionary<(JsonCheck Check, int Node), bool?> Verdicts => _verdicts ??= [];

    /// <summary>The value travels in a request, or in a response; null where nobody knows.</summary>
    public bool? IsRequest { get; set; }

    /// <summary>The root node.</summary>
    public const int Root = 0;

    /// <summary>Takes a value apart.</summary>
    /// <param name="reader">A copy of the reader, on the value's first token.</param>
    /// <param name="depth">So many levels of objects and arrays are looked into; what they hold below is passed over.</param>
    public static JsonTree Of(Utf8JsonReader reader, int depth)
    {
        var tree = _spare ?? new JsonTree();
        _spare = null;
        (tree._count, tree._length, tree.IsRequest) = (0, 0, null);
        tree.Add(ref reader, depth);
        return tree;
    }

    /// <summary>Takes a JSON text apart.</summary>
    public static JsonTree Of(ReadOnlySpan<byte> utf8Json)
    {
        var reader = new Utf8JsonReader(utf8Json);
        reader.Read();
        return Of(reader, int.MaxValue);
    }

    /// <summary>The first token of a node; that of a property's name is a string, too.</summary>
    public JsonTokenType KindOf(int node) => _nodes[node].Kind;

    /// <summary>Where the node begins in the text that it was read from.</summary>
    public long PositionOf(int node) => _nodes[node].Position;

    /// <summary>How many items or properties there are.</summary>
    public int CountOf(int node) => _nodes[node].Count;

    /// <summary>The text of a string without its escapes, of a number as it is written.</summary>
    public ReadOnlySpan<byte> TextOf(int node) => _text.AsSpan(_nodes[node].Start, _nodes[node].Length);

    /// <summary>The first item of an array, the first property's name of an object.</summary>
    public static int FirstOf(int node) => node + 1;

    /// <summary>The node behind a node and all that it holds. From a property's value it leads to the next one's name.</summary>
    public int After(int node) => _nodes[node].End;

    /// <summary>The value of an object's property: of several with one name the last one; -1 where there is none.</summary>
    public int ValueOf(int node, ReadOnlySpan<byte> name)
    {
        var found = -1;
        var end = After(node);
        for (var member = FirstOf(node); member < end; member = After(member + 1))
        {
            if (TextOf(member).SequenceEqual(name))
                found = member + 1;
        }

        return found;
    }

    public void Dispose()
    {
        _verdicts?.Clear();
        if (_nodes.Length <= MostSpareNodes && _text.Length <= MostSpareText)
        {
            _spare = this;
            return;
        }

        ArrayPool<Node>.Shared.Return(_nodes);
        ArrayPool<byte>.Shared.Return(_text);
        (_nodes, _text) = ([], []);
    }

    /// <summary>Adds the value that the reader stands on; depth is bounded by the reader.</summary>
    private void Add(ref Utf8JsonReader reader, int depth)
    {
        var start = _count;
        Append(ref reader);
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
            return;
        if (depth == 0)
        {
            if (!reader.TrySkip())
                throw JsonError.Incomplete();
            return;
        }

        var count = 0;
        while (true)
        {
            if (!reader.Read())
                throw JsonError.Incomplete();
            if (reader.TokenType is JsonTokenType.EndObject or JsonTokenType.EndArray)
                break;
            count++;
            if (reader.TokenType == JsonTokenType.PropertyName)
            {
                Append(ref reader);
                if (!reader.Read())
                    throw JsonError.Incomplete();
            }

            Add(ref reader, depth - 1);
        }

        _nodes[start].End = _count;
        _nodes[start].Count = count;
    }

    private void Append(ref Utf8JsonReader reader)
    {
        if (_count == _nodes.Length)
            Grow(ref _nodes, _count + 1);
        var kind = reader.TokenType;
        var length = kind is JsonTokenType.String or JsonTokenType.PropertyName or JsonTokenType.Number ? AppendText(ref reader) : 0;
        _nodes[_count] = new Node
        {
            Kind = kind == JsonTokenType.PropertyName ? JsonTokenType.String : kind,
            Start = _length - length,
            Length = length,
            End = _count + 1,
            Position = reader.TokenStartIndex,
        };
        _count++;
    }

    private int AppendText(ref Utf8JsonReader reader)
    {
        var length = reader.HasValueSequence ? checked((int)reader.ValueSequence.Length) : reader.ValueSpan.Length;
        if (_length + length > _text.Length)
            Grow(ref _text, _length + length);
        var room = _text.AsSpan(_length);
        if (reader.TokenType != JsonTokenType.Number && reader.ValueIsEscaped)
            length = reader.CopyString(room);
        else if (reader.HasValueSequence)
            reader.ValueSequence.CopyTo(room);
        else
            reader.ValueSpan.CopyTo(room);
        _length += length;
        return length;
    }

    private static void Grow<T>(ref T[] array, int needed)
    {
        var larger = ArrayPool<T>.Shared.Rent(Math.Max(needed, array.Length * 2));
        array.CopyTo(larger, 0);
        ArrayPool<T>.Shared.Return(array);
        array = larger;
    }

    private struct Node
    {
        public JsonTokenType Kind;
        public int Start;
        public int Length;
        public int End;
        public int Count;
        public long Position;
    }
}
