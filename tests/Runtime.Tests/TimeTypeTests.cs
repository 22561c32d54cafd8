using System;
using System.Text.Json;

namespace SyncGen.Runtime.Tests;

/// <summary>Times of day and durations that have a C# type.</summary>
public sealed class TimeTypeTests
{
    [Theory]
    [InlineData("08:30:06Z", "08:30:06Z")]
    [InlineData("08:30:06z", "08:30:06Z")]
    [InlineData("23:59:59.1230000+00:00", "23:59:59.123Z")]
    [InlineData("00:00:00-00:00", "00:00:00Z")]
    public void A_time_in_UTC_is_read_and_written(string text, string written) =>
        Assert.Equal($"\"{written}\"", Codec.Write<TimeOnly, JsonTimeOnly>(Codec.Read<TimeOnly, JsonTimeOnly>($"\"{text}\"")));

    [Theory]
    [InlineData("08:30:06")]
    [InlineData("08:30:06+02:00")]
    [InlineData("23:59:60Z")]
    [InlineData("24:00:00Z")]
    [InlineData("8:30:06Z")]
    [InlineData("08:30Z")]
    [InlineData("")]
    public void Any_other_time_is_an_error_that_says_what_fits(string text) =>
        Assert.Contains("a time in UTC such as 08:30:06Z", Assert.Throws<JsonException>(() => Codec.Read<TimeOnly, JsonTimeOnly>($"\"{text}\"")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_lenient_time_needs_no_offset() => Assert.Equal(new TimeOnly(8, 30, 6), Codec.Read<TimeOnly, JsonLenientTime>("\"08:30:06\""));

    [Theory]
    [InlineData("P3DT4H30M", "P3DT4H30M")]
    [InlineData("P2W", "P14D")]
    [InlineData("PT36H", "P1DT12H")]
    [InlineData("PT1H0M1S", "PT1H0M1S")]
    [InlineData("PT1H1S", "PT1H0M1S")]
    [InlineData("PT0S", "PT0S")]
    [InlineData("P0D", "PT0S")]
    [InlineData("PT1.5S", "PT1.5S")]
    [InlineData("P10675199DT2H48M5.4775807S", "P10675199DT2H48M5.4775807S")]
    public void A_duration_of_fixed_length_is_read_and_written(string text, string written) =>
        Assert.Equal($"\"{written}\"", Codec.Write<TimeSpan, JsonTimeSpan>(Codec.Read<TimeSpan, JsonTimeSpan>($"\"{text}\"")));

    [Theory]
    [InlineData("P1Y")]
    [InlineData("P1M")]
    [InlineData("P1Y2M3DT4H")]
    [InlineData("-P1D")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P1DT")]
    [InlineData("P1W1D")]
    [InlineData("PT1M1H")]
    [InlineData("PT.5S")]
    [InlineData("PT1.S")]
    [InlineData("P1H")]
    [InlineData("1D")]
    [InlineData("P10675200D")]
    [InlineData("P99999999999999999999D")]
    public void Any_other_duration_is_an_error_that_says_what_fits(string text) =>
        Assert.Contains("a duration of weeks, or of days", Assert.Throws<JsonException>(() => Codec.Read<TimeSpan, JsonTimeSpan>($"\"{text}\"")).Message, StringComparison.Ordinal);

    [Fact]
    public void A_negative_duration_is_not_written() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Codec.Write<TimeSpan, JsonTimeSpan>(TimeSpan.FromDays(-1)));
}
