using System.Text.Json;
using Closed;
using Closed.Json;

namespace SyncGen.Features;

/// <summary>Objects that allow no properties but those that the contract declares.</summary>
public sealed class ClosedTests
{
    [Theory]
    [InlineData("""{"point":{"x":1,"z":2}}""", "$.point.z")]
    [InlineData("""{"points":[{"x":1},{"x":1,"z":{"a":[]}}]}""", "$.points[1].z")]
    [InlineData("""{"byName":{"a":{"x":1,"":2}}}""", "$.byName.a")]
    [InlineData("""{"nothing":{"z":1}}""", "$.nothing.z")]
    [InlineData("""{"either":{"text":"t","z":1}}""", "$.either.z")]
    [InlineData("""{"told":{"kind":"Cat","lives":7,"z":1}}""", "$.told.z")]
    [InlineData("""{"merged":{"a":"a","b":"b","c":1}}""", "$.merged.c")]
    [InlineData("""{"derived":{"id":"i","more":"m","z":1}}""", "$.derived.z")]
    [InlineData("""{"unevaluated":{"x":1,"z":1,"w":1}}""", "$.unevaluated.w")]
    public void Property_too_many_is_an_error_with_its_path(string json, string path)
    {
        var exception = Assert.Throws<JsonException>(() => HolderCodec.Format.Read(json));

        Assert.StartsWith(path, exception.Path, StringComparison.Ordinal);
        Assert.Contains("allows no property", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"point":{"x":1,"y":2}}""")]
    [InlineData("""{"nothing":{}}""")]
    [InlineData("""{"told":{"kind":"Dog","barks":true}}""")]
    [InlineData("""{"merged":{"a":"a","b":"b"}}""")]
    [InlineData("""{"derived":{"id":"i","more":"m"}}""")]
    [InlineData("""{"patterns":{"a":"a","x-1":1}}""")]
    [InlineData("""{"unevaluated":{"x":1,"y":2,"z":3}}""")]
    [InlineData("""{"any":{"a":"a","b":"b"}}""")]
    public void What_the_contract_allows_comes_back(string json) => Assert.Equal(json, HolderCodec.Format.ToText(HolderCodec.Format.Read(json)));

    [Fact]
    public void Open_case_of_a_union_takes_what_the_closed_one_refuses()
    {
        Assert.IsType<HolderMixed.PointCase>(HolderCodec.Format.Read("""{"mixed":{"x":1,"y":2}}""").Mixed);
        Assert.IsType<HolderMixed.OpenCase>(HolderCodec.Format.Read("""{"mixed":{"x":1,"z":2}}""").Mixed);
    }

    [Fact]
    public void Several_of_anyOf_may_match_beside_unevaluated_properties() =>
        Assert.NotNull(HolderCodec.Format.Read("""{"any":{"a":"a","b":"b","c":"c"}}""").Any);

    [Fact]
    public void Property_that_only_responses_carry_is_passed_over_in_requests()
    {
        Assert.Equal(1, SentInputCodec.Format.Read("""{"id":"i","x":1}""").X);
        Assert.Throws<JsonException>(() => SentInputCodec.Format.Read("""{"id":"i","x":1,"y":2}"""));
    }

    [Fact]
    public void Lenient_reading_passes_over_it()
    {
        Assert.Equal(1, LenientExtra.Json.PointCodec.Format.Read("""{"x":1,"y":{"z":[2]}}""").X);
        Assert.NotNull(LenientExtra.Json.NothingCodec.Format.Read("""{"y":1}"""));
    }

    [Theory]
    [InlineData(@"{""point"":{""x"":1,""\ud800"":1}}")]
    [InlineData(@"{""point"":{""x"":1,""\u0041"":1}}")]
    public void Name_of_any_form_is_an_error_of_JSON(string json) => Assert.Throws<JsonException>(() => HolderCodec.Format.Read(json));

    [Fact]
    public void Name_that_is_no_UTF_8_is_an_error_of_JSON() =>
        Assert.Throws<JsonException>(() => PointCodec.Format.Read([.. "{\"x\":1,\""u8, 0xFF, .. "\":1}"u8]));
}
