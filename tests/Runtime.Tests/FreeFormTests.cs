using System;
using System.Buffers;
using System.Collections.Generic;
using System.Linq;
using System.Text.Json;
using System.Threading.Tasks;

namespace SyncGen.Runtime.Tests;

public sealed class FreeFormTests
{
    public static TheoryData<string> Values =>
    [
        "null", "true", "false", "0", "-1.50e+10", "123456789012345678901234567890", "\"\"", "\"a\\u0062\\n\"", "\"\u00fc\U0001F41F\"",
        "[]", "{}", "[ 1 , [ ] , { \"a\" : null } ]", "{\"a\":{\"b\":[1,\"x]}\",{}]},\"c\":\"\\\"\"}",
    ];

    [Theory]
    [MemberData(nameof(Values))]
    public void Raw_values_keep_their_text_wherever_they_stand(string json)
    {
        Assert.Equal(json, Codec.Read<RawJson, JsonRaw>(json).ToString());
        var items = Codec.Read<IReadOnlyList<RawJson>, JsonList<RawJson, JsonRaw>>($"[1, {json} , {json}]");
        Assert.Equal(json, items[1].ToString());
        Assert.Equal(items[1], items[2]);
        Assert.Equal(json, Codec.Read<IReadOnlyDictionary<string, RawJson>, JsonMap<RawJson, JsonRaw>>($"{{\"x\": {json} }}")["x"].ToString());
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Raw_values_are_read_from_pieces_split_anywhere(string json)
    {
        var text = Codec.Utf8($"[1, {json} ]");
        for (var split = 0; split <= text.Length; split++)
        {
            var reader = new Utf8JsonReader(Segments.Split(text, split));
            Assert.True(reader.Read() && reader.Read() && reader.Read());
            Assert.Equal(JsonDocument.Parse(json).RootElement.GetRawText(), JsonRaw.Read(ref reader).ToString());
            Assert.True(reader.Read());
            Assert.Equal(JsonTokenType.EndArray, reader.TokenType);
        }
    }

    [Theory]
    [MemberData(nameof(Values))]
    public async Task Raw_values_are_read_by_the_serializer_from_a_slow_stream(string json)
    {
        var filler = new string('x', 5000);
        var text = Codec.Utf8($"[\"{filler}\", {json}, {json}]");
        await using var stream = new SlowStream(text, 7);
        var items = await JsonSerializer.DeserializeAsync<List<RawJson>>(stream, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(json, items![1].ToString());
        Assert.Equal(json, items[2].ToString());
    }

    [Theory]
    [MemberData(nameof(Values))]
    public void Free_form_values_come_back(string json)
    {
        Assert.Equal(json, Codec.Write<JsonElement, JsonAny>(Codec.Read<JsonElement, JsonAny>(json)));
        Assert.Equal(json, Codec.Write<RawJson, JsonRaw>(Codec.Read<RawJson, JsonRaw>(json)));
        Assert.Equal(json, RawJson.Parse(json).AsElement().GetRawText());
        Assert.Equal(json, RawJson.FromElement(JsonDocument.Parse(json).RootElement).ToString());
        Assert.Equal(RawJson.Parse(json).AsElement().ValueKind, RawJson.Parse(json).ValueKind);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[1,]")]
    [InlineData("1 2")]
    [InlineData("{} x")]
    [InlineData("tru")]
    public void What_is_not_JSON_is_no_raw_value(string text) => Assert.ThrowsAny<JsonException>(() => RawJson.Parse(text));

    [Theory]
    [InlineData(new byte[] { 0x22, 0xC3, 0x28, 0x22 })]
    [InlineData(new byte[] { 0x5B, 0x22, 0xFF, 0x22, 0x5D })]
    public void What_is_not_UTF8_is_no_raw_value(byte[] text) => Assert.Throws<JsonException>(() => RawJson.Parse(text));

    [Theory]
    [InlineData(new byte[] { 0x22, 0xC3, 0x28, 0x22 }, "$")]
    [InlineData(new byte[] { 0x5B, 0x31, 0x2C, 0x22, 0xFF, 0x22, 0x5D }, "$[1]")]
    [InlineData(new byte[] { 0x7B, 0x22, 0x61, 0x22, 0x3A, 0x5B, 0x22, 0xED, 0xA0, 0x80, 0x22, 0x5D, 0x7D }, "$.a[0]")]
    [InlineData(new byte[] { 0x7B, 0x22, 0xFF, 0x22, 0x3A, 0x31, 0x7D }, "$['\uFFFD']")]
    public void What_is_not_UTF8_is_no_free_form_value(byte[] text, string path)
    {
        Refuses<JsonElement, JsonAny>(text, path);
        Refuses<JsonElement, JsonLastAny>(text, path);
        Refuses<RawJson, JsonRaw>(text, path);
        Refuses<RawJson, JsonLastRaw>(text, path);
    }

    public static TheoryData<string, string> Duplicates => new()
    {
        { "{\"a\":1,\"a\":2}", "$.a" },
        { "{\"a\":1,\"\\u0061\":2}", "$.a" },
        { "{\"\":1,\"b\":{},\"\":2}", "$" },
        { "[{\"x\":{\"longer_name_1\":1,\"longer_name_2\":2,\"longer_name_1\":3}}]", "$[0].x.longer_name_1" },
        { "{\"a\":{\"b\":1},\"c\":[{\"a\":1}],\"a\":{}}", "$.a" },
        { "{\"\u00fc\":1,\"\\u00fc\":2}", "$.\u00fc" },
        { Wide(300, "\"n7\":0"), "$.n7" },
        { "[" + Wide(40, "\"x\":" + Wide(300, "\"n299\":0")) + "]", "$[0].x.n299" },
    };

    [Theory]
    [MemberData(nameof(Duplicates))]
    public void A_name_twice_is_an_error_unless_that_is_forgiven(string json, string path)
    {
        var text = Codec.Utf8(json);
        Refuses<JsonElement, JsonAny>(text, path);
        Refuses<RawJson, JsonRaw>(text, path);
        Assert.Equal(json, Codec.Write<JsonElement, JsonLastAny>(Codec.Read<JsonElement, JsonLastAny>(json)));
        Assert.Equal(json, Codec.Write<RawJson, JsonLastRaw>(Codec.Read<RawJson, JsonLastRaw>(json)));
    }

    public static TheoryData<string> Distinct =>
    [
        "{\"a\":{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]}}}",
        "{\"a\":1,\"A\":2,\"aa\":3,\"a\\u0000\":4,\"\":5,\"\\u0000\":6,\"\\u0000\\u0000\":7}",
        "{\"abcdefgh\":1,\"abcdefghabcdefgh\":2,\"abcdefgi\":3,\"abcdefghi\":4,\"abcd\":5,\"abcde\":6}",
        Wide(1000, "\"x\":" + Wide(300, "\"y\":[" + Wide(64, "\"z\":0") + "]")),
        string.Concat(Enumerable.Repeat("{\"deep\":", 60)) + "0" + new string('}', 60),
    ];

    [Theory]
    [MemberData(nameof(Distinct))]
    public void Names_that_differ_are_none_twice(string json)
    {
        Assert.Equal(json, Codec.Write<JsonElement, JsonAny>(Codec.Read<JsonElement, JsonAny>(json)));
        Assert.Equal(json, Codec.Write<RawJson, JsonRaw>(Codec.Read<RawJson, JsonRaw>(json)));
    }

    [Fact]
    public void Comments_and_trailing_commas_pass_where_the_serializer_takes_them()
    {
        var reader = new Utf8JsonReader("[1, /* two */ 2,]"u8, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        reader.Read();

        Assert.Equal(2, JsonAny.Read(ref reader).GetArrayLength());
    }

    private static string Wide(int count, string last) =>
        "{" + string.Concat(Enumerable.Range(0, count).Select(number => $"\"n{number}\":{{}},")) + last + "}";

    /// <summary>However the text comes, the error has the same path.</summary>
    private static void Refuses<T, TCodec>(byte[] text, string path)
        where TCodec : struct, IJsonCodec<T>
    {
        var format = JsonFormat<T>.Of<TCodec>();
        Assert.Equal(path, Assert.Throws<JsonException>(() => format.Read(text.AsSpan())).Path);
        Assert.Equal(path, Assert.Throws<JsonException>(() => format.Read(Segments.Split(text, text.Length / 2))).Path);
        Assert.Equal(path, Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(text, format.TypeInfo)).Path);
        Assert.Throws<JsonException>(() => ReadPieces<T, TCodec>(text));
    }

    private static void ReadPieces<T, TCodec>(byte[] text)
        where TCodec : struct, IJsonCodec<T>
    {
        var reader = new Utf8JsonReader(Segments.Split(text, text.Length / 2));
        reader.Read();
        TCodec.Read(ref reader);
    }

    [Fact]
    public void The_default_raw_value_is_null()
    {
        Assert.Equal("null", default(RawJson).ToString());
        Assert.Equal(RawJson.Parse("null"), default);
        Assert.Equal(RawJson.Parse("null").GetHashCode(), default(RawJson).GetHashCode());
        Assert.Equal(JsonValueKind.Null, default(RawJson).ValueKind);
        Assert.Equal("null", Codec.Write<RawJson, JsonRaw>(default));
        Assert.Equal("null", JsonSerializer.Serialize(default(RawJson)));
    }

    [Fact]
    public void Results_own_their_bytes()
    {
        var pooled = ArrayPool<byte>.Shared.Rent(64);
        var text = Codec.Utf8("[{\"a\":\"bcdefgh\"}]");
        text.CopyTo(pooled, 0);
        var raw = JsonFormat<IReadOnlyList<RawJson>>.Of<JsonList<RawJson, JsonRaw>>().Read(pooled.AsSpan(0, text.Length));
        var elements = JsonFormat<IReadOnlyList<JsonElement>>.Of<JsonList<JsonElement, JsonAny>>().Read(pooled.AsSpan(0, text.Length));
        pooled.AsSpan().Fill((byte)'!');
        ArrayPool<byte>.Shared.Return(pooled);
        Assert.Equal("{\"a\":\"bcdefgh\"}", raw[0].ToString());
        Assert.Equal("bcdefgh", elements[0].GetProperty("a").GetString());
    }
}
