namespace SyncGen.Runtime.Json;

using System.Collections.Generic;
using System.Globalization;
using System.Text.Json;

/// <summary>Checks of arrays, which let other values be.</summary>
public static class JsonArrayCheck
{
    /// <summary>The items: the first ones by their places, and all others.</summary>
    /// <param name="first">What is said of the first ones.</param>
    /// <param name="rest">What is said of those behind them; null where nothing is.</param>
    public static JsonCheck Items(JsonCheck[]? first = null, JsonCheck? rest = null) => new ItemCheck(first ?? [], rest);

    /// <summary>All items that another check does not speak of.</summary>
    /// <param name="check">The other check, which must hold as well.</param>
    /// <param name="rest">What is said of those items.</param>
    public static JsonCheck Unevaluated(JsonCheck check, JsonCheck rest) => new JsonRestCheck(check, rest, JsonTokenType.StartArray);

    /// <summary>What some of the items must be.</summary>
    /// <param name="check">What they must be.</param>
    /// <param name="minimum">The least number of them.</param>
    /// <param name="maximum">The greatest number of them.</param>
    public static JsonCheck Contains(JsonCheck check, int minimum = 1, int maximum = int.MaxValue) => new ContainsCheck(check, minimum, maximum);

    /// <summary>The number of items.</summary>
    /// <param name="minimum">The least number.</param>
    /// <param name="maximum">The greatest number.</param>
    public static JsonCheck Count(int minimum = 0, int maximum = int.MaxValue) => new JsonPartCheck(
        (tree, node) => tree.KindOf(node) != JsonTokenType.StartArray || (tree.CountOf(node) >= minimum && tree.CountOf(node) <= maximum),
        1,
        maximum == int.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"The array must have at least {minimum} {(minimum == 1 ? "item" : "items")}.")
            : string.Create(CultureInfo.InvariantCulture, $"The array must have from {minimum} to {maximum} {(maximum == 1 ? "item" : "items")}."));

    /// <summary>No item may appear twice.</summary>
    public static JsonCheck Unique { get; } = new JsonPartCheck(
        (tree, node) =>
        {
            var found = new HashSet<int>(new SameItems(tree));
            for (var item = tree.FirstOf(node); tree.KindOf(node) == JsonTokenType.StartArray && item < tree.EndOf(node); item = tree.After(item))
            {
                if (!found.Add(item))
                    return false;
            }

            return true;
        },
        int.MaxValue,
        "No item may appear twice.");

    private sealed class SameItems(JsonTree tree) : IEqualityComparer<int>
    {
        public bool Equals(int x, int y) => JsonEquality.AreEqual(tree, x, tree, y);

        public int GetHashCode(int obj) => JsonEquality.HashOf(tree, obj);
    }

    private sealed class ItemCheck(JsonCheck[] first, JsonCheck? rest) : JsonCheck
    {
        internal override int Depth { get; } = Below(DepthOf([.. first, rest ?? Anything]));

        internal override bool? Test(JsonTree tree, int node, JsonMarks? seen)
        {
            bool? verdict = true;
            if (tree.KindOf(node) != JsonTokenType.StartArray)
                return verdict;
            var index = 0;
            for (var item = tree.FirstOf(node); verdict is not false && item < tree.EndOf(node); item = tree.After(item), index++)
            {
                if ((index < first.Length ? first[index] : rest) is not { } check)
                    break;
                verdict &= check.Test(tree, item, null);
                seen?.Add(item);
            }

            return verdict;
        }

        internal override (int Node, string Problem) Find(JsonTree tree, int node)
        {
            var (item, index) = (tree.FirstOf(node), 0);
            while ((index < first.Length ? first[index] : rest!).Test(tree, item, null) is not false)
                (item, index) = (tree.After(item), index + 1);
            var check = index < first.Length ? first[index] : rest!;
            return check == Never ? (item, "The contract allows no further item here.") : check.Find(tree, item);
        }
    }

    private sealed class ContainsCheck(JsonCheck check, int minimum, int maximum) : JsonCheck
    {
        internal override int Depth => Below(check.Depth);

        internal override bool? Test(JsonTree tree, int node, JsonMarks? seen)
        {
            if (tree.KindOf(node) != JsonTokenType.StartArray)
                return true;
            var (sure, possible) = (0, 0);
            for (var item = tree.FirstOf(node); item < tree.EndOf(node); item = tree.After(item))
            {
                var verdict = check.Test(tree, item, null);
                if (verdict is false)
                    continue;
                possible++;
                sure += verdict is true ? 1 : 0;
                seen?.Add(item);
            }

            return sure > maximum || possible < minimum ? false : sure >= minimum && possible <= maximum ? true : null;
        }

        internal override (int Node, string Problem) Find(JsonTree tree, int node) => (node, maximum == int.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"The array must contain at least {minimum} of the items that the contract asks for.")
            : string.Create(CultureInfo.InvariantCulture, $"The array must contain from {minimum} to {maximum} of the items that the contract asks for."));
    }
}
