using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;

namespace SyncGen.Benchmarks;

/// <summary>Every way of reading, in BenchmarkDotNet's own process and statistics.</summary>
[MemoryDiagnoser]
public class ReadingBenchmarks
{
    private Func<object?> _run = () => null;

    [Params(1, 100, 10240)]
    public int Kilobytes { get; set; }

    [Params("typed", "lists of numbers", "free-form")]
    public string Payload { get; set; } = "typed";

    [ParamsSource(nameof(Names))]
    public string Variant { get; set; } = "";

    public static IEnumerable<string> Names => Variants.Reading(Payloads.Typed(1024)).Select(variant => variant.Name);

    [GlobalSetup]
    public void Choose() => _run = Variants.Reading(Payloads.Of(Payload, Kilobytes * 1024)).Single(variant => variant.Name == Variant).Run;

    [Benchmark]
    public object? Read() => _run();
}

/// <summary>Every way of writing, in BenchmarkDotNet's own process and statistics.</summary>
[MemoryDiagnoser]
public class WritingBenchmarks
{
    private Func<object?> _run = () => null;

    [Params(1, 100, 10240)]
    public int Kilobytes { get; set; }

    [Params("typed", "lists of numbers", "free-form")]
    public string Payload { get; set; } = "typed";

    [ParamsSource(nameof(Names))]
    public string Variant { get; set; } = "";

    public static IEnumerable<string> Names => Variants.Writing(Payloads.Typed(1024)).Select(variant => variant.Name);

    [GlobalSetup]
    public void Choose() => _run = Variants.Writing(Payloads.Of(Payload, Kilobytes * 1024)).Single(variant => variant.Name == Variant).Run;

    [Benchmark]
    public object? Write() => _run();
}
