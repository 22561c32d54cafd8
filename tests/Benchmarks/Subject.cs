using System;
using System.Collections.Generic;
using System.Linq;

namespace SyncGen.Benchmarks;

/// <summary>A kind of payload and all ways to read and write it.</summary>
/// <param name="Name">What the payload mostly is.</param>
/// <param name="Payload">Makes a payload of about so many bytes, the same on every run.</param>
/// <param name="Reading">The ways to read a payload; the first one is what the others are compared with.</param>
/// <param name="Writing">The ways to write what a payload holds; the first one is what the others are compared with.</param>
internal sealed record Subject(string Name, Func<int, byte[]> Payload, Func<byte[], Variant[]> Reading, Func<byte[], Variant[]> Writing)
{
    private const int SmallSize = 1024;

    /// <summary>The kinds whose contracts are at hand.</summary>
    public static Subject[] All { get; } =
    [
        .. Payloads.Kinds.Select(kind => new Subject(kind, size => Payloads.Of(kind, size), Variants.Reading, Variants.Writing)),
        .. Checks.Checks.Subjects,
#if GITHUB
        Real.GitHubPulls.Subject,
#endif
#if MATRIX
        Real.MatrixSync.Subject,
#endif
    ];

    /// <summary>What is left out, and why.</summary>
    public static IEnumerable<string> Missing { get; } =
    [
#if !GITHUB
        "GitHub's pull requests are left out: run 'npm ci --ignore-scripts' in tests/Corpus and build again.",
#endif
#if !MATRIX
        "Matrix v1.19 is left out: ../shared/corpus/matrix is not beside the project.",
#endif
    ];

    /// <summary>The names of all ways to read: <c>typed: generated</c>.</summary>
    public static IEnumerable<string> ReadingNames => Names(subject => subject.Reading);

    /// <summary>The names of all ways to write.</summary>
    public static IEnumerable<string> WritingNames => Names(subject => subject.Writing);

    /// <summary>The way to read of a name in <see cref="ReadingNames"/>, on a payload of about so many bytes.</summary>
    public static Func<object?> ReadingOf(string name, int size) => Find(name, size, subject => subject.Reading);

    /// <summary>The way to write of a name in <see cref="WritingNames"/>, of a payload of about so many bytes.</summary>
    public static Func<object?> WritingOf(string name, int size) => Find(name, size, subject => subject.Writing);

    private static IEnumerable<string> Names(Func<Subject, Func<byte[], Variant[]>> side) =>
        from subject in All
        from variant in side(subject)(subject.Payload(SmallSize))
        select $"{subject.Name}: {variant.Name}";

    private static Func<object?> Find(string name, int size, Func<Subject, Func<byte[], Variant[]>> side)
    {
        var parts = name.Split(": ", 2);
        var subject = All.Single(subject => subject.Name == parts[0]);
        return side(subject)(subject.Payload(size)).Single(variant => variant.Name == parts[1]).Run;
    }
}
