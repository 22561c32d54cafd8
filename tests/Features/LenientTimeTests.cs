using System.Text.Json;
using LenientTimes;
using LenientTimes.Json;

namespace SyncGen.Features;

/// <summary>What <c>--lenient times</c> forgives, and what it does not.</summary>
public sealed class LenientTimeTests
{
    [Theory]
    [InlineData("2014-11-21T10:30:00+0200", "2014-11-21T10:30:00+02:00")]
    [InlineData("2014-11-21T10:30:00.25-0330", "2014-11-21T10:30:00.250-03:30")]
    [InlineData("2014-11-21T10:30:00+02", "2014-11-21T10:30:00+02:00")]
    [InlineData("2014-11-21 10:30:00", "2014-11-21T10:30:00Z")]
    [InlineData("2014-11-21T10:30:00.1234567", "2014-11-21T10:30:00.1234567Z")]
    [InlineData("2014-11-21T10:30:00Z", "2014-11-21T10:30:00Z")]
    public void Offsets_may_be_written_otherwise_or_absent(string text, string written) =>
        Assert.Equal(written, Written(VisitCodec.Format.Read(JsonOf(at: text)), "at"));

    [Theory]
    [InlineData("2014-11-21T23:30:00-05:00")]
    [InlineData("2014-11-21T00:00:00")]
    [InlineData("2014-11-21 00:00:00+0000")]
    [InlineData("2014-11-21")]
    public void Dates_may_carry_a_time(string text) => Assert.Equal("2014-11-21", Written(VisitCodec.Format.Read(JsonOf(day: text)), "day"));

    [Fact]
    public void Empty_text_is_no_time()
    {
        var visit = VisitCodec.Format.Read(JsonOf(rest: ""","seen":"","paid":"","since":"" """));

        Assert.Null(visit.Until);
        Assert.Null(visit.Seen);
        Assert.Null(visit.Paid);
        Assert.Equal(new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero), visit.Since);
        Assert.Equal("""{"at":"2014-11-21T10:30:00Z","day":"2014-11-21","until":null}""", VisitCodec.Format.ToText(visit));
    }

    [Fact]
    public void Null_is_a_time_only_where_the_contract_says_so()
    {
        Assert.Null(VisitCodec.Format.Read(JsonOf(rest: ""","paid":null """)).Paid);
        Assert.Equal("$.seen", Assert.ThrowsAny<JsonException>(() => VisitCodec.Format.Read(JsonOf(rest: ""","seen":null """))).Path);
    }

    [Theory]
    [InlineData("", "2014-11-21", "$.at")]
    [InlineData("2014-11-21", "2014-11-21", "$.at")]
    [InlineData("2014-11-21T10:30:00+1", "2014-11-21", "$.at")]
    [InlineData("2014-11-21T10:30:00+9900", "2014-11-21", "$.at")]
    [InlineData("2014-11-21T10:30:00 +0200", "2014-11-21", "$.at")]
    [InlineData("21.11.2014", "2014-11-21", "$.at")]
    [InlineData("2014-11-21T10:30:00Z", "", "$.day")]
    [InlineData("2014-11-21T10:30:00Z", "2014-11-21T25:00:00Z", "$.day")]
    [InlineData("2014-11-21T10:30:00Z", "2014-11-21x", "$.day")]
    public void Other_mistakes_are_errors_with_their_path(string at, string day, string path) =>
        Assert.Equal(path, Assert.ThrowsAny<JsonException>(() => VisitCodec.Format.Read(JsonOf(at, day))).Path);

    private static string JsonOf(string at = "2014-11-21T10:30:00Z", string day = "2014-11-21", string rest = "") => $$"""{"at":"{{at}}","day":"{{day}}","until":""{{rest}}}""";

    private static string Written(Visit visit, string member)
    {
        using var json = JsonDocument.Parse(VisitCodec.Format.ToText(visit));
        return json.RootElement.GetProperty(member).GetString()!;
    }
}
