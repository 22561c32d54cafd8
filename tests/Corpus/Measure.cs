using System.Collections.Concurrent;

namespace SyncGen.Corpus;

/// <summary>The outcome for one API, with its examples.</summary>
/// <param name="Target">The API.</param>
/// <param name="Run">Null when it did not end in time.</param>
/// <param name="Examples">Empty when they were not asked for.</param>
internal sealed record Outcome(Target Target, ContractRun? Run, IReadOnlyList<ExampleResult> Examples)
{
    public bool IsClean => Run is { IsClean: true };
}

/// <summary>Runs the targets in parallel, each bounded in time.</summary>
internal static class Measure
{
    private const int StackBytes = 16 * 1024 * 1024;

    public static IReadOnlyList<Outcome> All(IReadOnlyList<Target> targets, bool withExamples, int secondsEach, Journal journal)
    {
        var outcomes = new ConcurrentDictionary<string, Outcome>(StringComparer.Ordinal);
        var options = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, Environment.ProcessorCount) };
        Parallel.ForEach(Partitioner.Create(targets, EnumerablePartitionerOptions.NoBuffering), options, target =>
        {
            var outcome = Bounded(target, withExamples, secondsEach, journal);
            outcomes[target.Name] = outcome;
            journal.Add(outcome);
            if (!outcome.IsClean)
                Console.Error.WriteLine($"[{outcomes.Count}/{targets.Count}] {Report.Line(outcome)}");
            else if (outcomes.Count % 50 == 0)
                Console.Error.WriteLine($"[{outcomes.Count}/{targets.Count}]");
        });
        return [.. targets.Select(target => outcomes[target.Name])];
    }

    private static Outcome Bounded(Target target, bool withExamples, int seconds, Journal journal)
    {
        Outcome? outcome = null;
        var thread = new Thread(
            () =>
            {
                var run = ContractRun.Execute(target.Name, target.Contracts, target.Root, journal.Compiles);
                var examples = withExamples && run.IsClean ? ExampleCheck.Run(run.Generated!) : [];
                // Only counts and reports are needed from here on; the sources of thousands of APIs would fill the memory.
                outcome = new Outcome(target, run.WithoutProducts(), examples);
            },
            StackBytes)
        {
            IsBackground = true,
        };
        thread.Start();
        return thread.Join(TimeSpan.FromSeconds(seconds)) && outcome is not null ? outcome : new Outcome(target, null, []);
    }
}
