namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

/// <summary>Finds parameters in a query as they were sent, for a list is split before its items are decoded.</summary>
internal static class QuerySearch
{
    /// <summary>A query that is longer is taken apart once, so that a search for many parameters stays cheap.</summary>
    private const int MaxLength = 512;

    /// <summary>What errors of the query as a whole are reported at.</summary>
    public const string Place = "query";

    /// <summary>What is wrong with the query as a whole, the parameters that nobody declares among it; null when nothing is.</summary>
    public static string? ErrorOf(HttpRequest request) => FormEncoding.IsUtf8(request.QueryString.Value) ? null : FormEncoding.NotUtf8;

    /// <summary>The values of a parameter, still encoded. As in <see cref="HttpRequest.Query"/>, upper and lower case are the same in names.</summary>
    public static StringValues Find(HttpRequest request, string name)
    {
        var query = request.QueryString.Value ?? "";
        if (query.Length > MaxLength)
            return ParsedQuery.Of(request.HttpContext, query).Find(name);
        var values = StringValues.Empty;
        foreach (var range in new PairRanges(query))
        {
            var pair = query.AsSpan(range);
            var equals = pair.IndexOf('=');
            if (IsNamed(equals < 0 ? pair : pair[..equals], name))
                values = StringValues.Concat(values, equals < 0 ? "" : pair[(equals + 1)..].ToString());
        }

        return values;
    }

    /// <summary>All parameters in their order, by decoded names that may be there several times, with values that are still encoded, and whether the name's bytes are UTF-8.</summary>
    public static IEnumerable<(string Name, string Text, bool IsUtf8)> All(HttpRequest request)
    {
        var query = request.QueryString.Value ?? "";
        foreach (var range in new PairRanges(query))
        {
            var pair = query[range];
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? pair : pair[..equals];
            yield return (FormEncoding.Decode(name), equals < 0 ? "" : pair[(equals + 1)..], FormEncoding.IsUtf8(name));
        }
    }

    private static bool IsNamed(ReadOnlySpan<char> written, string name) => written.ContainsAny('%', '+')
        ? FormEncoding.Decode(written.ToString()).Equals(name, StringComparison.OrdinalIgnoreCase)
        : written.Equals(name, StringComparison.OrdinalIgnoreCase);

    /// <summary>Where the pairs of a query stand, those without any text left out.</summary>
    private struct PairRanges(string query)
    {
        private int _next = query.StartsWith('?') ? 1 : 0;

        public Range Current { get; private set; }

        public readonly PairRanges GetEnumerator() => this;

        public bool MoveNext()
        {
            while (_next < query.Length)
            {
                var start = _next;
                var end = query.IndexOf('&', start);
                if (end < 0)
                    end = query.Length;
                _next = end + 1;
                if (end == start)
                    continue;
                Current = start..end;
                return true;
            }

            return false;
        }
    }

    /// <summary>A query that was taken apart, kept with its request.</summary>
    private sealed class ParsedQuery
    {
        private readonly string _query;
        private readonly Dictionary<string, List<string>> _values = new(StringComparer.OrdinalIgnoreCase);

        private ParsedQuery(HttpRequest request, string query)
        {
            _query = query;
            foreach (var (name, text, _) in All(request))
            {
                if (!_values.TryGetValue(name, out var values))
                    _values.Add(name, values = []);
                values.Add(text);
            }
        }

        public static ParsedQuery Of(HttpContext httpContext, string query)
        {
            // Middleware may have changed the query since.
            if (httpContext.Features.Get<ParsedQuery>() is not { } parsed || parsed._query != query)
                httpContext.Features.Set(parsed = new ParsedQuery(httpContext.Request, query));
            return parsed;
        }

        public StringValues Find(string name) => _values.TryGetValue(name, out var values) ? new StringValues([.. values]) : StringValues.Empty;
    }
}
