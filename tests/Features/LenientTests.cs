using System.Text.Json;
using Lenient;
using Lenient.Json;

namespace SyncGen.Features;

/// <summary>What <c>--lenient</c> forgives, and what it does not.</summary>
public sealed class LenientTests
{
    [Fact]
    public void Everything_required_may_be_absent()
    {
        var order = OrderCodec.Format.Read("{}");

        Assert.Null(order.Id);
        Assert.Equal(OrderKind.Order, order.Kind);
        Assert.Null(order.Customer);
        Assert.Null(order.Note);
        Assert.Null(order.Lines);
        Assert.Equal(10, order.Limit);
        // What was absent is not invented; a required null is.
        Assert.Equal("""{"kind":"order","note":null}""", OrderCodec.Format.ToText(order));
    }

    [Fact]
    public void Null_reads_as_absent()
    {
        var order = OrderCodec.Format.Read("""{"id":null,"customer":{"name":null,"email":null},"lines":null,"total":null,"isPaid":null,"limit":null,"tags":null}""");

        Assert.Null(order.Customer!.Name);
        Assert.Equal(10, order.Limit);
        Assert.Equal("""{"kind":"order","customer":{},"note":null}""", OrderCodec.Format.ToText(order));
    }

    [Fact]
    public void The_last_of_several_members_counts()
    {
        var order = OrderCodec.Format.Read("""{"id":1,"id":2,"tags":{"a":"x","a":"y"},"other":3,"other":4}""");

        Assert.Equal(2, order.Id);
        Assert.Equal("y", order.Tags!["a"]);
        Assert.Equal(4, order.AdditionalProperties["other"]);
    }

    [Fact]
    public void Numbers_and_booleans_may_stand_in_quotes()
    {
        var order = OrderCodec.Format.Read("""{"id":"7","lines":["1",2," 3 "],"total":"1.5","isPaid":"true","x":"9"}""");

        Assert.Equal("""{"id":7,"kind":"order","note":null,"lines":[1,2,3],"total":1.5,"isPaid":true,"x":9}""", OrderCodec.Format.ToText(order));
    }

    [Theory]
    [InlineData("""{"lines":[null]}""", "$.lines[0]")]
    [InlineData("""{"id":"seven"}""", "$.id")]
    [InlineData("""{"id":""}""", "$.id")]
    [InlineData("""{"id":"1 2"}""", "$.id")]
    [InlineData("""{"id":"\"1\""}""", "$.id")]
    [InlineData("""{"id":"true"}""", "$.id")]
    [InlineData("""{"id":"9223372036854775808"}""", "$.id")]
    [InlineData("""{"customer":{"name":7}}""", "$.customer.name")]
    [InlineData("""{"kind":null}""", "$.kind")]
    public void Other_mistakes_are_errors_with_their_path(string json, string path)
    {
        var error = Assert.ThrowsAny<JsonException>(() => OrderCodec.Format.Read(json));

        Assert.Equal(path, error.Path);
        Assert.Equal(0, error.LineNumber);
    }

    [Fact]
    public void Constraints_hold_for_what_is_there()
    {
        Assert.Equal("$.customer.name", Assert.Single(OrderCodec.Format.Read("""{"customer":{"name":""}}""").Validate()).Path);
        Assert.Empty(OrderCodec.Format.Read("""{"customer":{}}""").Validate());
    }
}
