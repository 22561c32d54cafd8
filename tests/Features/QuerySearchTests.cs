using Features.Runtime;
using Microsoft.AspNetCore.Http;

namespace SyncGen.Features;

/// <summary>The search in a query finds what ASP.NET Core's own reading of the whole query has.</summary>
public sealed class QuerySearchTests
{
    private static readonly string[] Names = ["a", "ab", "A", "b", "", "ä", "a b"];

    [Theory]
    [InlineData("")]
    [InlineData("?")]
    [InlineData("?a=1")]
    [InlineData("?ab=1&a=2")]
    [InlineData("?a=1&b=2&a=3")]
    [InlineData("?A=1&a=2")]
    [InlineData("?a")]
    [InlineData("?a&b=1")]
    [InlineData("?a=")]
    [InlineData("?a=&a=1")]
    [InlineData("?a==1=")]
    [InlineData("?=1&a=2")]
    [InlineData("?&&a=1&")]
    [InlineData("??a=1")]
    [InlineData("?a=1?b=2")]
    [InlineData("?a=1;b=2")]
    [InlineData("?b=1&%61=2")]
    [InlineData("?a=x%20y&a+b=z")]
    [InlineData("?ä=ö")]
    [InlineData("?a=1#b=2")]
    public void Finds_what_the_query_has(string query)
    {
        foreach (var name in Names)
            Assert.Equal(Request(query).Query[name].ToArray(), QuerySearch.Find(Request(query), name).Select(text => QuerySearch.Decode(text!)).ToArray());
    }

    [Fact]
    public void A_long_query_is_read_whole()
    {
        var request = Request("?a=1&" + string.Join('&', Enumerable.Range(0, 1000).Select(index => $"b{index}=2")) + "&a=3");
        Assert.Equal(["1", "3"], QuerySearch.Find(request, "a").ToArray());
    }

    [Fact]
    public void A_query_that_was_replaced_counts()
    {
        var request = Request("?a=1");
        request.Query = new QueryCollection(new Dictionary<string, Microsoft.Extensions.Primitives.StringValues> { ["a"] = "2" });
        Assert.Equal(["2"], QuerySearch.Find(request, "a").ToArray());
    }

    private static HttpRequest Request(string query)
    {
        var context = new DefaultHttpContext();
        context.Request.QueryString = new QueryString(query);
        return context.Request;
    }
}
