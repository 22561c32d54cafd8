namespace SyncGen.Runtime.Json;

using System;
using System.Linq;
using System.Text;

/// <summary>A value of any kind that a contract lists.</summary>
internal sealed class JsonListedCheck(string[] values) : JsonCheck
{
    // A tree of the contract's own lives as long as the check.
    private readonly JsonTree[] _values = [.. values.Select(value => JsonTree.Of(Encoding.UTF8.GetBytes(value)))];

    internal override int Depth { get; } = Array.Exists(values, value => value[0] is '{' or '[') ? int.MaxValue : 0;

    internal override bool? Test(JsonTree tree, int node, JsonMarks? seen)
    {
        foreach (var value in _values)
        {
            if (JsonEquality.AreEqual(tree, node, value, JsonTree.Root))
                return true;
        }

        return false;
    }

    internal override (int Node, string Problem) Find(JsonTree tree, int node) => (node, "The value is not one that the contract lists.");
}
