using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Runtime;
using System.Threading;

namespace SyncGen.Benchmarks;

/// <summary>
/// Runs all variants in turn in one process, many rounds, and prints each one's best time relative to the first variant's best. What
/// else the machine does then disturbs all alike, and the best round least.
/// </summary>
internal static class QuickRun
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Rest = TimeSpan.FromMilliseconds(300);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <param name="arguments">
    /// Sizes in KB; "read" or "write" for one side only; "of=text" for the payloads whose name has the text; "only=text" for the variants
    /// whose name has it; "rounds=number".
    /// </param>
    public static void Run(string[] arguments)
    {
        var rounds = int.Parse(Arguments.ValueOf(arguments, "rounds") ?? "100", CultureInfo.InvariantCulture);
        foreach (var size in Arguments.Sizes(arguments).DefaultIfEmpty(100).Select(size => size * 1024))
        {
            foreach (var subject in Subject.All.Where(subject => subject.Name.Contains(Arguments.ValueOf(arguments, "of") ?? "", StringComparison.OrdinalIgnoreCase)))
            {
                var json = subject.Payload(size);
                if (!arguments.Contains("write"))
                    Compare($"Read {json.Length:N0} bytes, {subject.Name}", Chosen(subject.Reading(json), arguments), rounds);
                if (!arguments.Contains("read"))
                    Compare($"Write {json.Length:N0} bytes, {subject.Name}", Chosen(subject.Writing(json), arguments), rounds);
            }
        }

        foreach (var reason in Subject.Missing)
            Console.WriteLine(reason);
    }

    private static Variant[] Chosen(Variant[] variants, string[] arguments) =>
        [variants[0], .. variants.Skip(1).Where(variant => variant.Name.Contains(Arguments.ValueOf(arguments, "only") ?? "", StringComparison.Ordinal))];

    private static void Compare(string title, Variant[] variants, int rounds)
    {
        var runs = variants.Select(Calibrate).ToArray();
        var best = new double[variants.Length];
        Array.Fill(best, double.MaxValue);
        // Payloads that take longer than a slice have fewer rounds, so that the whole does not take minutes.
        rounds = runs.Min() > 1 ? rounds : Math.Max(rounds / 10, 5);
        for (var round = 0; round < rounds; round++)
        {
            for (var index = 0; index < variants.Length; index++)
                best[index] = Math.Min(best[index], Time(variants[index], runs[index]));
        }

        Console.WriteLine(title);
        for (var index = 0; index < variants.Length; index++)
        {
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"  {variants[index].Name,-42} {best[index] / best[0],7:F2} x {best[index],12:F1} us {Allocated(variants[index]),14:N0} bytes"));
        }

        Console.WriteLine();
    }

    private static int Calibrate(Variant variant)
    {
        var start = Stopwatch.GetTimestamp();
        var lastCompiled = start;
        var compiled = JitInfo.GetCompiledMethodCount();
        var calls = 0;
        // The compiler's last tier comes on a thread of its own, later on a busy machine: it is awaited until nothing has been compiled for a while.
        while (calls < 2 || (Stopwatch.GetElapsedTime(lastCompiled) < Rest && Stopwatch.GetElapsedTime(start) < Patience))
        {
            Consume(variant.Run());
            calls++;
            if (calls % 40 == 0)
                Thread.Sleep(20);
            if (JitInfo.GetCompiledMethodCount() == compiled)
                continue;
            compiled = JitInfo.GetCompiledMethodCount();
            lastCompiled = Stopwatch.GetTimestamp();
        }

        return Math.Max(1, (int)(Slice.TotalMicroseconds / Time(variant, Math.Clamp(calls / 8, 1, 100))));
    }

    private static double Time(Variant variant, int runs)
    {
        var start = Stopwatch.GetTimestamp();
        for (var run = 0; run < runs; run++)
            Consume(variant.Run());
        return Stopwatch.GetElapsedTime(start).TotalMicroseconds / runs;
    }

    private static long Allocated(Variant variant)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Consume(variant.Run());
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    private static void Consume(object? value) => GC.KeepAlive(value);
}
