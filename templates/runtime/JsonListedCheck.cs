namespace SyncGen.Runtime.Json;

using System;
using System.Linq;
using System.Text;
using System.Text.Json;

/// <summary>A value of any kind that a contract lists.</summary>
internal sealed class JsonListedCheck(string[] values) : JsonCheck
{
    private readonly byte[][] _texts = [.. values.Where(value => value[0] == '"').Select(value => TextOf(value))];

    // A tree of the contract's own lives as long as the check.
    private readonly JsonTree[] _others = [.. values.Where(value => value[0] != '"').Select(value => JsonTree.Of(Encoding.UTF8.GetBytes(value)))];

    internal override int Depth { get; } = Array.Exists(values, value => value[0] is '{' or '[') ? int.MaxValue : 0;

    internal override bool? Test(JsonTree tree, int node, JsonMarks? seen)
    {
        foreach (var text in tree.KindOf(node) == JsonTokenType.String ? _texts : [])
        {
            if (tree.TextOf(node).SequenceEqual(text))
                return true;
        }

        foreach (var value in _others)
        {
            if (JsonEquality.AreEqual(tree, node, value, JsonTree.Root))
                return true;
        }

        return tree.Forgives.HasFlag(JsonLeniency.Quotes) && JsonValueCheck.IsQuoted(tree, node) ? null : false;
    }

    private static byte[] TextOf(string value)
    {
        using var tree = JsonTree.Of(Encoding.UTF8.GetBytes(value));
        return tree.TextOf(JsonTree.Root).ToArray();
    }

    internal override (int Node, string Problem) Find(JsonTree tree, int node) => (node, "The value is not one that the contract lists.");
}
