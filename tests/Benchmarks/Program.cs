using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Reports;
using BenchmarkDotNet.Running;
using SyncGen.Benchmarks;
using SyncGen.Benchmarks.Server;
using SyncGen.Benchmarks.Weight;

if (args is ["quick", ..])
    QuickRun.Run(args[1..]);
else if (args is ["server", ..])
    await ServerRun.RunAsync(args[1..]);
else if (args is ["weight", ..])
    await WeightRun.RunAsync(args[1..]);
else
    BenchmarkSwitcher
        .FromAssembly(typeof(QuickRun).Assembly)
        // In this process: the build that BenchmarkDotNet makes for a process of its own knows nothing of the code that this project's build generates.
        .Run([.. args, "--inProcess"], DefaultConfig.Instance.WithSummaryStyle(SummaryStyle.Default.WithMaxParameterColumnWidth(60)));
