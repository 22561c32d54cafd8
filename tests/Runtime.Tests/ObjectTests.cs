using System;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using Matrix.ClientServer.V2Alpha;
using Matrix.ClientServer.V2Alpha.Json;

namespace SyncGen.Runtime.Tests;

public sealed class ObjectTests
{
    private static readonly JsonFormat<GetSyncResponse> Format = JsonFormat<GetSyncResponse>.Of<GetSyncResponseCodec>();

    [Fact]
    public void Escaped_names_are_found()
    {
        var value = Format.Read("""{"n\u0065xt_batch":"s1","\u0072ooms":[{"room\u005fid":"!a"}]}""");
        Assert.Equal("s1", value.NextBatch);
        Assert.Equal("!a", value.Rooms![0].RoomId);
    }

    [Fact]
    public void Members_that_nobody_declares_are_passed_over() =>
        Assert.Equal("s1", Format.Read("""{"x":{"next_batch":[{}]},"":1,"next_batcH":2,"next_batch":"s1","y":null}""").NextBatch);

    [Theory]
    [InlineData("""{"next_batch":"a","next_batch":"a"}""", "next_batch", "$.next_batch")]
    [InlineData("""{"next_batch":"a","n\u0065xt_batch":"a"}""", "next_batch", "$.next_batch")]
    [InlineData("""{"rooms":[{},{"state":{"events":[],"events":[]}}]}""", "events", "$.rooms[1].state.events")]
    public void A_name_that_appears_twice_is_an_error(string json, string name, string path)
    {
        var error = Assert.Throws<JsonException>(() => Format.Read(json));
        Assert.StartsWith($"The property '{name}' appears twice. Path: {path} |", error.Message, StringComparison.Ordinal);
        Assert.Equal(path, error.Path);
    }

    [Fact]
    public void Maps_keep_their_order_and_refuse_a_name_that_appears_twice()
    {
        var json = """{"z":1,"a":2,"":3,"m.n":4}""";
        var map = Codec.Read<IReadOnlyDictionary<string, long>, JsonMap<long, JsonInt64>>(json);
        Assert.Equal(["z", "a", "", "m.n"], map.Keys);
        Assert.Equal(json, Codec.Write<IReadOnlyDictionary<string, long>, JsonMap<long, JsonInt64>>(map));
        Assert.Equal(
            "The property 'a' appears twice.",
            Codec.Problem<IReadOnlyDictionary<string, long>, JsonMap<long, JsonInt64>>("""{"a":1,"\u0061":2}"""));
    }

    [Fact]
    public void Missing_members_are_all_named()
    {
        Assert.Equal("The property 'c' is missing.", JsonError.Missing(0b0011, 0b0111, "a", "b", "c").Message);
        Assert.Equal("The properties 'a', 'c' are missing.", JsonError.Missing(0b0100, 0b1101, "a", "b", "c").Message.Replace("'b', ", "", StringComparison.Ordinal));
        Assert.Equal("The properties 'x', 'y' are missing.", JsonError.Missing(0, (1UL << 63) | 1, "x", "y").Message);
    }

    [Fact]
    public void Null_is_allowed_only_where_the_codec_says_so()
    {
        Assert.Equal("The value is null, where an object is expected.", Codec.Problem<EventBatch, EventBatchCodec>("null"));
        Assert.Null(Codec.Read<EventBatch?, JsonNullable<EventBatch, EventBatchCodec>>("null"));
        Assert.Null(Codec.Read<long?, JsonNullableValue<long, JsonInt64>>("null"));
        Assert.Equal("null", Codec.Write<long?, JsonNullableValue<long, JsonInt64>>(null));
        Assert.Equal("null", Codec.Write<EventBatch?, JsonNullable<EventBatch, EventBatchCodec>>(null));
        Assert.Equal("[1,null]", Codec.Write<IReadOnlyList<long?>, JsonList<long?, JsonNullableValue<long, JsonInt64>>>([1, null]));
    }

    [Fact]
    public void A_derived_record_reads_and_writes_all_members()
    {
        var batch = Codec.Read<TimelineBatch, TimelineBatchCodec>("""{"prev_batch":"p","events":[1],"limited":false}""");
        Assert.Equal([1L], batch.Events!);
        Assert.Equal("""{"events":[1],"limited":false,"prev_batch":"p"}""", Codec.Write<TimelineBatch, TimelineBatchCodec>(batch));
    }

    [Fact]
    public void Depth_is_bounded_and_the_bound_can_be_moved()
    {
        static string Nest(int depth) => new string('[', depth) + new string(']', depth);
        var format = JsonFormat<JsonElement>.Of<JsonAny>();
        Assert.Equal(JsonValueKind.Array, format.Read(Nest(64)).ValueKind);
        var error = Assert.Throws<JsonException>(() => format.Read(Nest(65)));
        Assert.Contains("64", error.Message, StringComparison.Ordinal);
        Assert.Equal(JsonValueKind.Array, format.Read(Nest(200), new JsonLimits { MaxDepth = 200 }).ValueKind);
        Assert.Throws<JsonException>(() => format.Read(Nest(201), new JsonLimits { MaxDepth = 200 }));
        Assert.Throws<JsonException>(() => format.Read(Nest(100_000)));
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonLimits { MaxDepth = 1001 });
        Assert.Throws<ArgumentOutOfRangeException>(() => new JsonLimits { MaxDepth = 0 });
    }

    [Fact]
    public void Optional_tells_absent_from_null()
    {
        Optional<string?> absent = default;
        Optional<string?> isNull = (string?)null;
        Optional<string?> text = "a";
        Assert.False(absent.IsPresent);
        Assert.True(isNull.IsPresent);
        Assert.NotEqual(absent, isNull);
        Assert.Equal("a", text.Value);
        Assert.Equal("b", absent.GetValueOrDefault("b"));
        Assert.Null(isNull.GetValueOrDefault("b"));
        Assert.False(absent.TryGetValue(out _));
        Assert.Throws<InvalidOperationException>(() => absent.Value);
        Assert.Equal(["", "null", "a"], new[] { absent, isNull, text }.Select(optional => optional.ToString()));
    }
}
