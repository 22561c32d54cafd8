using System;
using System.Collections.Generic;
using System.Text.Json;

namespace SyncGen.Runtime.Tests;

public sealed class PeekTests
{
    [Theory]
    [InlineData("""{"kind":"cat"}""", true)]
    [InlineData("""{"x":{"kind":"dog"},"y":["kind"],"k\u0069nd":"c\u0061t","z":1}""", true)]
    [InlineData("""{"kind":"dog"}""", false)]
    [InlineData("""{"kind":1}""", false)]
    [InlineData("""{"x":{"kind":"cat"}}""", false)]
    [InlineData("""{}""", false)]
    [InlineData("""["kind","cat"]""", false)]
    [InlineData("null", false)]
    public void A_discriminator_is_found_wherever_it_stands_and_the_reader_stays(string json, bool isCat)
    {
        foreach (var text in new[] { Segments.Bytes(Codec.Utf8(json)), new(Codec.Utf8(json)) })
        {
            var reader = new Utf8JsonReader(text);
            reader.Read();
            var peek = reader;
            Assert.Equal(isCat, JsonPeek.Find(ref peek, "kind"u8) && JsonPeek.IsText(ref peek, "cat"u8));
            Assert.Equal(0, reader.TokenStartIndex);
            Assert.Equal(JsonDocument.Parse(json).RootElement.GetRawText(), JsonRaw.Read(ref reader).ToString());
        }
    }

    [Theory]
    [InlineData("""{"kind":"dog","kind":"cat"}""", true)]
    [InlineData("""{"kind":{"kind":"dog"},"x":[{"kind":"dog"}],"kind":"cat","z":{"kind":"dog"}}""", true)]
    [InlineData("""{"kind":"cat","kind":["cat"]}""", false)]
    [InlineData("""{"kind":"cat"}""", true)]
    [InlineData("{}", false)]
    [InlineData("\"cat\"", false)]
    public void Of_several_discriminators_the_last_one_is_found(string json, bool isCat)
    {
        var reader = new Utf8JsonReader(Codec.Utf8(json));
        reader.Read();
        Assert.Equal(isCat, JsonPeek.FindLast(ref reader, "kind"u8) && JsonPeek.IsText(ref reader, "cat"u8));
    }

    [Theory]
    [InlineData("[]", true)]
    [InlineData("[1,-2.5e3]", true)]
    [InlineData("[[1],[{}],3]", true)]
    [InlineData("[1,null]", false)]
    [InlineData("[1,[\"1\"],\"1\"]", false)]
    public void Lists_are_told_apart_by_the_kinds_of_their_items(string json, bool areNumbersOrLists)
    {
        var reader = new Utf8JsonReader(Codec.Utf8(json));
        reader.Read();
        Assert.Equal(areNumbersOrLists, JsonPeek.AreItems(reader, JsonKinds.Number | JsonKinds.Array));
        Assert.Equal(0, reader.TokenStartIndex);
    }

    [Theory]
    [InlineData("1", true)]
    [InlineData("1.0", true)]
    [InlineData("1e3", true)]
    [InlineData("0.00", true)]
    [InlineData("10e-1", true)]
    [InlineData("1.5", false)]
    [InlineData("1e-1", false)]
    [InlineData("\"1\"", false)]
    public void Whole_numbers_are_told_from_others(string json, bool isWhole)
    {
        var reader = new Utf8JsonReader(Codec.Utf8(json));
        reader.Read();
        Assert.Equal(isWhole, JsonPeek.IsWholeNumber(ref reader));
    }

    [Theory]
    [InlineData("[1,2]", true)]
    [InlineData("[1,\"\\ud800\"]", false)]
    [InlineData("[1,0.5]", false)]
    public void A_codec_can_be_tried(string json, bool canRead)
    {
        var reader = new Utf8JsonReader(Codec.Utf8(json));
        reader.Read();
        Assert.Equal(canRead, JsonPeek.CanRead<IReadOnlyList<long>, JsonList<long, JsonInt64>>(reader));
        Assert.Equal(0, reader.TokenStartIndex);
    }

    [Fact]
    public void A_union_in_itself_does_not_double_the_work_at_each_level()
    {
        var json = new string('[', 60) + "1" + new string(']', 60);
        _tries = 0;
        var reader = new Utf8JsonReader(Codec.Utf8(json));
        reader.Read();
        Nested.Read(ref reader);
        Assert.InRange(_tries, 60, 2000);
    }

    [ThreadStatic]
    private static int _tries;

    /// <summary>A number, or a list of the same, which a careless union would try before it reads.</summary>
    private readonly struct Nested : IJsonCodec<int>
    {
        public static int Read(ref Utf8JsonReader reader)
        {
            _tries++;
            if (reader.TokenType != JsonTokenType.StartArray)
                return JsonInt32.Read(ref reader);
            if (!JsonPeek.CanRead<IReadOnlyList<int>, JsonList<int, Nested>>(reader))
                throw JsonError.Expected(ref reader, "a list");
            return JsonList<int, Nested>.Read(ref reader).Count;
        }

        public static void Write(Utf8JsonWriter writer, int value) => throw new NotSupportedException();
    }
}
