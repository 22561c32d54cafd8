namespace SyncGen.Runtime;

using System;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc.ActionConstraints;

/// <summary>
/// Takes an operation only for requests in whose path the literals around a parameter stand as they are: <c>/files/x%3Acancel</c> is a file of that name, no
/// <c>/files/{name}:cancel</c>. Routing looks at the path when it has been decoded.
/// </summary>
/// <param name="segment">Which segment of the path is meant; 0 is the last one.</param>
/// <param name="literals">What stands before, between and behind the segment's parameters.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireLiteralsAttribute(int segment, params string[] literals) : Attribute, IActionConstraint
{
    /// <inheritdoc/>
    public int Order => 0;

    /// <inheritdoc/>
    public bool Accept(ActionConstraintContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Accepts(context.RouteContext.HttpContext);
    }

    /// <summary>The request's path has the literals.</summary>
    internal bool Accepts(HttpContext httpContext)
    {
        var path = (httpContext.Features.Get<IHttpRequestFeature>()?.RawTarget ?? "").Split('?', '#')[0].TrimEnd('/');
        if (!path.Contains('%', StringComparison.Ordinal) || path.Split('/') is not { } segments || segments.Length <= segment)
            return true;
        var text = RouteText.WithoutNeedlessEscapes(segments[^(segment + 1)]).AsSpan();
        var (first, last) = (literals[0], literals[^1]);
        if (text.Length < first.Length + last.Length || !text.StartsWith(first, StringComparison.OrdinalIgnoreCase) || !text.EndsWith(last, StringComparison.OrdinalIgnoreCase))
            return false;
        text = text[first.Length..^last.Length];
        foreach (var literal in literals[1..^1])
        {
            var start = text.IndexOf(literal, StringComparison.OrdinalIgnoreCase);
            if (start < 0)
                return false;
            text = text[(start + literal.Length)..];
        }

        return true;
    }
}
