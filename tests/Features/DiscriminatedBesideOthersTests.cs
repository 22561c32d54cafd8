using System.Text;
using System.Text.Json;
using Fleets.Json;

namespace Features;

/// <summary>A union whose cases have discriminators of their own refuses what each of them refuses alone.</summary>
public sealed class DiscriminatedBesideOthersTests
{
    [Theory]
    [InlineData("""{"kind":"Cat","lives":9}""")]
    [InlineData("""{"kind":"Animal","lives":"nine"}""")]
    [InlineData("""{"form":"circle","radius":1}""")]
    [InlineData("""{"form":"box","side":1}""")]
    [InlineData("""{"kind":"Cat","lives":9,"form":"box","side":1}""")]
    public void What_a_case_allows_is_allowed(string json) => Assert.True(IsValid(json));

    [Theory]
    [InlineData("""{"kind":"Cat","lives":"nine"}""")]
    [InlineData("""{"kind":"Cat"}""")]
    [InlineData("""{"kind":"Dog"}""")]
    [InlineData("""{"kind":7}""")]
    [InlineData("""{"form":"circle","radius":"one"}""")]
    [InlineData("""{"form":"circle","side":1}""")]
    [InlineData("""{"form":"oval","radius":1}""")]
    [InlineData("""{}""")]
    public void What_no_case_allows_is_refused(string json) => Assert.False(IsValid(json));

    [Theory]
    [InlineData("""{"kind":"Cat","lives":9,"form":"box"}""", """{"kind":"Cat","lives":9}""")]
    [InlineData("""{"kind":"Cat","lives":9,"form":7}""", """{"kind":"Cat","lives":9}""")]
    public void Value_of_two_cases_is_the_closest(string json, string expected) =>
        Assert.Equal(expected, ThingCodec.Format.ToText(ThingCodec.Format.Read(Encoding.UTF8.GetBytes(json))));

    private static bool IsValid(string json)
    {
        try
        {
            return ThingCodec.Format.Read(Encoding.UTF8.GetBytes(json)).Validate().Count == 0;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
