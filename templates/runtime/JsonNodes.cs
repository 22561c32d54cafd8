namespace SyncGen.Runtime.Json;

using System;
using System.Buffers;
using System.Text.Json;

/// <summary>The parts of a JSON value, numbered in the order of the text, and their texts.</summary>
internal sealed class JsonNodes
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
    private int _end;
    private long _position;

    /// <summary>There is little enough room to keep it for another value.</summary>
    public bool IsSmall => _nodes.Length <= MostSpareNodes && _text.Length <= MostSpareText;

    /// <summary>The text of a node.</summary>
    public ReadOnlySpan<byte> TextOf(int node)
    {
        ref readonly var seen = ref Seen(node);
        return _text.AsSpan(seen.Start, seen.Length);
    }

    /// <summary>The node behind a node and all that it holds.</summary>
    public int After(int node) => _nodes[node].Next;

    public void Clear() => (_count, _length) = (0, 0);

    /// <summary>The next property of a name; -1 where there is none.</summary>
    /// <param name="member">The property's name to begin with.</param>
    /// <param name="end">The node behind the last value.</param>
    /// <param name="name">The name in UTF-8.</param>
    public int Find(int member, int end, ReadOnlySpan<byte> name)
    {
        var nodes = _nodes;
        for (; member < end; member = nodes[member + 1].Next)
        {
            ref readonly var found = ref nodes[member];
            if (found.Length == name.Length && _text.AsSpan(found.Start, found.Length).SequenceEqual(name))
                return member;
        }

        return -1;
    }

    /// <summary>Gives the room back to the pool; there are no nodes any more.</summary>
    public void Return()
    {
        ArrayPool<Node>.Shared.Return(_nodes);
        ArrayPool<byte>.Shared.Return(_text);
        (_nodes, _text) = ([], []);
    }

    /// <summary>Adds a property of the object that is being read.</summary>
    /// <param name="start">Where its name begins in the object's text.</param>
    /// <param name="length">How long the name is as it is written, with its quotes.</param>
    /// <param name="isEscaped">It is written with escapes.</param>
    public void AddProperty(int start, int length, bool isEscaped)
    {
        Append(JsonTokenType.String, start, length);
        // The value is looked at when somebody asks for it, and so is a name with escapes when the text is there.
        Append(isEscaped ? JsonTokenType.PropertyName : JsonTokenType.None, start + length, 0);
    }

    /// <summary>Ends the object that has been read.</summary>
    /// <param name="json">Its text.</param>
    /// <param name="position">Where it begins in the text that it was read from.</param>
    public void EndObject(ReadOnlySpan<byte> json, long position)
    {
        Take(json, position);
        (_nodes[JsonTree.Root].Position, _nodes[JsonTree.Root].Count, _nodes[JsonTree.Root].End) = (position, _count / 2, _count);
        for (var name = JsonTree.Root + 1; name < _nodes[JsonTree.Root].End; name += 2)
        {
            _nodes[name].Position = position + _nodes[name].Start;
            if (_nodes[name + 1].Kind != JsonTokenType.PropertyName)
            {
                _nodes[name].Start++;
                _nodes[name].Length -= 2;
                continue;
            }

            _nodes[name + 1].Kind = JsonTokenType.None;
            (_nodes[name].Start, _nodes[name].Length) = Unescape(_nodes[name].Start, _nodes[name].Start + _nodes[name].Length);
        }
    }

    /// <summary>A node that has been looked at.</summary>
    public ref readonly Node Seen(int node)
    {
        if (_nodes[node].Kind == JsonTokenType.None)
            Look(node);
        return ref _nodes[node];
    }

    /// <summary>Looks at a value of which nothing is known but where its name ends.</summary>
    private void Look(int node)
    {
        // A colon is between them.
        var at = Space(Space(_nodes[node].Start) + 1);
        if (_text[at] == '"' && JsonScan.Text(_text.AsSpan(0, _end), at, out var isEscaped) is var behind && !isEscaped)
        {
            // Most values that somebody asks for are short texts.
            ref var text = ref _nodes[node];
            (text.Kind, text.Start, text.Length, text.Position) = (JsonTokenType.String, at + 1, behind - at - 2, _position + at);
            return;
        }

        var looked = _count;
        ScanValue(at, int.MaxValue);
        var next = _nodes[node].Next;
        _nodes[node] = _nodes[looked];
        _nodes[node].Next = next;
    }

    /// <summary>
    /// Takes a text that is known to be valid, for a reader has refused it otherwise. To step over it takes a fraction of what a reader takes, which looks at each byte for errors.
    /// </summary>
    public void Take(ReadOnlySpan<byte> json, long position)
    {
        if (_text.Length < json.Length)
            Grow(ref _text, json.Length);
        json.CopyTo(_text);
        (_length, _end, _position) = (json.Length, json.Length, position);
    }

    /// <summary>Adds the value at a place in the text, and gives the place behind it; depth is bounded by the reader.</summary>
    public int ScanValue(int at, int depth)
    {
        var first = _text[at];
        if (first is not ((byte)'{' or (byte)'['))
            return first == '"' ? ScanText(at) : ScanToken(at);
        var start = Append(first == '{' ? JsonTokenType.StartObject : JsonTokenType.StartArray, at, 0);
        if (depth == 0)
            return JsonScan.Parts(_text.AsSpan(0, _end), at);
        var count = 0;
        at = Space(at + 1);
        while (_text[at] is not ((byte)'}' or (byte)']'))
        {
            count++;
            // A colon follows the name.
            if (first == '{')
                at = Space(Space(ScanText(at)) + 1);
            at = Space(ScanValue(at, depth - 1));
            if (_text[at] == ',')
                at = Space(at + 1);
        }

        End(start, count);
        return at + 1;
    }

    private int Space(int at) => JsonScan.Space(_text.AsSpan(0, _end), at);

    private int ScanText(int at)
    {
        var behind = JsonScan.Text(_text.AsSpan(0, _end), at, out var isEscaped);
        var node = Append(JsonTokenType.String, at, behind - at);
        (_nodes[node].Start, _nodes[node].Length) = isEscaped ? Unescape(at, behind) : (at + 1, behind - at - 2);
        return behind;
    }

    /// <summary>Puts a text without its escapes behind the whole.</summary>
    private (int Start, int Length) Unescape(int at, int behind)
    {
        if (_length + behind - at > _text.Length)
            Grow(ref _text, _length + behind - at);
        var reader = new Utf8JsonReader(_text.AsSpan(at, behind - at));
        reader.Read();
        var start = _length;
        _length += reader.CopyString(_text.AsSpan(start));
        return (start, _length - start);
    }

    private int ScanToken(int at)
    {
        var behind = JsonScan.Token(_text.AsSpan(0, _end), at);
        var kind = _text[at] switch
        {
            (byte)'t' => JsonTokenType.True,
            (byte)'f' => JsonTokenType.False,
            (byte)'n' => JsonTokenType.Null,
            _ => JsonTokenType.Number,
        };
        Append(kind, at, kind == JsonTokenType.Number ? behind - at : 0);
        return behind;
    }

    /// <summary>Adds a node without looking at the text.</summary>
    public int Append(JsonTokenType kind, int start, int length)
    {
        if (_count == _nodes.Length)
            Grow(ref _nodes, _count + 1);
        var next = _count + 1;
        _nodes[_count] = new Node { Kind = kind, Start = start, Length = length, First = next, End = next, Next = next, Position = _position + start };
        return _count++;
    }

    private void End(int node, int count) => (_nodes[node].Count, _nodes[node].End, _nodes[node].Next) = (count, _count, _count);

    /// <summary>Adds the value that the reader stands on; depth is bounded by the reader.</summary>
    public void Add(ref Utf8JsonReader reader, int depth)
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

        End(start, count);
    }

    private void Append(ref Utf8JsonReader reader)
    {
        var kind = reader.TokenType;
        var length = kind is JsonTokenType.String or JsonTokenType.PropertyName or JsonTokenType.Number ? AppendText(ref reader) : 0;
        var node = Append(kind == JsonTokenType.PropertyName ? JsonTokenType.String : kind, _length - length, length);
        _nodes[node].Position = reader.TokenStartIndex;
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

    public struct Node
    {
        public JsonTokenType Kind;
        public int Start;
        public int Length;
        public int First;
        public int End;
        public int Next;
        public int Count;
        public long Position;
    }
}
