namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ActionConstraints;

/// <summary>
/// Takes an operation only for requests that carry a query parameter, because the path alone does not tell which operation is meant. Of several
/// operations that a request suits, the one that demands most is meant.
/// </summary>
/// <param name="name">Its name.</param>
/// <param name="value">Its value; null when any will do.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireQueryAttribute(string name, string? value = null) : Attribute, IActionConstraint
{
    /// <summary>The name of the query parameter.</summary>
    public string Name { get; } = name;

    /// <summary>The value of the query parameter; null when any will do.</summary>
    public string? Value { get; } = value;

    /// <inheritdoc/>
    public int Order => 0;

    /// <inheritdoc/>
    public bool Accept(ActionConstraintContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var request = context.RouteContext.HttpContext.Request;
        var own = DemandsOf(context.CurrentCandidate);
        return Accepts(request) && !context.Candidates.Select(DemandsOf).Any(other => Suits(other, request) && Compare(other, own) > 0);
    }

    /// <summary>The request carries all that is demanded.</summary>
    internal static bool Suits(IReadOnlyList<RequireQueryAttribute> demands, HttpRequest request) => demands.All(demand => demand.Accepts(request));

    /// <summary>Which operation demands more: values before mere presence. Between equals the order is arbitrary, but always the same.</summary>
    internal static int Compare(IReadOnlyList<RequireQueryAttribute> left, IReadOnlyList<RequireQueryAttribute> right)
    {
        var byValue = left.Count(demand => demand.Value is not null).CompareTo(right.Count(demand => demand.Value is not null));
        if (byValue != 0)
            return byValue;
        var byNumber = left.Count.CompareTo(right.Count);
        return byNumber != 0 ? byNumber : string.CompareOrdinal(TextOf(left), TextOf(right));
    }

    private static string TextOf(IReadOnlyList<RequireQueryAttribute> demands) => string.Join('&', demands.Select(demand => $"{demand.Name}={demand.Value}"));

    private static RequireQueryAttribute[] DemandsOf(ActionSelectorCandidate candidate) => [.. candidate.Constraints?.OfType<RequireQueryAttribute>() ?? []];

    private bool Accepts(HttpRequest request) => request.Query.TryGetValue(Name, out var values) && (Value is null || values == Value);
}
