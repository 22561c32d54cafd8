using System;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Primitives;

namespace SyncGen.Runtime;

/// <summary>Finds parameters of a short, plain query without taking all of it apart, which makes a dictionary of texts that nobody asks for.</summary>
internal static class QuerySearch
{
    /// <summary>A query that is longer is taken apart, so that a search for many parameters stays cheap.</summary>
    private const int MaxLength = 512;

    /// <summary>The values of a parameter, the same ones that <see cref="HttpRequest.Query"/> has.</summary>
    public static StringValues Find(HttpRequest request, string name)
    {
        var query = request.QueryString.Value ?? "";
        // Who has set or read the query before has paid for it already, and may have changed it.
        if (query.Length > MaxLength || query.AsSpan().ContainsAny('%', '+') || request.HttpContext.Features.Get<IQueryFeature>() is not null)
            return request.Query[name];
        var values = StringValues.Empty;
        var rest = query.AsSpan(query.StartsWith('?') ? 1 : 0);
        while (rest.Length > 0)
        {
            var end = rest.IndexOf('&');
            var pair = end < 0 ? rest : rest[..end];
            if (!pair.IsEmpty && pair.StartsWith(name, StringComparison.OrdinalIgnoreCase) && (pair.Length == name.Length || pair[name.Length] == '='))
                values = StringValues.Concat(values, pair.Length == name.Length ? "" : pair[(name.Length + 1)..].ToString());
            rest = rest[(end < 0 ? rest.Length : end + 1)..];
        }

        return values;
    }
}
