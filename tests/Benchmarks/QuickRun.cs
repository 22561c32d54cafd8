using System;
using System.Diagnostics;
using System.Globalization;
using System.Linq;
using System.Threading;

namespace SyncGen.Benchmarks;

/// <summary>
/// Runs all variants in turn in one process, many rounds, and prints each one's best time relative to the first variant's best. What
/// else the machine does then disturbs all alike, and the best round least.
/// </summary>
internal static class QuickRun
{
    private static readonly TimeSpan Slice = TimeSpan.FromMilliseconds(1);

    /// <param name="arguments">Sizes in KB; "read" or "write" for one side only; "only=text" for the variants whose name has the text.</param>
    public static void Run(string[] arguments)
    {
        var sizes = arguments.Where(argument => char.IsDigit(argument[0])).Select(argument => int.Parse(argument, CultureInfo.InvariantCulture) * 1024).ToArray();
        if (sizes.Length == 0)
            sizes = [100 * 1024, 10 * 1024 * 1024];
        foreach (var size in sizes)
        {
            foreach (var kind in Payloads.Kinds)
            {
                var json = Payloads.Of(kind, size);
                if (!arguments.Contains("write"))
                    Compare($"Read {size / 1024} KB, mostly {kind} ({json.Length} bytes)", Chosen(Variants.Reading(json), arguments));
                if (!arguments.Contains("read"))
                    Compare($"Write {size / 1024} KB, mostly {kind} ({json.Length} bytes)", Chosen(Variants.Writing(json), arguments));
            }
        }
    }

    private static Variant[] Chosen(Variant[] variants, string[] arguments) =>
        arguments.FirstOrDefault(argument => argument.StartsWith("only=", StringComparison.Ordinal)) is not { } only
            ? variants
            : [variants[0], .. variants.Skip(1).Where(variant => variant.Name.Contains(only[5..], StringComparison.Ordinal))];

    private static void Compare(string title, Variant[] variants)
    {
        var runs = variants.Select(Calibrate).ToArray();
        var best = new double[variants.Length];
        Array.Fill(best, double.MaxValue);
        var rounds = runs.Max() == 1 ? 10 : 200;
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
        // Enough calls, and a pause, for the compiler's last tier.
        var warmup = Stopwatch.StartNew();
        var calls = 0;
        while (warmup.ElapsedMilliseconds < 300 || calls < 2)
        {
            Consume(variant.Run());
            calls++;
            if (calls is 40 or 80)
                Thread.Sleep(120);
        }

        return Math.Max(1, (int)(Slice.TotalMicroseconds / Time(variant, Math.Max(1, calls / 8))));
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
