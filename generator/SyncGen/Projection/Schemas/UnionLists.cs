using System.Globalization;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>How the lists among a union's cases are told apart: by the kinds of their items, by what objects in them hold, at last by trial.</summary>
/// <param name="Arms">Tried in order; a list that none of them fits is an unknown case.</param>
/// <param name="Objects">The kinds of object that lists hold, when there are several lists of objects.</param>
internal sealed record UnionLists(ImmutableArray<UnionArm> Arms, ImmutableArray<UnionObject> Objects)
{
    private const string Start = "JsonTokenType.StartArray";

    /// <param name="results">What each case is read as.</param>
    /// <param name="lenient">What reading forgives.</param>
    public static UnionLists Of(ApiModel api, ImmutableArray<UnionLeaf> leaves, TypeTable types, ImmutableArray<string> results, Leniency lenient)
    {
        ImmutableArray<List> lists = [.. leaves.Where(leaf => leaf.Schema.Shape is Shape.Array).Select(leaf => ListOf(api, leaf, types)).OrderBy(RankOf)];
        if (lists.Select(list => list.Case).Distinct().Count() < 2)
            return new UnionLists([.. lists.Take(1).Select(list => new UnionArm(Start, results[list.Case]))], []);
        ImmutableArray<List> ofObjects = [.. lists.Where(list => list.Items.IsObject)];
        if (ofObjects.Length == 1)
            ofObjects = [];
        var strict = lists.Select(list => new UnionArm($"{Start} when {ConditionOf(list, lists, ofObjects)}", results[list.Case]));
        // Only what nothing else fits is taken for a list of numbers or booleans in quotes.
        var quoted = lists
            .Where(list => lenient.HasFlag(Leniency.Quotes) && ValueKinds.IsQuotable(list.Items.Schema.Shape))
            .Select(list => new UnionArm($"{Start} when {UnionPlan.CanRead(list.Type)}", results[list.Case]));
        return new UnionLists([.. strict, .. quoted], UnionObjects.Of(api, [.. ofObjects.Select(list => list.Items.Schema)], lenient));
    }

    private static List ListOf(ApiModel api, UnionLeaf leaf, TypeTable types)
    {
        var items = ((Shape.Array)leaf.Schema.Shape).Items;
        return new List(leaf.Case, new UnionLeaf(leaf.Case, api.Resolve(items)), ValueKinds.Of(api, items, Leniency.None), types[leaf.Schema.Id]);
    }

    /// <summary>What takes the most comes last. A union loses nothing of an object, a record what it does not declare.</summary>
    private static int RankOf(List list) => list.Items.Schema.Shape switch
    {
        Shape.Any { IsObject: false } => 3,
        Shape.String { Format: null, ContentEncoding: null } or Shape.Enum { IsOpen: true } or Shape.Number { IsInteger: false } => 2,
        _ => list.Items.IsObject ? 1 : 0,
    };

    private static string ConditionOf(List list, ImmutableArray<List> lists, ImmutableArray<List> ofObjects)
    {
        if (ofObjects.IndexOf(list) is >= 0 and var position)
            return $"Lists.FindOfItems(reader) == {position.ToString(CultureInfo.InvariantCulture)}";
        var isTold = list.TakesAny || lists.All(other => other == list || !(other.TakesAny || other.Kinds.Any(list.Kinds.Contains)));
        return isTold ? $"JsonPeek.AreItems(reader, {ValueKinds.TextOf(list.Kinds)})" : UnionPlan.CanRead(list.Type);
    }

    /// <summary>A list among the cases.</summary>
    private sealed record List(int Case, UnionLeaf Items, ImmutableArray<string> Kinds, CSharpType Type)
    {
        public bool TakesAny => Kinds.Contains(ValueKinds.Any);
    }
}
