using System;
using System.Collections.Generic;
using System.Text;
using System.Text.Json;
using System.Threading.Tasks;
using Matrix.ClientServer.V2Alpha;
using Matrix.ClientServer.V2Alpha.Json;

namespace SyncGen.Runtime.Tests;

/// <summary>Errors name the JSON path, the line and the position, however the reading was started.</summary>
public sealed class PathTests
{
    private static readonly JsonFormat<GetSyncResponse> Format = JsonFormat<GetSyncResponse>.Of<GetSyncResponseCodec>();

    public static TheoryData<string, string, long, long> Errors => new()
    {
        { "1", "$", 0, 0 },
        { " \n [] ", "$", 1, 1 },
        { """{"next_batch":1}""", "$.next_batch", 0, 14 },
        { """{"rooms":{}}""", "$.rooms", 0, 9 },
        { """{"rooms":[null]}""", "$.rooms[0]", 0, 10 },
        { "{\"events\":[{\"a\":[1,2]}],\n\"rooms\":[{},\n {\"state\":{\"events\":[1,\n2,\"\u00fc\"]}}]}", "$.rooms[1].state.events[2]", 3, 2 },
        { """{"rooms":[{},{"timeline":{"limited":0}}]}""", "$.rooms[1].timeline.limited", 0, 36 },
        { """{"unknown":{"a.b":[[]]},"public_user_data":{"events":[0.5]}}""", "$.public_user_data.events[0]", 0, 54 },
    };

    [Theory]
    [MemberData(nameof(Errors))]
    public void Reading_text_says_where(string json, string path, long line, long column)
    {
        var error = Assert.Throws<JsonException>(() => Format.Read(json));
        Assert.Equal((path, line, column), (error.Path, error.LineNumber, error.BytePositionInLine));
        Assert.EndsWith($" Path: {path} | LineNumber: {line} | BytePositionInLine: {column}.", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public async Task Reading_through_the_serializer_says_the_same_path(string json, string path, long line, long column)
    {
        _ = (line, column);
        var error = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<GetSyncResponse>(json));
        Assert.Equal(path, error.Path);
        Assert.EndsWith($" Path: {path}", error.Message, StringComparison.Ordinal);
        await using var stream = new SlowStream(Encoding.UTF8.GetBytes(json), 3);
        error = await Assert.ThrowsAnyAsync<JsonException>(async () => await JsonSerializer.DeserializeAsync(stream, Format.TypeInfo, TestContext.Current.CancellationToken));
        Assert.Equal(path, error.Path);
    }

    [Theory]
    [MemberData(nameof(Errors))]
    public void Reading_within_another_type_says_the_whole_path(string json, string path, long line, long column)
    {
        _ = (line, column);
        var error = Assert.ThrowsAny<JsonException>(() => JsonSerializer.Deserialize<Dictionary<string, List<GetSyncResponse>>>($$"""{"a":[{}, {{json}}]}"""));
        Assert.Contains($" Path: $.a[1]{path[1..]} | LineNumber: ", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "$")]
    [InlineData("   ", "$")]
    [InlineData("{", "$")]
    [InlineData("{\"next_batch\":}", "$.next_batch")]
    [InlineData("{\"rooms\":[{\"room_id\":\"a\",}]}", "$.rooms[0].room_id")]
    [InlineData("{\"rooms\":[{\"room_id\":\"a\"", "$.rooms[0].room_id")]
    [InlineData("{\"next_batch\":\"a\"} x", "$")]
    [InlineData("{} {}", "$")]
    public void Broken_JSON_says_where(string json, string path)
    {
        var error = Assert.Throws<JsonException>(() => Format.Read(json));
        Assert.Equal(path, error.Path);
        Assert.NotNull(error.LineNumber);
        Assert.Equal(error.Message.IndexOf("LineNumber", StringComparison.Ordinal), error.Message.LastIndexOf("LineNumber", StringComparison.Ordinal));
    }

    [Fact]
    public void Names_that_are_no_identifiers_stand_in_brackets()
    {
        var error = Assert.Throws<JsonException>(() =>
            JsonFormat<IReadOnlyDictionary<string, long>>.Of<JsonMap<long, JsonInt64>>().Read("""{"a":1,"m.room name":true}"""));
        Assert.Equal("$['m.room name']", error.Path);
    }
}
