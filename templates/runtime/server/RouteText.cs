namespace SyncGen.Runtime;

using System;
using System.Globalization;
using System.Linq;
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
        if (SharedSegment.TextOf(httpContext, name) is { } shared)
            return shared;
        if (Convert.ToString(httpContext.Request.RouteValues[name], CultureInfo.InvariantCulture) is not { Length: > 0 } value)
            return null;
        return PositionOf(httpContext, name) is >= 0 and var position ? Sent(httpContext, position, value) : Encode(value);
    }

    /// <summary>A segment of the request's path, still encoded; null when the path is shorter.</summary>
    /// <param name="httpContext">The request.</param>
    /// <param name="position">Which segment is meant; 0 is the last one.</param>
    public static string? SegmentOf(HttpContext httpContext, int position) =>
        (httpContext.Request.Path.Value ?? "").TrimEnd('/').Split('/') is var segments && segments.Length > position ? Sent(httpContext, position, segments[^(position + 1)]) : null;

    /// <summary>Escapes of characters that mean something else when they stand as they are (RFC 3986, 2.2) stay, all others mean the same.</summary>
    public static string WithoutNeedlessEscapes(string segment)
    {
        if (!segment.Contains('%', StringComparison.Ordinal))
            return segment;
        foreach (var reserved in "%:/?#[]@!$&'()*+,;=")
            segment = segment.Replace(Uri.HexEscape(reserved), "%25" + Uri.HexEscape(reserved)[1..], StringComparison.OrdinalIgnoreCase);
        return Uri.UnescapeDataString(segment);
    }

    /// <summary>A segment as it was sent, or, where something has changed the path on its way, in the form of one that was.</summary>
    private static string Sent(HttpContext httpContext, int position, string decoded)
    {
        var path = PathOf(httpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "");
        if (!path.Contains('%', StringComparison.Ordinal))
            return Encode(decoded);
        // The route is the end of the path: a base path may stand before it.
        var segments = path.TrimEnd('/').Split('/');
        return segments.Length > position && segments[^(position + 1)] is var sent && StandsFor(sent, decoded) ? sent : Encode(decoded);
    }

    /// <summary>The place of a parameter's segment from the end of the route; -1 when there is none.</summary>
    private static int PositionOf(HttpContext httpContext, string name) => httpContext.GetEndpoint() is RouteEndpoint { RoutePattern.PathSegments: var route }
        && route.ToList().FindIndex(segment => segment.Parts is [RoutePatternParameterPart part] && part.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index
            ? route.Count - 1 - index
            : -1;

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

    private static bool StandsFor(string segment, string decoded)
    {
        var position = 0;
        for (var index = 0; index < decoded.Length;)
        {
            var character = decoded.Substring(index, char.IsSurrogatePair(decoded, index) ? 2 : 1);
            var length = LengthOf(segment, position, character);
            if (length == 0)
                return false;
            position += length;
            index += character.Length;
        }

        return position == segment.Length;
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
}
