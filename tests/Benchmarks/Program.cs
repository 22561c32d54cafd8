using BenchmarkDotNet.Running;
using SyncGen.Benchmarks;
using SyncGen.Benchmarks.Server;

if (args is ["quick", ..])
    QuickRun.Run(args[1..]);
else if (args is ["server", ..])
    await ServerRun.RunAsync(args[1..]);
else
    BenchmarkSwitcher.FromAssembly(typeof(QuickRun).Assembly).Run(args);
