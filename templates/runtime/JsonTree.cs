namespace SyncGen.Runtime.Json;

using System;
using System.Collections.Generic;
using System.Text.Json;

/// <summary>A JSON value taken apart, so that a check can look at any part of it as often as it needs. Its nodes are numbered in the order of the text.</summary>
internal sealed class JsonTree : IDisposable
{
    /// <summary>Objects that are checked hold others that are.</summary>
    private const int MostSpareTrees = 8;

    private Dictionary<(JsonCheck Check, int Node), bool?>? _verdicts;
    private readonly List<JsonMarks> _marks = [];
    private int _usedMarks;

    private JsonTree? _nextSpare;
    private int _rank;

    /// <summary>Trees that nobody uses, for the next values that this thread reads.</summary>
    [ThreadStatic]
    private static JsonTree? _spare;

    private JsonTree()
    {
    }

    /// <summary>What the checks that others refer to found of a node: a value is compared with each of them once, however they refer to each other.</summary>
    public Dictionary<(JsonCheck Check, int Node), bool?> Verdicts => _verdicts ??= [];

    /// <summary>The value travels in a request, or in a response; null where nobody knows.</summary>
    public bool? IsRequest { get; set; }

    /// <summary>What is forgiven: then nobody knows whether it is allowed.</summary>
    public JsonLeniency Forgives { get; set; }

    /// <summary>The root node.</summary>
    public const int Root = 0;

    /// <summary>Takes a value apart that has been read.</summary>
    /// <param name="start">The reader, on the value's first token.</param>
    /// <param name="end">The reader, on the value's last token.</param>
    /// <param name="depth">So many levels of objects and arrays are looked into; what they hold below is passed over.</param>
    public static JsonTree Of(scoped in Utf8JsonReader start, ref Utf8JsonReader end, int depth)
    {
        var tree = Rent();
        // A reader over a span has no position in a sequence; only then does the value lie in one piece.
        if (start.TokenType is JsonTokenType.StartObject or JsonTokenType.StartArray && end.Position.GetObject() is null)
        {
            tree.Nodes.Take(JsonTextCheck.Between(start, ref end), start.TokenStartIndex);
            tree.Nodes.ScanValue(0, depth);
            return tree;
        }

        var reader = start;
        tree.Nodes.Add(ref reader, depth);
        return tree;
    }

    /// <summary>Takes a JSON text apart that is known to be valid.</summary>
    public static JsonTree Of(ReadOnlySpan<byte> utf8Json)
    {
        var tree = Rent();
        tree.Nodes.Take(utf8Json, 0);
        tree.Nodes.ScanValue(JsonScan.Space(utf8Json, 0), int.MaxValue);
        return tree;
    }

    /// <summary>A tree of an object that is still to be read, to which its properties are added as reading meets them.</summary>
    public static JsonTree OfObject()
    {
        var tree = Rent();
        tree.Nodes.Append(JsonTokenType.StartObject, 0, 0);
        return tree;
    }

    /// <summary>The parts of the text, which are added to where an object is being read.</summary>
    public JsonNodes Nodes { get; } = new();

    /// <summary>The first token of a node; that of a property's name is a string, too.</summary>
    public JsonTokenType KindOf(int node) => Nodes.Seen(node).Kind;

    /// <summary>Where the node begins in the text that it was read from.</summary>
    public long PositionOf(int node) => Nodes.Seen(node).Position;

    /// <summary>How many items or properties there are.</summary>
    public int CountOf(int node) => Nodes.Seen(node).Count;

    /// <summary>The text of a string without its escapes, of a number as it is written.</summary>
    public ReadOnlySpan<byte> TextOf(int node) => Nodes.TextOf(node);

    /// <summary>The first item of an array, the first property's name of an object.</summary>
    public int FirstOf(int node) => Nodes.Seen(node).First;

    /// <summary>The node behind the last item or property.</summary>
    public int EndOf(int node) => Nodes.Seen(node).End;

    /// <summary>The item behind another one. From a property's value it leads to the next one's name.</summary>
    public int After(int node) => Nodes.After(node);

    /// <summary>Whether an object has a property; null where it has null and that may stand for none.</summary>
    public bool? Has(int node, ReadOnlySpan<byte> name)
    {
        var member = Nodes.Find(FirstOf(node), EndOf(node), name);
        return member < 0 ? false
            : Forgives.HasFlag(JsonLeniency.Nulls) && KindOf(member + 1) == JsonTokenType.Null ? null
            : true;
    }

    /// <summary>The value of an object's property: of several with one name the last one; -1 where there is none.</summary>
    public int ValueOf(int node, ReadOnlySpan<byte> name)
    {
        var found = -1;
        var end = EndOf(node);
        for (var member = FirstOf(node); member < end; member = After(member + 1))
        {
            if (TextOf(member).SequenceEqual(name))
                found = member + 1;
        }

        return found;
    }

    /// <summary>A set of the node's items or properties. Of several sets the last one is given back first.</summary>
    public JsonMarks BeginMarks(int node)
    {
        if (_usedMarks == _marks.Count)
            _marks.Add(new JsonMarks());
        var marks = _marks[_usedMarks++];
        marks.Begin(FirstOf(node), EndOf(node));
        return marks;
    }

    /// <summary>Gives the last set back.</summary>
    public void EndMarks() => _usedMarks--;

    public void Dispose()
    {
        _verdicts?.Clear();
        var rank = _spare is null ? 0 : _spare._rank + 1;
        if (Nodes.IsSmall && rank < MostSpareTrees)
            (_nextSpare, _rank, _spare) = (_spare, rank, this);
        else
            Nodes.Return();
    }

    private static JsonTree Rent()
    {
        var tree = _spare;
        if (tree is null)
            return new JsonTree();
        (_spare, tree._nextSpare) = (tree._nextSpare, null);
        tree.Nodes.Clear();
        (tree._usedMarks, tree.IsRequest, tree.Forgives) = (0, null, JsonLeniency.None);
        return tree;
    }
}
