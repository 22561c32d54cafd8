using System;
using System.Globalization;
using System.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace SyncGen.Runtime;

/// <summary>Values in the path, with slashes in them as the caller meant them.</summary>
internal static class RouteText
{
    private const string EscapedSlash = "%2F";

    /// <summary>The value of a route parameter, fully decoded; null when the route has none of this name.</summary>
    public static string? Of(HttpContext httpContext, string name)
    {
        if (Convert.ToString(httpContext.Request.RouteValues[name], CultureInfo.InvariantCulture) is not { Length: > 0 } value)
            return null;
        if (!value.Contains(EscapedSlash, StringComparison.OrdinalIgnoreCase))
            return value;
        // The server decodes a path but for its slashes, so "%2F" here was "%2F" or "%252F" on the wire: the raw segment tells.
        var target = httpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "";
        var path = target.Split('?')[0];
        var raw = path.Split('/').FirstOrDefault(segment => DecodeButSlashes(segment) == value);
        return Uri.UnescapeDataString(raw ?? value.Replace("%252F", EscapedSlash, StringComparison.OrdinalIgnoreCase));
    }

    private static string DecodeButSlashes(string segment)
    {
        var parts = segment.Replace("%2f", EscapedSlash, StringComparison.Ordinal).Split(EscapedSlash);
        return string.Join(EscapedSlash, parts.Select(Uri.UnescapeDataString));
    }
}
