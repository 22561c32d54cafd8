namespace SyncGen.Conformance;

/// <summary>How the tests of a set ended.</summary>
internal sealed record Tally(Suite Suite, ImmutableArray<TestOutcome> Outcomes)
{
    /// <summary>The ways in which a test can end that are not right, in the order of the tables.</summary>
    public static ImmutableArray<Outcome> Faults { get; } = [Outcome.Refused, Outcome.RefusedTold, Outcome.Silent, Outcome.Told, Outcome.Changed, Outcome.NotGenerated];

    public IEnumerable<TestOutcome> Misses => Outcomes.Where(outcome => outcome.Outcome != Outcome.Right);

    public int this[Outcome outcome] => Outcomes.Count(test => test.Outcome == outcome);

    /// <summary>The counts by keyword, of those that have any.</summary>
    public IEnumerable<(string Keyword, ImmutableArray<int> Counts)> ByKeyword => Misses
        .GroupBy(test => test.Group.Keyword, StringComparer.Ordinal)
        .OrderBy(tests => tests.Key, StringComparer.Ordinal)
        .Select(tests => (tests.Key, Faults.Select(fault => tests.Count(test => test.Outcome == fault)).ToImmutableArray()));

    public override string ToString() => $"{Suite.Name}: {Outcomes.Length} tests, " + string.Join(", ", Faults.Select(fault => $"{fault} {this[fault]}"));
}
