namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Net.Http;

/// <summary>The headers of a response as users see them.</summary>
internal static class ResponseHeaders
{
    /// <summary>Copies the headers, those of the body among them, by name without regard to case.</summary>
    public static Dictionary<string, IReadOnlyList<string>> Of(HttpResponseMessage response)
    {
        var headers = new Dictionary<string, IReadOnlyList<string>>(StringComparer.OrdinalIgnoreCase);
        foreach (var (name, values) in response.Headers.Concat(response.Content.Headers))
            headers[name] = [.. values];
        return headers;
    }
}
