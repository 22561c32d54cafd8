namespace SyncGen.Runtime;

using System;
using System.Globalization;
using System.Linq;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

/// <summary>Finds values in the path as they were sent, for a list is split before its items are decoded. Routing has decoded all of them but their slashes.</summary>
internal static class RouteText
{
    private const string EscapedSlash = "%2F";

    /// <summary>The value of a route parameter, still encoded; null when the route has none of this name.</summary>
    public static string? Of(HttpContext httpContext, string name)
    {
        if (TextOf(httpContext, name) is not { Length: > 0 } value)
            return null;
        var path = PathOf(httpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "");
        var sent = path.Contains('%', StringComparison.Ordinal) ? FindIn(path, httpContext, name) : null;
        return sent ?? Encode(value);
    }

    /// <summary>The path of a request's target, which may be a whole address.</summary>
    private static string PathOf(string target)
    {
        var end = target.AsSpan().IndexOfAny('?', '#');
        var path = end < 0 ? target : target[..end];
        var scheme = path.IndexOf("://", StringComparison.Ordinal);
        if (path.StartsWith('/') || scheme < 0)
            return path;
        var start = path.IndexOf('/', scheme + 3);
        return start < 0 ? "/" : path[start..];
    }

    /// <summary>The value where the request's segments are those of the route; null where something has changed the path on its way.</summary>
    private static string? FindIn(string path, HttpContext httpContext, string name)
    {
        if (httpContext.GetEndpoint() is not RouteEndpoint { RoutePattern.PathSegments: var route })
            return null;
        var index = route.ToList().FindIndex(segment => segment.Parts.Any(part => IsParameter(part, name)));
        var segments = path.TrimEnd('/').Split('/');
        // The route is the end of the path: a base path may stand before it.
        var start = segments.Length - route.Count;
        return index < 0 || start < 0 ? null : FindIn(segments[start + index], httpContext, route[index], name);
    }

    private static string? FindIn(string segment, HttpContext httpContext, RoutePatternPathSegment route, string name)
    {
        var before = new StringBuilder();
        var decoded = new StringBuilder();
        foreach (var part in route.Parts)
        {
            if (IsParameter(part, name))
                before.Append(decoded);
            decoded.Append(part switch
            {
                RoutePatternLiteralPart literal => literal.Content,
                RoutePatternSeparatorPart separator => separator.Content,
                RoutePatternParameterPart parameter => TextOf(httpContext, parameter.Name),
                _ => null,
            });
        }

        return Slice(segment, decoded.ToString(), before.Length, before.Length + TextOf(httpContext, name)!.Length);
    }

    /// <summary>The part of an encoded segment that stands for a part of the decoded one; null when the two are not the same.</summary>
    private static string? Slice(string segment, string decoded, int start, int end)
    {
        var (position, first, last) = (0, 0, 0);
        for (var index = 0; index < decoded.Length;)
        {
            if (index == start)
                first = position;
            var character = decoded.Substring(index, char.IsSurrogatePair(decoded, index) ? 2 : 1);
            var length = LengthOf(segment, position, character);
            if (length == 0)
                return null;
            position += length;
            index += character.Length;
            if (index == end)
                last = position;
        }

        return position == segment.Length ? segment[first..last] : null;
    }

    /// <summary>How many characters of a segment stand for a character; 0 when they stand for another.</summary>
    private static int LengthOf(string segment, int position, string character)
    {
        var encoded = character == "%" ? "%25" : Uri.EscapeDataString(character) is ['%', ..] escape ? escape : $"%{(int)character[0]:X2}";
        if (string.Compare(segment, position, encoded, 0, encoded.Length, StringComparison.OrdinalIgnoreCase) == 0)
            return encoded.Length;
        return string.Compare(segment, position, character, 0, character.Length, StringComparison.OrdinalIgnoreCase) == 0 ? character.Length : 0;
    }

    /// <summary>A decoded value in the form of one that was sent.</summary>
    private static string Encode(string value) => string.Join(EscapedSlash, value
        .Replace("%2f", EscapedSlash, StringComparison.Ordinal)
        .Split(EscapedSlash)
        .Select(text => text.Replace("%", "%25", StringComparison.Ordinal)));

    private static bool IsParameter(RoutePatternPart part, string name) =>
        part is RoutePatternParameterPart parameter && parameter.Name.Equals(name, StringComparison.OrdinalIgnoreCase);

    private static string? TextOf(HttpContext httpContext, string name) => Convert.ToString(httpContext.Request.RouteValues[name], CultureInfo.InvariantCulture);
}
