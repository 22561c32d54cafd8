using System;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ActionConstraints;

namespace SyncGen.Runtime;

/// <summary>Takes an operation only for requests that carry a query parameter: the contract's path carries it.</summary>
/// <param name="name">Its name.</param>
/// <param name="value">Its value.</param>
[AttributeUsage(AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequireQueryAttribute(string name, string value = "") : Attribute, IActionConstraint
{
    /// <summary>The name of the query parameter.</summary>
    public string Name { get; } = name;

    /// <summary>The value of the query parameter.</summary>
    public string Value { get; } = value;

    /// <inheritdoc/>
    public int Order => 0;

    /// <inheritdoc/>
    public bool Accept(ActionConstraintContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        return Accepts(context.RouteContext.HttpContext.Request);
    }

    /// <summary>The request carries the query parameter.</summary>
    internal bool Accepts(HttpRequest request) => request.Query.TryGetValue(Name, out var values) && values == Value;
}
