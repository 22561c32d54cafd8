using System;
using System.Collections.Generic;
using System.Diagnostics;
using System.Linq;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace SyncGen.Runtime.Tests;

/// <summary>What hostile values may cost: violations, hash codes, patterns, values.</summary>
public sealed class LimitTests
{
    private static readonly Regex Backtracking = new("^(?=(a+)+$).*b", RegexOptions.CultureInvariant, TimeSpan.FromMilliseconds(100));

    [Fact]
    public void Paths_of_violations_are_cut()
    {
        var name = new string('n', 100_000);
        var value = new Dictionary<string, IReadOnlyDictionary<string, int>> { [name] = Enumerable.Range(0, 100).ToDictionary(number => number + name, number => number) };

        var violations = ViolationList.Of(value, static (value, at) => at.Values(value, static (inner, at) => at.Values(inner, static (number, at) => at.AtMost(number, -1))));

        Assert.Equal(100, violations.Count);
        Assert.All(violations, violation => Assert.InRange(violation.Path.Length, 100, 1001));
        Assert.StartsWith("$.nnn", violations[0].Path, StringComparison.Ordinal);
    }

    [Fact]
    public void Path_of_an_error_is_cut_and_has_no_half_of_a_surrogate_pair()
    {
        var name = "n" + string.Concat(Enumerable.Repeat("\U0001F600", 50_000));
        var error = Assert.Throws<JsonException>(() => Codec.Read<IReadOnlyDictionary<string, int>, JsonMap<int, JsonInt32>>($"{{\"{name}\":\"x\"}}"));

        Assert.InRange(error.Path!.Length, 50, 200);
        Assert.DoesNotContain(error.Path, character => char.IsHighSurrogate(character) && !char.IsSurrogatePair(error.Path, error.Path.IndexOf(character)));
    }

    /// <summary>Values whose hash codes are equal, or go into one bucket of a hash table.</summary>
    public static TheoryData<string> Floods => ["long", "int", "decimal", "double", "long?"];

    [Theory]
    [MemberData(nameof(Floods))]
    public void Items_are_compared_in_a_time_that_no_choice_of_values_lengthens(string type)
    {
        const int count = 200_000;
        var watch = Stopwatch.StartNew();
        var violations = type switch
        {
            "long" => Unique(Enumerable.Range(1, count).Select(number => number * 4294967297L)),
            "int" => Unique(Enumerable.Range(-count / 2, count).Select(number => number * 10_007)),
            "decimal" => Unique(Enumerable.Range(1, count).Select(number => new decimal(number, number, 0, isNegative: false, 0))),
            "double" => Unique(Enumerable.Range(1, count).Select(number => BitConverter.Int64BitsToDouble(((long)number << 32) | (uint)number))),
            _ => Unique(Enumerable.Range(1, count).Select(number => (long?)(number * 4294967297L)).Prepend(null)),
        };
        watch.Stop();

        Assert.Empty(violations);
        // Quadratic, this takes minutes.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(3));
    }

    [Fact]
    public void Equal_items_are_found_wherever_they_stand()
    {
        Assert.Single(Unique([3L, 1, 2, 1]));
        Assert.Single(Unique([1.0m, 1.00m]));
        Assert.Single(Unique([0.0, -0.0]));
        Assert.Single(Unique(new long?[] { null, 1, null }));
        Assert.Single(Unique(["b", "a", "b"]));
        Assert.Single(Unique([true, false, true]));
        Assert.Empty(Unique(new long?[] { null, 1, 0 }));
        Assert.Empty(Unique(["b", "a", "B"]));
        Assert.Empty(Unique(Array.Empty<long>()));
    }

    [Fact]
    public void Patterns_share_the_time_of_a_value()
    {
        var texts = Enumerable.Range(0, 1000).Select(_ => new string('a', 40) + "!").ToArray();
        var watch = Stopwatch.StartNew();
        var violations = ViolationList.Of(texts, static (value, at) => at.Items(value, static (text, at) => at.Pattern(text, Backtracking)));
        watch.Stop();

        Assert.Equal(texts.Length, violations.Count);
        Assert.All(violations, violation => Assert.Contains("takes too long", violation.Message, StringComparison.Ordinal));
        // 100 ms for each text would be 100 s.
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
    }

    [Fact]
    public void Patterns_of_names_share_the_time_of_a_document()
    {
        var json = $"{{{string.Join(',', Enumerable.Range(0, 300).Select(number => $"\"{new string('a', 40)}{number}c\":1"))}}}";
        var watch = Stopwatch.StartNew();
        for (var document = 0; document < 3; document++)
            Assert.Throws<JsonException>(() => Codec.Read<IReadOnlyDictionary<string, string>, JsonPatternMap<string, JsonMap<string, JsonString>, SlowNames>>(json));
        watch.Stop();

        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(5));
        // Another document has time of its own.
        Assert.Single(Codec.Read<IReadOnlyDictionary<string, string>, JsonPatternMap<string, JsonMap<string, JsonString>, SlowNames>>("{\"b\":1,\"c\":\"x\"}"));
    }

    [Theory]
    [InlineData("[1,2,3]", 4, true)]
    [InlineData("[1,2,3]", 3, false)]
    [InlineData("{\"a\":{},\"b\":[]}", 3, true)]
    [InlineData("{\"a\":{},\"b\":[]}", 2, false)]
    [InlineData("[\",,,,[[{{\"]", 2, true)]
    [InlineData("\",,,,\"", 1, true)]
    [InlineData("[[[[]]]]", 4, true)]
    [InlineData("[[[[]]]]", 3, false)]
    public void Values_of_a_text_are_counted(string json, int limit, bool isRead)
    {
        var limits = new JsonLimits { MaxValues = limit };
        if (isRead)
            Assert.Equal(json, JsonFormat<RawJson>.Of<JsonRaw>().Read(json, limits).ToString());
        else
            Assert.StartsWith($"The text has more than {limit} values.", Assert.Throws<JsonException>(() => JsonFormat<RawJson>.Of<JsonRaw>().Read(json, limits)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Malformed_text_within_the_limit_of_values_is_told_as_such()
    {
        var error = Assert.Throws<JsonException>(() => JsonFormat<RawJson>.Of<JsonRaw>().Read("[1,,,,,,,2]", new JsonLimits { MaxValues = 3 }));

        Assert.DoesNotContain("values", error.Message, StringComparison.Ordinal);
    }

    private static IReadOnlyList<Violation> Unique<T>(IEnumerable<T> items) => ViolationList.Of(items.ToArray(), static (value, at) => at.Unique(value));

    private readonly struct SlowNames : IJsonNames
    {
        public static bool Match(string name) => PatternBudget.OfDocument.IsMatch(name, Backtracking) is not false;
    }
}
