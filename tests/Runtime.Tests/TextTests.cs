using System;
using System.Text;
using System.Text.Json;

namespace SyncGen.Runtime.Tests;

public sealed class TextTests
{
    [Theory]
    [InlineData("2014-11-21T10:30:00Z", "2014-11-21T10:30:00Z")]
    [InlineData("2014-11-21t10:30:00z", "2014-11-21T10:30:00Z")]
    [InlineData("2014-11-21 10:30:00Z", "2014-11-21T10:30:00Z")]
    [InlineData("2014-11-21T10:30:00.5+01:00", "2014-11-21T10:30:00.500+01:00")]
    [InlineData("2014-11-21T10:30:00.250-03:30", "2014-11-21T10:30:00.250-03:30")]
    [InlineData("2014-11-21T10:30:00.000001Z", "2014-11-21T10:30:00.000001Z")]
    [InlineData("2014-11-21T10:30:00.1234567Z", "2014-11-21T10:30:00.1234567Z")]
    [InlineData("2014-11-21T10:30:00.123456789123Z", "2014-11-21T10:30:00.1234567Z")]
    [InlineData("2014-11-21T10:30:00-00:00", "2014-11-21T10:30:00Z")]
    [InlineData("2016-02-29T23:59:59+14:00", "2016-02-29T23:59:59+14:00")]
    [InlineData("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z")]
    [InlineData("9999-12-31T23:59:59.9999999Z", "9999-12-31T23:59:59.9999999Z")]
    [InlineData("2014-11-21T10:30:00\\u002B01:00", "2014-11-21T10:30:00+01:00")]
    public void Points_in_time_keep_offset_and_fraction(string text, string written)
    {
        var value = Codec.Read<DateTimeOffset, JsonDateTimeOffset>($"\"{text}\"");
        Assert.Equal($"\"{written}\"", Codec.Write<DateTimeOffset, JsonDateTimeOffset>(value));
        Assert.Equal(DateTimeOffset.Parse(written, System.Globalization.CultureInfo.InvariantCulture), value);
    }

    [Theory]
    [InlineData("")]
    [InlineData("2014-11-21")]
    [InlineData("2014-11-21T10:30:00")]
    [InlineData("2014-11-21T10:30Z")]
    [InlineData("2014-11-21T10:30:60Z")]
    [InlineData("1998-12-31T22:59:60Z")]
    [InlineData("1998-12-31T23:58:60Z")]
    [InlineData("1998-12-31T23:59:61Z")]
    [InlineData("1998-12-31T23:59:60+01:00")]
    [InlineData("9999-12-31T23:59:60Z")]
    [InlineData("9999-12-31T23:59:60+14:00")]
    [InlineData("2014-11-21T24:00:00Z")]
    [InlineData("2014-11-21T10:60:00Z")]
    [InlineData("2014-02-29T10:30:00Z")]
    [InlineData("2014-13-01T10:30:00Z")]
    [InlineData("2014-11-00T10:30:00Z")]
    [InlineData("0000-01-01T00:00:00Z")]
    [InlineData("2014-11-21T10:30:00.Z")]
    [InlineData("2014-11-21T10:30:00.5")]
    [InlineData("2014-11-21T10:30:00+0100")]
    [InlineData("2014-11-21T10:30:00+15:00")]
    [InlineData("2014-11-21T10:30:00+01:60")]
    [InlineData("2014-11-21T10:30:00Zjunk")]
    [InlineData("2014-11-21_10:30:00Z")]
    [InlineData("0001-01-01T00:00:00+01:00")]
    [InlineData("9999-12-31T23:59:59-01:00")]
    [InlineData("20141121T103000Z")]
    [InlineData("٢٠١٤-11-21T10:30:00Z")]
    public void Other_texts_are_no_points_in_time(string text) => Assert.Equal(
        "The string is not a date and time with an offset from UTC, such as 2014-11-21T10:30:00Z.",
        Codec.Problem<DateTimeOffset, JsonDateTimeOffset>($"\"{text}\""));

    /// <summary>.NET has no leap seconds; the texts are those of RFC 3339 and of the JSON Schema test suite.</summary>
    [Theory]
    [InlineData("1990-12-31T23:59:60Z", "1991-01-01T00:00:00Z")]
    [InlineData("1990-12-31T15:59:60-08:00", "1990-12-31T16:00:00-08:00")]
    [InlineData("1998-12-31T15:59:60.123-08:00", "1998-12-31T16:00:00.123-08:00")]
    [InlineData("2017-01-01T08:59:60+09:00", "2017-01-01T09:00:00+09:00")]
    public void Leap_second_is_the_second_after_it(string text, string written) =>
        Assert.Equal($"\"{written}\"", Codec.Write<DateTimeOffset, JsonDateTimeOffset>(Codec.Read<DateTimeOffset, JsonDateTimeOffset>($"\"{text}\"")));

    [Fact]
    public void A_number_is_no_point_in_time() => Assert.Equal(
        "The value is a number, where a string that holds a date and time with an offset from UTC, such as 2014-11-21T10:30:00Z is expected.",
        Codec.Problem<DateTimeOffset, JsonDateTimeOffset>("1"));

    [Theory]
    [InlineData("2014-11-21")]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    public void Dates_come_back(string text) =>
        Assert.Equal($"\"{text}\"", Codec.Write<DateOnly, JsonDateOnly>(Codec.Read<DateOnly, JsonDateOnly>($"\"{text}\"")));

    [Theory]
    [InlineData("2014-11-31")]
    [InlineData("2014-1-1")]
    [InlineData("2014-11-21T00:00:00Z")]
    [InlineData("+014-11-21")]
    public void Other_texts_are_no_dates(string text) =>
        Assert.Equal("The string is not a date such as 2014-11-21.", Codec.Problem<DateOnly, JsonDateOnly>($"\"{text}\""));

    [Theory]
    [InlineData("HTTPS://EXAMPLE.com:443/a%2Fb/../c?x=1#y")]
    [InlineData("mxc://localhost/SEsfnsuifSDFSSEF")]
    [InlineData("../relative path")]
    [InlineData("")]
    [InlineData("urn:isbn:0451450523")]
    public void Uris_are_written_as_they_were_read(string text) =>
        Assert.Equal(JsonSerializer.Serialize(text), Codec.Write<Uri, JsonUri>(Codec.Read<Uri, JsonUri>(JsonSerializer.Serialize(text))));

    [Fact]
    public void Uuids_come_back()
    {
        Assert.Equal("\"0f8fad5b-d9cb-469f-a165-70867728950e\"", Codec.Write<Guid, JsonGuid>(Codec.Read<Guid, JsonGuid>("\"0F8FAD5B-D9CB-469F-A165-70867728950E\"")));
        Assert.Equal("The string is not a UUID.", Codec.Problem<Guid, JsonGuid>("\"0f8fad5b\""));
    }

    [Fact]
    public void Bytes_come_back()
    {
        byte[] bytes = [0, 250, 251, 252, 253, 254, 255];
        Assert.Equal("\"APr7/P3+/w==\"", Codec.Write<byte[], JsonBase64>(bytes));
        Assert.Equal(bytes, Codec.Read<byte[], JsonBase64>("\"APr7/P3+/w==\""));
        Assert.Equal(bytes, Codec.Read<byte[], JsonBase64>("\"APr7\\/P3\\u002B/w==\""));
        Assert.Equal("The string is not Base64.", Codec.Problem<byte[], JsonBase64>("\"APr7_P3-_w\""));
        Assert.Equal("\"APr7_P3-_w\"", Codec.Write<byte[], JsonBase64Url>(bytes));
        Assert.Equal(bytes, Codec.Read<byte[], JsonBase64Url>("\"APr7_P3-_w\""));
        Assert.Equal(bytes, Codec.Read<byte[], JsonBase64Url>("\"APr7_P3-_w==\""));
        Assert.Equal("The string is not Base64 for URLs.", Codec.Problem<byte[], JsonBase64Url>("\"APr7/P3+/w==\""));
        Assert.Empty(Codec.Read<byte[], JsonBase64>("\"\""));
        Assert.Empty(Codec.Read<byte[], JsonBase64Url>("\"\""));
    }

    [Theory]
    [InlineData("\"\\ud800\"")]
    [InlineData("\"a\\udc00b\"")]
    public void Half_of_a_surrogate_pair_is_an_error(string json) => Assert.Equal(
        "The string is not valid UTF-8, or it has half of a surrogate pair.",
        Codec.Problem<string, JsonString>(json));

    [Theory]
    [InlineData(new byte[] { 0x22, 0xC3, 0x28, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xED, 0xA0, 0x80, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xF4, 0x90, 0x80, 0x80, 0x22 })]
    [InlineData(new byte[] { 0x22, 0xC0, 0xAF, 0x22 })]
    public void Bytes_that_are_not_UTF8_are_an_error(byte[] json)
    {
        var error = Assert.Throws<JsonException>(() => JsonFormat<string>.Of<JsonString>().Read(json.AsSpan()));
        Assert.StartsWith("The string is not valid UTF-8", error.Message, StringComparison.Ordinal);
        Assert.Equal("$", error.Path);
    }

    [Fact]
    public void Any_text_comes_back()
    {
        var text = new StringBuilder();
        for (var character = 0; character < 0xD800; character += character < 0x300 ? 1 : 7)
            text.Append((char)character);
        text.Append("\U0001F41F\u2028\u2029\uFEFF\uFFFD");
        Assert.Equal(text.ToString(), Codec.Read<string, JsonString>(Codec.Write<string, JsonString>(text.ToString())));
    }

    [Fact]
    public void Null_cannot_be_written_where_a_string_must_be() =>
        Assert.Throws<ArgumentNullException>(() => Codec.Write<string, JsonString>(null!));
}
