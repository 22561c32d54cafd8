using System.Diagnostics;
using System.Globalization;

namespace SyncGen.Tests.Hostile;

/// <summary>
/// Contracts that were changed at random are read or refused: no exception, no endless work, no more than a gigabyte, no code that does not
/// compile. The work is done in a process of its own, <see cref="FuzzWork"/>, so that its end, whatever it is, has a seed.
/// </summary>
public sealed class FuzzTests
{
    [Theory]
    [InlineData("readers", 3000)]
    [InlineData("runs", 150)]
    public async Task Mutated_contract_is_read_or_refused(string mode, int count)
    {
        var chosen = Environment.GetEnvironmentVariable($"SYNCGEN_FUZZ_{mode.ToUpperInvariant()}");
        count = chosen is null ? count : int.Parse(chosen, CultureInfo.InvariantCulture);
        var seed = Environment.GetEnvironmentVariable("SYNCGEN_FUZZ_SEED") ?? (chosen is null ? "1" : Random.Shared.Next().ToString(CultureInfo.InvariantCulture));
        using var folder = new ScratchFolder();
        var start = new ProcessStartInfo("dotnet", [typeof(FuzzTests).Assembly.Location, "-noColor", "-class", typeof(FuzzWork).FullName!]) { RedirectStandardOutput = true };
        start.Environment["SYNCGEN_FUZZ_WORK"] = $"{mode} {seed} {count}";
        start.Environment["SYNCGEN_FUZZ_FOLDER"] = folder.Root;
        start.Environment["DOTNET_GCHeapHardLimit"] = "40000000";
        using var process = Process.Start(start)!;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        limit.CancelAfter(TimeSpan.FromMinutes(1) + (count * TimeSpan.FromSeconds(1)));
        var output = "";
        try
        {
            output = await process.StandardOutput.ReadToEndAsync(limit.Token);
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill();
            output = "It did not end.";
        }

        TestContext.Current.TestOutputHelper?.WriteLine($"{count} {mode} with seed {seed}");
        Assert.True(process.HasExited && process.ExitCode == 0, $"{mode} with SYNCGEN_FUZZ_SEED={seed} failed at {folder.Read("progress.txt")}:\n{output}");
    }
}
