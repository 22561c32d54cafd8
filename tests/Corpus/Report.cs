using SyncGen.Diagnostics;

namespace SyncGen.Corpus;

/// <summary>Prints what was measured: every API that is not clean with its reason, then the counts.</summary>
internal static class Report
{
    /// <returns>0 when at least <paramref name="leastPercent"/> of the APIs are clean and nothing crashed, hung or lost data, else 1.</returns>
    public static int Print(IReadOnlyList<Outcome> outcomes, double leastPercent)
    {
        foreach (var outcome in outcomes.Where(outcome => !outcome.IsClean))
            Console.WriteLine(Line(outcome));
        var examples = outcomes.SelectMany(outcome => outcome.Examples.Select(example => (outcome.Target, example))).ToList();
        foreach (var (target, result) in examples.Where(item => item.example.Outcome != ExampleOutcome.Equal))
            Console.WriteLine($"{(result.Outcome == ExampleOutcome.Failed ? "EXAMPLE FAILED" : "CONTRADICTS ITS CONTRACT")}\t{target.Name}\t{result.Example.Place}\t{result.Example.Schema.Type}\t{result.Words}");

        var count = outcomes.Count;
        var clean = outcomes.Count(outcome => outcome.IsClean);
        var known = outcomes.Count(outcome => outcome.Run is { IsClean: true, WasCompiled: false });
        var crashed = outcomes.Count(outcome => outcome.Run is { Crash: not null });
        var hung = outcomes.Count(outcome => outcome.Run is null);
        var refused = outcomes.Count(outcome => outcome.Run is { WasGenerated: false, Crash: null });
        var warnings = outcomes.Sum(outcome => outcome.Run?.Diagnostics.Count(diagnostic => diagnostic.Severity == Severity.Warning) ?? 0);
        Console.WriteLine($"apis {count}: clean {clean} ({100.0 * clean / Math.Max(1, count):F2} %), refused with a position {refused}, "
            + $"not compiling cleanly {count - clean - crashed - hung - refused}, crashed {crashed}, hung {hung}; generator warnings {warnings}"
            + (known > 0 ? $"; {known} gave the code that an earlier run compiled" : ""));
        var failed = examples.Count(item => item.example.Outcome == ExampleOutcome.Failed);
        if (examples.Count > 0)
        {
            Console.WriteLine($"examples {examples.Count}: equal {examples.Count(item => item.example.Outcome == ExampleOutcome.Equal)}, "
                + $"contradict their own contract {examples.Count(item => item.example.Outcome == ExampleOutcome.ContradictsContract)}, failed {failed}");
        }

        return crashed + hung + failed == 0 && clean * 100.0 >= leastPercent * count ? 0 : 1;
    }

    public static string Line(Outcome outcome) => outcome.Run switch
    {
        null => $"HUNG\t{outcome.Target.Name}",
        { Crash: { } crash } => $"CRASHED\t{outcome.Target.Name}\t{crash.ToString().ReplaceLineEndings(" ")[..Math.Min(600, crash.ToString().Length)]}",
        { WasGenerated: false } run => $"REFUSED\t{outcome.Target.Name}\t{string.Join(" | ", run.Diagnostics.Where(diagnostic => diagnostic.Severity == Severity.Error).Take(3).Select(Text))}",
        { Problems.IsEmpty: true } run => $"CLEAN\t{outcome.Target.Name}\t{run.Digest}\tgenerated in {run.GenerationTime.TotalSeconds:F1} s\tcompiled in {run.CompilationTime.TotalSeconds:F1} s",
        var run => $"COMPILER\t{outcome.Target.Name}\t{run.Problems.Length}\t{string.Join(" | ", run.Problems.Take(3))}",
    };

    private static string Text(Diagnostic diagnostic) => $"{diagnostic.Span}: {diagnostic.Rule.Code}: {diagnostic.Message}";
}
