namespace SyncGen.Runtime.Json;

using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;

/// <summary>Checks of objects, which let other values be.</summary>
public static class JsonObjectCheck
{
    /// <summary>The properties by their names, by patterns of names, and all others.</summary>
    /// <param name="properties">What is said of those by name.</param>
    /// <param name="patterns">What is said of those in whose names a pattern finds a match.</param>
    /// <param name="additional">What is said of those that neither a name nor a pattern speaks of; null where nothing is.</param>
    public static JsonCheck Members(
        (string Name, JsonCheck Check)[]? properties = null,
        (Regex Pattern, JsonCheck Check)[]? patterns = null,
        JsonCheck? additional = null) => new MemberCheck(properties ?? [], patterns ?? [], additional);

    /// <summary>All properties that another check does not speak of.</summary>
    /// <param name="check">The other check, which must hold as well.</param>
    /// <param name="rest">What is said of those properties.</param>
    public static JsonCheck Unevaluated(JsonCheck check, JsonCheck rest) => new JsonRestCheck(check, rest, JsonTokenType.StartObject);

    /// <summary>Properties that must be there.</summary>
    /// <param name="names">Their names.</param>
    public static JsonCheck Required(params string[] names) => Presence(names, null, $"The object must have {ListOf(names)}.");

    /// <summary>Properties that must be there where they travel this way, of which nobody knows whether they do.</summary>
    /// <param name="names">Their names.</param>
    public static JsonCheck RequiredOneWay(params string[] names) => Presence(names, static _ => null, "");

    /// <summary>Properties that must be there in requests.</summary>
    /// <param name="names">Their names.</param>
    public static JsonCheck RequiredInRequests(params string[] names) => Presence(names, static tree => !tree.IsRequest, $"The object must have {ListOf(names)}.");

    /// <summary>Properties that must be there in responses.</summary>
    /// <param name="names">Their names.</param>
    public static JsonCheck RequiredInResponses(params string[] names) => Presence(names, static tree => tree.IsRequest, $"The object must have {ListOf(names)}.");

    /// <summary>Properties that must be there where another one is.</summary>
    /// <param name="name">The other one's name.</param>
    /// <param name="names">Their names.</param>
    public static JsonCheck DependentRequired(string name, params string[] names) => Dependent(name, Required(names));

    /// <summary>What is said of an object that has a property.</summary>
    /// <param name="name">The property's name.</param>
    /// <param name="check">What is said of the object.</param>
    public static JsonCheck Dependent(string name, JsonCheck check) => JsonCheck.If(Has(name), check, JsonCheck.Anything);

    /// <summary>What is said of the properties' names.</summary>
    /// <param name="check">What is said of each.</param>
    public static JsonCheck Names(JsonCheck check) => new NameCheck(check);

    /// <summary>The number of properties.</summary>
    /// <param name="minimum">The least number.</param>
    /// <param name="maximum">The greatest number.</param>
    public static JsonCheck Count(int minimum = 0, int maximum = int.MaxValue) => new JsonPartCheck(
        (tree, node) => tree.KindOf(node) != JsonTokenType.StartObject || (tree.CountOf(node) >= minimum && tree.CountOf(node) <= maximum),
        1,
        maximum == int.MaxValue
            ? string.Create(CultureInfo.InvariantCulture, $"The object must have at least {minimum} {(minimum == 1 ? "property" : "properties")}.")
            : string.Create(CultureInfo.InvariantCulture, $"The object must have from {minimum} to {maximum} {(maximum == 1 ? "property" : "properties")}."));

    private static JsonPartCheck Has(string name)
    {
        var utf8 = Encoding.UTF8.GetBytes(name);
        return new((tree, node) => tree.KindOf(node) == JsonTokenType.StartObject ? tree.Has(node, utf8) : false, 1, "");
    }

    private static RequiredCheck Presence(string[] names, Func<JsonTree, bool?>? absent, string problem) => new([.. names.Select(Encoding.UTF8.GetBytes)], absent, problem);

    private static string ListOf(string[] names) => (names.Length == 1 ? "the property " : "the properties ") + string.Join(", ", names.Select(name => $"'{name}'"));

    /// <param name="names">The names of the properties.</param>
    /// <param name="absent">Whether a property may be absent; null where it may not.</param>
    /// <param name="problem">What it says of an object that it refuses.</param>
    private sealed class RequiredCheck(byte[][] names, Func<JsonTree, bool?>? absent, string problem) : JsonCheck
    {
        internal override int Depth => 1;

        internal override bool? Test(JsonTree tree, int node, JsonMarks? seen)
        {
            bool? verdict = true;
            if (tree.KindOf(node) != JsonTokenType.StartObject)
                return verdict;
            foreach (var name in names)
            {
                var one = tree.Has(node, name);
                if (one is false)
                    one = tree.Forgives.HasFlag(JsonLeniency.Missing) ? null : absent is null ? false : absent(tree);
                verdict &= one;
            }

            return verdict;
        }

        internal override (int Node, string Problem) Find(JsonTree tree, int node) => (node, problem);
    }

    private sealed class NameCheck(JsonCheck check) : JsonCheck
    {
        internal override int Depth => 1;

        internal override bool? Test(JsonTree tree, int node, JsonMarks? seen)
        {
            bool? verdict = true;
            for (var name = tree.FirstOf(node); verdict is not false && tree.KindOf(node) == JsonTokenType.StartObject && name < tree.EndOf(node); name = tree.After(name + 1))
                verdict &= check.Test(tree, name, null);
            return verdict;
        }

        internal override (int Node, string Problem) Find(JsonTree tree, int node)
        {
            var name = tree.FirstOf(node);
            while (check.Test(tree, name, null) is not false)
                name = tree.After(name + 1);
            return (name, "The contract does not allow this name: " + check.Find(tree, name).Problem);
        }
    }

    private sealed class MemberCheck((string Name, JsonCheck Check)[] properties, (Regex Pattern, JsonCheck Check)[] patterns, JsonCheck? additional) : JsonCheck
    {
        private readonly (byte[] Name, JsonCheck Check)[] _properties = [.. properties.Select(property => (Encoding.UTF8.GetBytes(property.Name), property.Check))];

        internal override int Depth { get; } = Below(DepthOf([.. properties.Select(property => property.Check), .. patterns.Select(pattern => pattern.Check), additional ?? Anything]));

        internal override bool? Test(JsonTree tree, int node, JsonMarks? seen)
        {
            bool? verdict = true;
            if (tree.KindOf(node) != JsonTokenType.StartObject)
                return verdict;
            if (seen is null && patterns.Length == 0 && additional is null)
                return TestNamed(tree, node);
            for (var name = tree.FirstOf(node); verdict is not false && name < tree.EndOf(node); name = tree.After(name + 1))
                verdict &= TestMember(tree, name, seen);
            return verdict;
        }

        internal override (int Node, string Problem) Find(JsonTree tree, int node)
        {
            var name = tree.FirstOf(node);
            while (TestMember(tree, name, null) is not false)
                name = tree.After(name + 1);
            var check = ChecksOf(tree, name).First(check => check.Test(tree, name + 1, null) is false);
            return check == Never ? (name, "The contract allows no property of this name here.") : check.Find(tree, name + 1);
        }

        /// <summary>Most schemas speak of few of the properties.</summary>
        private bool? TestNamed(JsonTree tree, int node)
        {
            bool? verdict = true;
            var end = tree.EndOf(node);
            foreach (var (property, check) in _properties)
            {
                for (var name = tree.Nodes.Find(tree.FirstOf(node), end, property); name >= 0; name = tree.Nodes.Find(tree.After(name + 1), end, property))
                {
                    verdict &= Forgiven(tree, name, check.Test(tree, name + 1, null));
                    if (verdict is false)
                        return false;
                }
            }

            return verdict;
        }

        private static bool? Forgiven(JsonTree tree, int name, bool? verdict) =>
            verdict is false && tree.Forgives.HasFlag(JsonLeniency.Nulls) && tree.KindOf(name + 1) == JsonTokenType.Null ? null : verdict;

        private bool? TestMember(JsonTree tree, int name, JsonMarks? seen)
        {
            bool? verdict = true;
            var text = tree.TextOf(name);
            var isKnown = false;
            foreach (var (property, check) in _properties)
            {
                if (!text.SequenceEqual(property))
                    continue;
                isKnown = true;
                verdict &= check.Test(tree, name + 1, null);
                break;
            }

            foreach (var (pattern, check) in patterns)
            {
                if (JsonValueCheck.IsMatch(text, pattern) is false)
                    continue;
                isKnown = true;
                verdict &= check.Test(tree, name + 1, null);
            }

            if (!isKnown && additional is not null)
                verdict &= additional.TestRest(tree, name + 1);
            if (isKnown || additional is not null)
                seen?.Add(name + 1);
            return Forgiven(tree, name, verdict);
        }

        private List<JsonCheck> ChecksOf(JsonTree tree, int name)
        {
            var text = Encoding.UTF8.GetString(tree.TextOf(name));
            var found = properties.Where(property => property.Name == text).Select(property => property.Check)
                .Concat(patterns.Where(pattern => JsonValueCheck.IsMatch(tree.TextOf(name), pattern.Pattern) is not false).Select(pattern => pattern.Check))
                .ToList();
            return found.Count > 0 || additional is null ? found : [additional];
        }
    }
}
