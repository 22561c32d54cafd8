namespace SyncGen.Runtime.Json;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;

/// <summary>
/// Compares a value's JSON with what a contract says of it. A check may not know (a pattern takes too long, a property need not travel this way): then neither it nor its
/// opposite refuses the value.
/// </summary>
public abstract class JsonCheck
{
    /// <summary>Any value.</summary>
    public static JsonCheck Anything { get; } = new Fixed(true);

    /// <summary>No value.</summary>
    public static JsonCheck Never { get; } = new Fixed(false);

    /// <summary>Nobody knows.</summary>
    public static JsonCheck Unknown { get; } = new Fixed(null);

    /// <summary>All of several.</summary>
    /// <param name="checks">The checks.</param>
    public static JsonCheck All(params JsonCheck[] checks) => new Every(checks);

    /// <summary>At least one of several.</summary>
    /// <param name="checks">The checks.</param>
    public static JsonCheck AnyOf(params JsonCheck[] checks) => new Some(checks, 1, int.MaxValue, "The value is none of those that the contract allows here (anyOf).");

    /// <summary>Exactly one of several.</summary>
    /// <param name="checks">The checks.</param>
    public static JsonCheck OneOf(params JsonCheck[] checks) => new Some(checks, 1, 1, "The value must match exactly one of the schemas that the contract gives here (oneOf).");

    /// <summary>At most one of several.</summary>
    /// <param name="checks">The checks.</param>
    public static JsonCheck AtMostOneOf(params JsonCheck[] checks) => new Some(checks, 0, 1, "The value matches more than one of the schemas of which the contract allows one (oneOf).");

    /// <summary>Not what another check allows.</summary>
    /// <param name="check">The other check.</param>
    public static JsonCheck Not(JsonCheck check) => new Opposite(check);

    /// <summary>One check or another, as a third one decides.</summary>
    /// <param name="condition">Decides.</param>
    /// <param name="then">Where it allows the value.</param>
    /// <param name="otherwise">Where it does not.</param>
    public static JsonCheck If(JsonCheck condition, JsonCheck then, JsonCheck otherwise) => new Choice(condition, then, otherwise);

    /// <summary>The check of another schema.</summary>
    /// <typeparam name="TCheck">The other check.</typeparam>
    public static JsonCheck Of<TCheck>()
        where TCheck : struct, IJsonCheck => new Reference<TCheck>();

    /// <summary>A check on values of requests.</summary>
    /// <param name="check">The check.</param>
    public static JsonCheck InRequests(JsonCheck check) => new OneWay(check, isRequest: true);

    /// <summary>A check on values of responses.</summary>
    /// <param name="check">The check.</param>
    public static JsonCheck InResponses(JsonCheck check) => new OneWay(check, isRequest: false);

    /// <summary>A check that forgives what reading does.</summary>
    /// <param name="forgives">What reading forgives.</param>
    /// <param name="check">The check.</param>
    public static JsonCheck Forgiving(JsonLeniency forgives, JsonCheck check) => new Lenient(check, forgives);

    /// <summary>A value that the contract lists.</summary>
    /// <param name="values">The JSON of those that it lists.</param>
    public static JsonCheck Listed(params string[] values) => new JsonListedCheck(values);

    /// <summary>Refuses a value that has been read, unless the check allows it.</summary>
    /// <param name="start">The reader, on the value's first token.</param>
    /// <param name="reader">The reader, on the value's last token.</param>
    /// <exception cref="JsonException">The contract does not allow the value.</exception>
    public void Require(scoped in Utf8JsonReader start, ref Utf8JsonReader reader)
    {
        using var tree = JsonTree.Of(start, ref reader, Depth);
        Require(tree, start, ref reader);
    }

    /// <summary>Refuses a value that has been read and taken apart, unless the check allows it.</summary>
    internal void Require(JsonTree tree, scoped in Utf8JsonReader start, ref Utf8JsonReader reader)
    {
        if (Test(tree, JsonTree.Root, null) is not false)
            return;
        var (node, problem) = Find(tree, JsonTree.Root);
        reader = start;
        while (reader.TokenStartIndex < tree.PositionOf(node) && reader.Read())
        {
            // The error stands where the reader does.
        }

        throw new JsonException(problem);
    }

    /// <summary>Tests a property that nobody declares.</summary>
    internal bool? TestRest(JsonTree tree, int node) =>
        this == Never && tree.Forgives.HasFlag(JsonLeniency.Extra) ? null : Test(tree, node, null);

    /// <summary>How many levels of objects and arrays the check looks into.</summary>
    internal abstract int Depth { get; }

    /// <summary>The levels of checks on what a value holds.</summary>
    internal static int Below(int depth) => depth == int.MaxValue ? depth : depth + 1;

    /// <summary>The levels of checks on one value.</summary>
    internal static int DepthOf(IEnumerable<JsonCheck> checks) => checks.Select(check => check.Depth).DefaultIfEmpty().Max();

    /// <summary>Whether a value is allowed; null where nobody knows.</summary>
    /// <param name="tree">Where the value stands.</param>
    /// <param name="node">The value.</param>
    /// <param name="seen">Receives the items and properties that the check speaks of; null where nobody asks.</param>
    internal abstract bool? Test(JsonTree tree, int node, JsonMarks? seen);

    /// <summary>What is wrong with a value that is refused, and where.</summary>
    internal abstract (int Node, string Problem) Find(JsonTree tree, int node);

    /// <summary>Tests with a set of its own, which counts only when the value is not refused.</summary>
    private static bool? TestApart(JsonCheck check, JsonTree tree, int node, JsonMarks? seen)
    {
        if (seen is null)
            return check.Test(tree, node, null);
        var own = tree.BeginMarks(node);
        var verdict = check.Test(tree, node, own);
        if (verdict is not false)
            seen.Add(own);
        tree.EndMarks();
        return verdict;
    }

    private sealed class Fixed(bool? verdict) : JsonCheck
    {
        internal override int Depth => 0;

        internal override bool? Test(JsonTree tree, int node, JsonMarks? seen) => verdict;

        internal override (int Node, string Problem) Find(JsonTree tree, int node) => (node, "The contract allows no value here.");
    }

    /// <summary>Stands around all other checks of a value.</summary>
    private sealed class OneWay(JsonCheck check, bool isRequest) : JsonCheck
    {
        internal override int Depth { get; } = check.Depth;

        internal override bool? Test(JsonTree tree, int node, JsonMarks? seen)
        {
            tree.IsRequest = isRequest;
            return check.Test(tree, node, seen);
        }

        internal override (int Node, string Problem) Find(JsonTree tree, int node) => check.Find(tree, node);
    }

    /// <summary>Stands around all other checks of a value, which is the root.</summary>
    private sealed class Lenient(JsonCheck check, JsonLeniency forgives) : JsonCheck
    {
        internal override int Depth { get; } = check.Depth;

        internal override bool? Test(JsonTree tree, int node, JsonMarks? seen)
        {
            if (forgives.HasFlag(JsonLeniency.Duplicates))
            {
                using var last = JsonLastMembers.Of(tree);
                last.Forgives = forgives;
                return check.Test(last, JsonTree.Root, null);
            }

            tree.Forgives = forgives;
            return check.Test(tree, node, seen);
        }

        internal override (int Node, string Problem) Find(JsonTree tree, int node)
        {
            if (!forgives.HasFlag(JsonLeniency.Duplicates))
                return check.Find(tree, node);
            using var last = JsonLastMembers.Of(tree);
            last.Forgives = forgives;
            // Where it stood nobody knows any more.
            return (node, check.Find(last, JsonTree.Root).Problem);
        }
    }

    private sealed class Every(JsonCheck[] checks) : JsonCheck
    {
        internal override int Depth { get; } = DepthOf(checks);

        internal override bool? Test(JsonTree tree, int node, JsonMarks? seen)
        {
            bool? verdict = true;
            foreach (var check in checks)
            {
                var one = check.Test(tree, node, seen);
                if (one is false)
                    return false;
                verdict &= one;
            }

            return verdict;
        }

        internal override (int Node, string Problem) Find(JsonTree tree, int node) => checks.First(check => check.Test(tree, node, null) is false).Find(tree, node);
    }

    private sealed class Some(JsonCheck[] checks, int minimum, int maximum, string problem) : JsonCheck
    {
        internal override int Depth { get; } = DepthOf(checks);

        internal override bool? Test(JsonTree tree, int node, JsonMarks? seen)
        {
            var (sure, possible) = (0, 0);
            foreach (var check in checks)
            {
                var verdict = TestApart(check, tree, node, seen);
                sure += verdict is true ? 1 : 0;
                possible += verdict is false ? 0 : 1;
                if (sure > maximum)
                    return false;
                // Who asks for what was seen needs all that allow the value.
                if (seen is null && sure >= minimum && maximum == int.MaxValue)
                    return true;
            }

            return possible < minimum ? false : sure >= minimum && possible <= maximum ? true : null;
        }

        internal override (int Node, string Problem) Find(JsonTree tree, int node) => (node, problem);
    }

    private sealed class Opposite(JsonCheck check) : JsonCheck
    {
        internal override int Depth => check.Depth;

        internal override bool? Test(JsonTree tree, int node, JsonMarks? seen) => !check.Test(tree, node, null);

        internal override (int Node, string Problem) Find(JsonTree tree, int node) => (node, "The contract forbids this value (not).");
    }

    private sealed class Choice(JsonCheck condition, JsonCheck then, JsonCheck otherwise) : JsonCheck
    {
        internal override int Depth { get; } = DepthOf([condition, then, otherwise]);

        internal override bool? Test(JsonTree tree, int node, JsonMarks? seen)
        {
            var verdict = TestApart(condition, tree, node, seen);
            if (verdict is { } isMet)
                return TestApart(isMet ? then : otherwise, tree, node, seen);
            var (first, second) = (TestApart(then, tree, node, seen), TestApart(otherwise, tree, node, seen));
            return first == second ? first : null;
        }

        internal override (int Node, string Problem) Find(JsonTree tree, int node)
        {
            var chosen = condition.Test(tree, node, null) is false ? otherwise : then;
            return chosen.Test(tree, node, null) is false ? chosen.Find(tree, node) : (node, "The value contradicts the contract's if, then and else.");
        }
    }

    private sealed class Reference<TCheck> : JsonCheck
        where TCheck : struct, IJsonCheck
    {
        internal override int Depth => int.MaxValue;

        internal override bool? Test(JsonTree tree, int node, JsonMarks? seen)
        {
            // Whoever asks for what was seen stands on the same value; values within it are asked without, and once.
            var key = (TCheck.Check, seen is null ? node : ~node);
            if (tree.Verdicts.TryGetValue(key, out var known))
                return known;
            tree.Verdicts[key] = null;
            var verdict = TCheck.Check.Test(tree, node, seen);
            if (seen is null)
                tree.Verdicts[key] = verdict;
            else
                tree.Verdicts.Remove(key);
            return verdict;
        }

        internal override (int Node, string Problem) Find(JsonTree tree, int node) => TCheck.Check.Find(tree, node);
    }
}
