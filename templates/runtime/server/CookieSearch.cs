namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

/// <summary>Finds cookies as they were sent. <see cref="HttpRequest.Cookies"/> has decoded them, and none that is empty or holds a comma.</summary>
internal static class CookieSearch
{
    /// <summary>The value of a cookie, still encoded; empty when there is none. Of several of one name the last counts, as in <see cref="HttpRequest.Cookies"/>, but to a list they all belong.</summary>
    public static StringValues Find(HttpRequest request, string name, bool isList)
    {
        string[] texts = [.. All(request).Where(cookie => cookie.Name.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(cookie => cookie.Text)];
        return texts switch
        {
            [] => StringValues.Empty,
            _ when isList => string.Join(',', texts),
            _ => texts[^1],
        };
    }

    private static IEnumerable<(string Name, string Text)> All(HttpRequest request) =>
        from header in request.Headers.Cookie.AsEnumerable()
        from pair in (header ?? "").Split(';', StringSplitOptions.TrimEntries)
        let end = pair.IndexOf('=', StringComparison.Ordinal)
        where end > 0
        select (pair[..end].TrimEnd(), pair[(end + 1)..].TrimStart());
}
