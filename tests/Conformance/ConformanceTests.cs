using System.Diagnostics;
using System.Text;

namespace SyncGen.Conformance;

/// <summary>
/// The JSON Schema organisation's test suite, whose verdicts nobody here wrote: what the generated code reads, refuses and writes back. The counts
/// in baseline.tsv may only become better; SYNCGEN_ACCEPT=1 writes them and the tables of the README, SYNCGEN_CONFORMANCE_LOG=FILE each test that fails.
/// </summary>
public sealed class ConformanceTests(ITestOutputHelper output)
{
    private static readonly bool IsAccepting = Environment.GetEnvironmentVariable("SYNCGEN_ACCEPT") == "1";

    [Fact]
    public void No_count_of_the_suite_is_worse_than_before()
    {
        var suites = Suite.All.Where(suite => suite.IsThere).ToArray();
        Assert.SkipWhen(suites.Length == 0, "The JSON Schema test suite lies beside the project in ../shared/corpus/json-schema, which is not there.");
        var tallies = suites.Select(suite => new Tally(suite, Run(suite))).ToArray();
        Log(tallies);
        if (IsAccepting)
            Baseline.Write(tallies);
        Assert.Empty(tallies.SelectMany(Baseline.WorseThanBefore));
    }

    private ImmutableArray<TestOutcome> Run(Suite suite)
    {
        var watch = Stopwatch.StartNew();
        ImmutableArray<GroupCode> codes = [.. suite.Groups.AsParallel().AsOrdered().Select(group => GroupCode.Generate(group, suite))];
        var compiled = CompiledGroups.Compile([.. codes.Where(code => code.IsGenerated)]);
        ImmutableArray<TestOutcome> outcomes = [.. codes.AsParallel().AsOrdered().SelectMany(code => code.Group.Samples.Select(sample => TestOutcome.Of(code, sample, compiled)))];
        output.WriteLine($"{new Tally(suite, outcomes)} in {watch.Elapsed.TotalSeconds:0} s");
        return outcomes;
    }

    private static void Log(Tally[] tallies)
    {
        if (Environment.GetEnvironmentVariable("SYNCGEN_CONFORMANCE_LOG") is not { Length: > 0 } path)
            return;
        var text = new StringBuilder();
        foreach (var tally in tallies)
        {
            text.AppendLine($"== {tally}");
            foreach (var outcome in tally.Misses)
                text.AppendLine($"{tally.Suite.Name} {outcome}");
        }

        File.WriteAllText(path, text.ToString());
    }
}
