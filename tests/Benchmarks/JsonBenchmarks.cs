using System;
using System.Collections.Generic;
using BenchmarkDotNet.Attributes;

namespace SyncGen.Benchmarks;

/// <summary>Every way of reading, with BenchmarkDotNet's statistics.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private Func<object?> _run = () => null;

    [Params(1, 100, 10240)]
    public int Kilobytes { get; set; }

    [ParamsSource(nameof(Names))]
    public string Variant { get; set; } = "";

    public static IEnumerable<string> Names => Subject.ReadingNames;

    [GlobalSetup]
    public void Choose() => _run = Subject.ReadingOf(Variant, Kilobytes * 1024);

    [Benchmark]
    public object? Read() => _run();
}

/// <summary>Every way of writing, with BenchmarkDotNet's statistics.</summary>
[MemoryDiagnoser]
public class WritingBenchmarks
{
    private Func<object?> _run = () => null;

    [Params(1, 100, 10240)]
    public int Kilobytes { get; set; }

    [ParamsSource(nameof(Names))]
    public string Variant { get; set; } = "";

    public static IEnumerable<string> Names => Subject.WritingNames;

    [GlobalSetup]
    public void Choose() => _run = Subject.WritingOf(Variant, Kilobytes * 1024);

    [Benchmark]
    public object? Write() => _run();
}
