using BenchmarkDotNet.Running;
using SyncGen.Benchmarks;

if (args is ["quick", ..])
    QuickRun.Run(args[1..]);
else
    BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
