namespace SyncGen.Runtime.Json;

using System;
using System.Text.Json;

/// <summary>Compares values by what JSON says: names in any order, 1 and 1.0 alike.</summary>
internal static class JsonEquality
{
    /// <summary>Whether two values are equal; depth is bounded by their readers.</summary>
    public static bool AreEqual(JsonTree left, int first, JsonTree right, int second)
    {
        var kind = left.KindOf(first);
        if (kind != right.KindOf(second) || left.CountOf(first) != right.CountOf(second))
            return false;
        return kind switch
        {
            JsonTokenType.String => left.TextOf(first).SequenceEqual(right.TextOf(second)),
            JsonTokenType.Number => JsonNumberText.Compare(left.TextOf(first), right.TextOf(second)) == 0,
            JsonTokenType.StartArray => HaveEqualItems(left, first, right, second),
            JsonTokenType.StartObject => HaveEqualMembers(left, first, right, second),
            _ => true,
        };
    }

    /// <summary>A number that equal values have in common.</summary>
    public static int HashOf(JsonTree tree, int node)
    {
        var hash = new HashCode();
        var kind = tree.KindOf(node);
        hash.Add((int)kind);
        if (kind == JsonTokenType.String)
            hash.AddBytes(tree.TextOf(node));
        else if (kind == JsonTokenType.Number)
            hash.Add(JsonNumberText.HashOf(tree.TextOf(node)));
        else if (kind == JsonTokenType.StartArray)
            AddItems(tree, node, ref hash);
        else if (kind == JsonTokenType.StartObject)
            hash.Add(HashOfMembers(tree, node));
        return hash.ToHashCode();
    }

    private static bool HaveEqualItems(JsonTree left, int first, JsonTree right, int second)
    {
        var (item, other) = (left.FirstOf(first), right.FirstOf(second));
        for (; item < left.EndOf(first); item = left.After(item), other = right.After(other))
        {
            if (!AreEqual(left, item, right, other))
                return false;
        }

        return true;
    }

    private static bool HaveEqualMembers(JsonTree left, int first, JsonTree right, int second)
    {
        var other = right.FirstOf(second);
        for (var name = left.FirstOf(first); name < left.EndOf(first); name = left.After(name + 1))
        {
            // Most objects have their names in one order.
            var value = left.TextOf(name).SequenceEqual(right.TextOf(other)) ? other + 1 : right.ValueOf(second, left.TextOf(name));
            if (value < 0 || !AreEqual(left, name + 1, right, value))
                return false;
            other = right.After(other + 1) < right.EndOf(second) ? right.After(other + 1) : right.FirstOf(second);
        }

        return true;
    }

    private static void AddItems(JsonTree tree, int node, ref HashCode hash)
    {
        for (var item = tree.FirstOf(node); item < tree.EndOf(node); item = tree.After(item))
            hash.Add(HashOf(tree, item));
    }

    private static int HashOfMembers(JsonTree tree, int node)
    {
        var sum = 0;
        for (var name = tree.FirstOf(node); name < tree.EndOf(node); name = tree.After(name + 1))
            sum = unchecked(sum + HashCode.Combine(HashOf(tree, name), HashOf(tree, name + 1)));
        return sum;
    }
}
