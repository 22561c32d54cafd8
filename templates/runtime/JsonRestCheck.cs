namespace SyncGen.Runtime.Json;

using System;
using System.Text.Json;

/// <summary>What is said of the items or properties that no other part of a schema speaks of.</summary>
/// <param name="check">The other parts, which must hold as well.</param>
/// <param name="rest">What is said of the rest.</param>
/// <param name="kind">Arrays or objects.</param>
internal sealed class JsonRestCheck(JsonCheck check, JsonCheck rest, JsonTokenType kind) : JsonCheck
{
    internal override int Depth { get; } = Math.Max(check.Depth, Below(rest.Depth));

    internal override bool? Test(JsonTree tree, int node, JsonMarks? seen)
    {
        if (tree.KindOf(node) != kind)
            return check.Test(tree, node, seen);
        var own = tree.BeginMarks(node);
        var verdict = check.Test(tree, node, own);
        for (var part = FirstValueOf(tree, node); verdict is not false && part < tree.EndOf(node); part = NextValueOf(tree, part))
        {
            if (own.Contains(part))
                continue;
            // Where nobody knows whether a schema holds, nobody knows what it speaks of.
            var one = kind == JsonTokenType.StartObject ? rest.TestRest(tree, part) : rest.Test(tree, part, null);
            verdict &= verdict is null && one is false ? null : one;
            seen?.Add(part);
        }

        seen?.Add(own);
        tree.EndMarks();
        return verdict;
    }

    internal override (int Node, string Problem) Find(JsonTree tree, int node)
    {
        // Nobody asks for anything afterwards, so that the set need not be given back.
        var own = tree.BeginMarks(node);
        if (check.Test(tree, node, own) is false)
            return check.Find(tree, node);
        var part = FirstValueOf(tree, node);
        while (own.Contains(part) || (kind == JsonTokenType.StartObject ? rest.TestRest(tree, part) : rest.Test(tree, part, null)) is not false)
            part = NextValueOf(tree, part);
        return rest != Never ? rest.Find(tree, part)
            : kind == JsonTokenType.StartObject ? (part - 1, "The contract allows no property of this name here.")
            : (part, "The contract allows no further item here.");
    }

    /// <summary>A property's value stands behind its name.</summary>
    private int FirstValueOf(JsonTree tree, int node) => kind == JsonTokenType.StartObject ? tree.FirstOf(node) + 1 : tree.FirstOf(node);

    private int NextValueOf(JsonTree tree, int part) => kind == JsonTokenType.StartObject ? tree.After(part) + 1 : tree.After(part);
}
