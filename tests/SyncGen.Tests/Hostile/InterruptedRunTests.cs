using System.Globalization;
using SyncGen.Cli;

namespace SyncGen.Tests.Hostile;

/// <summary>
/// Runs that are ended from outside at random moments. SYNCGEN_KILLS=200 tries so many instead of the few that the gate has time for;
/// a failure names its seed, which SYNCGEN_KILL_SEED tries again.
/// </summary>
public sealed class InterruptedRunTests
{
    private static readonly int Kills = Number("SYNCGEN_KILLS", 24);
    private static readonly int Seed = Number("SYNCGEN_KILL_SEED", 1);

    [Fact]
    public async Task After_kill_9_each_file_is_old_or_new_and_the_next_run_repairs()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "The test sends signals.");
        using var states = new TwoStates();
        states.Folder.Write("other.yaml", states.Folder.Read("contract.yaml"));
        for (var index = 0; index < Kills; index++)
        {
            var seed = Seed + index;
            var (before, after) = await Interrupt(states, "KILL", seed);
            states.AssertWhole(before, after);

            // Whoever comes next repairs without being forced: the same contract, changed or not, or any other one after a run that did not finish.
            var random = new Random(seed);
            var isUnfinished = File.Exists(states.Folder.At(TwoStates.Output, "syncgen.lock.json")) && states.Folder.Read("generated/syncgen.lock.json").Contains("\"pending\"", StringComparison.Ordinal);
            var next = random.Next(2);
            states.Choose(next);
            if (isUnfinished && random.Next(2) == 0)
            {
                File.Copy(states.Folder.At("contract.yaml"), states.Folder.At("other.yaml"), overwrite: true);
                AssertDone(CommandLineRun.In(states.Root, TwoStates.Arguments("other.yaml")), seed);
                Assert.Equal(0, CommandLineRun.In(states.Root, ["check", .. TwoStates.Arguments("other.yaml")[1..]]).ExitCode);
                Assert.DoesNotContain(".syncgen.tmp", states.Read().Keys);
                continue;
            }

            AssertDone(CommandLineRun.In(states.Root, TwoStates.Generate), seed);
            Assert.Equal(states[next], states.Read());
        }
    }

    [Theory]
    [InlineData("TERM", 143)]
    [InlineData("INT", 130)]
    [InlineData("HUP", 129)]
    public async Task A_signal_ends_the_run_without_leftovers(string signal, int code)
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "The test sends signals.");
        using var states = new TwoStates();
        for (var index = 0; index < Math.Max(4, Kills / 8); index++)
        {
            var seed = Seed + index;
            var (before, after) = await Interrupt(states, signal, seed, code);
            var entries = states.Read();
            Assert.True(entries.SequenceEqual(states[after]) || entries.SequenceEqual(before == 2 ? [] : states[before]), $"seed {seed}: {string.Join(' ', entries.Keys)}");
        }
    }

    [Fact]
    public async Task Two_processes_at_once_leave_what_one_leaves()
    {
        using var states = new TwoStates();
        for (var index = 0; index < Math.Max(3, Kills / 8); index++)
        {
            states.Reset(2);
            states.Choose(index % 2);
            var runs = Enumerable.Range(0, 3).Select(_ => ToolProcess.Run(states.Root, TwoStates.Generate)).ToArray();
            Assert.All(await Task.WhenAll(runs), run => Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error)));
            Assert.Equal(states[index % 2], states.Read());
        }
    }

    /// <summary>Starts a run from one state to the other and sends it a signal.</summary>
    /// <param name="code">What the process must end with unless it was faster; null when that is not asked.</param>
    private static async Task<(int Before, int After)> Interrupt(TwoStates states, string signal, int seed, int? code = null)
    {
        var random = new Random(seed);
        var after = random.Next(2);
        var before = random.Next(4) == 0 ? 2 : 1 - after;
        states.Reset(before);
        states.Choose(after);
        using var process = ToolProcess.Start(states.Root, TwoStates.Generate);
        // Starting takes longest and changes nothing: most signals wait for what the run does to the folder.
        var manifest = states.Folder.At(TwoStates.Output, "syncgen.lock.json");
        Func<bool> hasBegun = random.Next(4) switch
        {
            0 => () => true,
            1 => () => Directory.Exists(states.Folder.At(TwoStates.Output, ".syncgen.tmp")),
            _ => () => TextOf(manifest).Contains("\"pending\"", StringComparison.Ordinal),
        };
        while (!process.HasExited && !hasBegun())
            Thread.Sleep(1);

        await Task.Delay(TimeSpan.FromMilliseconds(random.NextDouble() * (random.Next(4) == 0 ? 300 : 12)), TestContext.Current.CancellationToken);
        if (!process.HasExited)
            await Command.Run(states.Root, "kill", $"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        if (code is not null)
            Assert.True(process.ExitCode == code || process.ExitCode == ExitCode.Done, $"seed {seed}: exit code {process.ExitCode}");
        return (before, after);
    }

    private static string TextOf(string path)
    {
        try
        {
            return File.ReadAllText(path);
        }
        catch (IOException)
        {
            return "";
        }
    }

    private static void AssertDone(CommandLineRun run, int seed) => Assert.True(run.ExitCode == ExitCode.Done, $"seed {seed}: {run.Error}");

    private static int Number(string variable, int otherwise) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : otherwise;
}
