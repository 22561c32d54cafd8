using System;
using System.Collections.Generic;
using System.IO;
using System.Linq;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace SyncGen.Runtime.Tests;

public sealed class NumberTests
{
    [Theory]
    [InlineData("0", 0)]
    [InlineData("-0", 0)]
    [InlineData("7", 7)]
    [InlineData("-7", -7)]
    [InlineData("1.0", 1)]
    [InlineData("-1.000", -1)]
    [InlineData("1e3", 1000)]
    [InlineData("1E+3", 1000)]
    [InlineData("1200e-2", 12)]
    [InlineData("0.5e1", 5)]
    [InlineData("0e999999999999", 0)]
    [InlineData("-0.0e-5", 0)]
    [InlineData("999999999999999999", 999999999999999999)]
    [InlineData("1000000000000000000", 1000000000000000000)]
    [InlineData("9223372036854775807", long.MaxValue)]
    [InlineData("-9223372036854775808", long.MinValue)]
    [InlineData("9.223372036854775807e18", long.MaxValue)]
    [InlineData("9223372036854775807.000000000000000000000000", long.MaxValue)]
    public void Int64_reads_whole_numbers_however_they_are_written(string json, long value) =>
        Assert.Equal(value, Codec.Read<long, JsonInt64>(json));

    [Theory]
    [InlineData(0)]
    [InlineData(7)]
    [InlineData(8)]
    [InlineData(13)]
    [InlineData(1000)]
    public void Lists_of_whole_numbers_are_written_as_any_list_is(int count)
    {
        var numbers = Enumerable.Range(0, count).Select(index => (index % 5) switch { 0 => long.MinValue + index, 1 => index, 2 => -index, 3 => index * 101, _ => long.MaxValue - index }).ToArray();
        IReadOnlyList<long>[] lists = [numbers, [.. numbers.ToList()], new List<long>(numbers)];
        foreach (var isIndented in (bool[])[false, true])
        {
            foreach (var list in lists)
            {
                Assert.Equal(
                    Written<JsonList<long, JsonInt64>>(numbers, isIndented),
                    Written<JsonIntegerList<long, JsonInt64>>(list, isIndented));
            }
        }

        static string Written<TCodec>(IReadOnlyList<long> values, bool isIndented)
            where TCodec : struct, IJsonCodec<IReadOnlyList<long>>
        {
            using var stream = new MemoryStream();
            using (var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = isIndented }))
            {
                writer.WriteStartObject();
                writer.WriteNumber("before", 1);
                writer.WritePropertyName("list");
                TCodec.Write(writer, values);
                writer.WriteStartArray("nested");
                TCodec.Write(writer, values);
                TCodec.Write(writer, values);
                writer.WriteEndArray();
                writer.WriteNumber("after", 1);
                writer.WriteEndObject();
            }

            return Encoding.UTF8.GetString(stream.ToArray());
        }
    }

    [Theory]
    [InlineData("9223372036854775808")]
    [InlineData("-9223372036854775809")]
    [InlineData("9.223372036854775808e18")]
    [InlineData("1e19")]
    [InlineData("1e400")]
    public void Int64_out_of_range_is_an_error(string json) => Assert.Equal(
        "The number is out of range: it must be from -9223372036854775808 to 9223372036854775807.",
        Codec.Problem<long, JsonInt64>(json));

    [Theory]
    [InlineData("1e99999999999999999999")]
    [InlineData("1e2000000000")]
    public void Exponents_beyond_all_measure_are_an_error_at_once(string json) =>
        Assert.StartsWith("The number is out of range", Codec.Problem<long, JsonInt64>(json), StringComparison.Ordinal);

    [Theory]
    [InlineData("0.5")]
    [InlineData("1e-1")]
    [InlineData("1.00000000000000000000000000000000000000000000000001")]
    [InlineData("1e-99999999999999999999")]
    public void Int64_with_a_fraction_is_an_error(string json) =>
        Assert.Equal("The number is not whole.", Codec.Problem<long, JsonInt64>(json));

    [Theory]
    [InlineData("\"1\"", "The value is a string, where a whole number is expected.")]
    [InlineData("null", "The value is null, where a whole number is expected.")]
    [InlineData("true", "The value is true, where a whole number is expected.")]
    [InlineData("{}", "The value is an object, where a whole number is expected.")]
    [InlineData("[]", "The value is an array, where a whole number is expected.")]
    public void Other_values_are_named(string json, string problem) => Assert.Equal(problem, Codec.Problem<long, JsonInt64>(json));

    [Theory]
    [InlineData("2147483647", int.MaxValue)]
    [InlineData("-2147483648", int.MinValue)]
    [InlineData("2.147483647e9", int.MaxValue)]
    public void Int32_reads_its_whole_range(string json, int value) => Assert.Equal(value, Codec.Read<int, JsonInt32>(json));

    [Theory]
    [InlineData("2147483648")]
    [InlineData("-2147483649")]
    [InlineData("4294967296")]
    [InlineData("99999999999999999999")]
    public void Int32_out_of_range_is_an_error(string json) => Assert.Equal(
        "The number is out of range: it must be from -2147483648 to 2147483647.",
        Codec.Problem<int, JsonInt32>(json));

    [Fact]
    public void UInt64_reads_its_whole_range()
    {
        Assert.Equal(ulong.MaxValue, Codec.Read<ulong, JsonUInt64>("18446744073709551615"));
        Assert.Equal(
            "The number is out of range: it must be from 0 to 18446744073709551615.",
            Codec.Problem<ulong, JsonUInt64>("18446744073709551616"));
        Assert.StartsWith("The number is out of range", Codec.Problem<ulong, JsonUInt64>("-1"), StringComparison.Ordinal);
        Assert.Equal(0UL, Codec.Read<ulong, JsonUInt64>("-0"));
        Assert.Equal(20UL, Codec.Read<ulong, JsonUInt64>("2e1"));
    }

    [Fact]
    public void BigInteger_reads_and_writes_any_number_of_a_thousand_digits()
    {
        var digits = new string('9', 1000);
        Assert.Equal(BigInteger.Parse(digits, null), Codec.Read<BigInteger, JsonBigInteger>(digits));
        Assert.Equal(digits, Codec.Write<BigInteger, JsonBigInteger>(BigInteger.Parse(digits, null)));
        Assert.Equal(BigInteger.Pow(10, 30), Codec.Read<BigInteger, JsonBigInteger>("1e30"));
        Assert.Equal("The number is out of range: it may have 1000 digits.", Codec.Problem<BigInteger, JsonBigInteger>(digits + "9"));
        Assert.Equal("The number is out of range: it may have 1000 digits.", Codec.Problem<BigInteger, JsonBigInteger>("1e1000"));
    }

    [Theory]
    [InlineData("1e308", 1e308)]
    [InlineData("-1.7976931348623157E+308", double.MinValue)]
    [InlineData("5e-324", 5e-324)]
    [InlineData("1e-400", 0)]
    [InlineData("0.1", 0.1)]
    public void Double_reads_its_range(string json, double value) => Assert.Equal(value, Codec.Read<double, JsonDouble>(json));

    [Theory]
    [InlineData("1e309")]
    [InlineData("-1e309")]
    public void Double_out_of_range_is_an_error_not_infinity(string json) =>
        Assert.StartsWith("The number is out of range", Codec.Problem<double, JsonDouble>(json), StringComparison.Ordinal);

    [Theory]
    [InlineData("1e39")]
    [InlineData("-1e39")]
    public void Single_out_of_range_is_an_error_not_infinity(string json) =>
        Assert.StartsWith("The number is out of range", Codec.Problem<float, JsonSingle>(json), StringComparison.Ordinal);

    [Fact]
    public void Decimal_keeps_its_digits()
    {
        Assert.Equal("79228162514264337593543950335", Codec.Write<decimal, JsonDecimal>(Codec.Read<decimal, JsonDecimal>("79228162514264337593543950335")));
        Assert.Equal("0.10", Codec.Write<decimal, JsonDecimal>(Codec.Read<decimal, JsonDecimal>("0.10")));
        Assert.StartsWith("The number is out of range", Codec.Problem<decimal, JsonDecimal>("79228162514264337593543950336"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(double.NaN)]
    [InlineData(double.PositiveInfinity)]
    [InlineData(double.NegativeInfinity)]
    public void What_JSON_has_no_number_for_cannot_be_written(double value)
    {
        Assert.Throws<ArgumentException>(() => Codec.Write<double, JsonDouble>(value));
        Assert.Throws<ArgumentException>(() => Codec.Write<float, JsonSingle>((float)value));
        // The writer that failed is not used again.
        Assert.Equal("1", Codec.Write<long, JsonInt64>(1));
    }

    [Fact]
    public void Long_lists_of_numbers_survive()
    {
        foreach (var count in new[] { 0, 1, 15, 16, 17, 63, 64, 65, 1000, 100_000 })
        {
            var values = Enumerable.Range(0, count).Select(number => (long)number).ToArray();
            var json = Codec.Write<IReadOnlyList<long>, JsonList<long, JsonInt64>>(values);
            Assert.Equal(values, Codec.Read<IReadOnlyList<long>, JsonList<long, JsonInt64>>(json));
        }
    }
}
