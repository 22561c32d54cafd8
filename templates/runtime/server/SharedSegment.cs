namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ActionConstraints;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

/// <summary>
/// A segment of a route in which literals stand beside parameters: <c>/files/report-{name}</c>. Routing looks for the literals in the decoded path from its end, and
/// finds none where a value holds one. So it takes the segment for a value, and this takes that apart as it was sent.
/// </summary>
internal sealed class SharedSegment : IActionConstraint, IRouteConstraint, IOutboundParameterTransformer
{
    private readonly int _position;
    private readonly string[] _literals;
    private readonly string[] _names;

    /// <param name="position">The place from the end of the route.</param>
    /// <param name="segment">The segment as the contract has it.</param>
    private SharedSegment(int position, RoutePatternPathSegment segment)
    {
        _position = position;
        _names = [.. segment.Parts.OfType<RoutePatternParameterPart>().Select(part => part.Name)];
        _literals = string.Concat(segment.Parts.Select(part => part is RoutePatternLiteralPart literal ? literal.Content : "\0")).Split('\0');
    }

    /// <inheritdoc/>
    public int Order => 0;

    /// <summary>Has an endpoint read the segments of its route here. Links to one whose segment has several parameters cannot be made.</summary>
    public static void ReadIn(EndpointBuilder builder)
    {
        if (builder is not RouteEndpointBuilder { RoutePattern: { PathSegments: var segments } pattern } || segments.All(segment => segment.IsSimple))
            return;
        var read = segments.ToArray();
        for (var index = 0; index < read.Length; index++)
        {
            if (read[index].IsSimple)
                continue;
            var shared = new SharedSegment(read.Length - 1 - index, read[index]);
            builder.Metadata.Add(shared);
            if (shared._names.Length > 1)
                builder.Metadata.Add(new SuppressLinkGenerationMetadata());
            read[index] = RoutePatternFactory.Segment(RoutePatternFactory.ParameterPart(shared._names[0], @default: null, RoutePatternParameterKind.Standard, RoutePatternFactory.ParameterPolicy(shared)));
        }

        ((RouteEndpointBuilder)builder).RoutePattern = RoutePatternFactory.Pattern(pattern.RawText!, read);
    }

    /// <summary>Has a route of a controller read the segments here.</summary>
    /// <returns>The route has such segments.</returns>
    public static bool ReadIn(SelectorModel selector)
    {
        var segments = selector.AttributeRouteModel?.Template?.Split('/') ?? [];
        var hasShared = false;
        for (var index = 0; index < segments.Length; index++)
        {
            // Controllers replace names in brackets, and take doubled ones as they are.
            var text = segments[index].Replace("[[", "[", StringComparison.Ordinal).Replace("]]", "]", StringComparison.Ordinal);
            if (RoutePatternFactory.Parse(text).PathSegments is not [{ IsSimple: false } segment])
                continue;
            var shared = new SharedSegment(segments.Length - 1 - index, segment);
            selector.ActionConstraints.Add(shared);
            selector.EndpointMetadata.Add(shared);
            // With any constraint, routing still prefers it to a segment that is a value alone.
            segments[index] = $"{{{shared._names[0]}:minlength({shared._names.Length})}}";
            hasShared = true;
        }

        if (hasShared)
            selector.AttributeRouteModel!.Template = string.Join('/', segments);
        return hasShared;
    }

    /// <summary>The value of a parameter, still encoded; null where it stands in no such segment of the request's endpoint.</summary>
    public static string? TextOf(HttpContext httpContext, string name)
    {
        foreach (var segment in httpContext.GetEndpoint()?.Metadata.GetOrderedMetadata<SharedSegment>() ?? [])
        {
            if (Array.FindIndex(segment._names, other => other.Equals(name, StringComparison.OrdinalIgnoreCase)) is >= 0 and var index)
                return segment.Split(httpContext)?[index];
        }

        return null;
    }

    /// <inheritdoc/>
    public bool Accept(ActionConstraintContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Take(context.RouteContext.HttpContext, context.RouteContext.RouteData.Values);
    }

    /// <inheritdoc/>
    public bool Match(HttpContext? httpContext, IRouter? route, string routeKey, RouteValueDictionary values, RouteDirection routeDirection) =>
        routeDirection == RouteDirection.UrlGeneration || (httpContext is not null && Take(httpContext, values));

    /// <inheritdoc/>
    public string? TransformOutbound(object? value) => $"{_literals[0]}{value}{_literals[^1]}";

    private bool Take(HttpContext httpContext, RouteValueDictionary values)
    {
        if (Split(httpContext) is not { } texts)
            return false;
        for (var index = 0; index < texts.Length; index++)
            values[_names[index]] = Uri.UnescapeDataString(texts[index]);
        return true;
    }

    private string[]? Split(HttpContext httpContext)
    {
        if (RouteText.SegmentOf(httpContext, _position) is not { } sent)
            return null;
        // A literal that the contract escapes itself cannot be told from a value.
        return SegmentText.Split(RouteText.WithoutNeedlessEscapes(sent), _literals) ?? SegmentText.Split(Uri.UnescapeDataString(sent), _literals);
    }
}

/// <summary>Takes no request: what the action is for is told by others of its routes.</summary>
internal sealed class NoRequest : IActionConstraint
{
    /// <inheritdoc/>
    public int Order => 0;

    /// <inheritdoc/>
    public bool Accept(ActionConstraintContext context) => false;
}
