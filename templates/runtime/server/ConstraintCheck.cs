namespace SyncGen.Runtime;

using System;
using System.ComponentModel;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using SyncGen.Runtime.Json;

/// <summary>Checks the arguments of a request against the constraints of the contract, unless the server's options say otherwise.</summary>
/// <param name="httpContext">The request.</param>
/// <param name="errors">What is known to be wrong with it, which receives what the arguments break.</param>
[EditorBrowsable(EditorBrowsableState.Never)]
internal sealed class ConstraintCheck(HttpContext httpContext, RequestErrors errors)
{
    private readonly ApiServerOptions _options = ApiServerOptions.Of(httpContext);

    // One for the whole request, however many arguments it has.
    private readonly PatternBudget _patterns = new();

    /// <summary>Checks the arguments of an action.</summary>
    public ConstraintCheck(HttpContext httpContext)
        : this(httpContext, httpContext.Items[typeof(RequestErrors)] as RequestErrors ?? new RequestErrors())
    {
    }

    /// <summary>The response to a request with errors, or to one that is refused in any case; null when there are none.</summary>
    public IActionResult? Refusal => errors.IsEmpty && !httpContext.Items.ContainsKey(typeof(RequestErrors)) ? null : new Refused(errors);

    /// <summary>Checks an argument that the request has.</summary>
    public void Argument<T>(string place, T? value, Action<T, ViolationList> check)
        where T : class
    {
        if (value is not null)
            Check(place, value, check);
    }

    /// <summary>Checks an argument that the request has.</summary>
    public void Argument<T>(string place, T? value, Action<T, ViolationList> check)
        where T : struct
    {
        if (value is { } given)
            Check(place, given, check);
    }

    private void Check<T>(string place, T value, Action<T, ViolationList> check)
    {
        // What could not be bound has no value to check.
        if (_options.ChecksConstraints && !errors.Has(place) && errors.Count < _options.MaxViolations)
            errors.Add(ViolationList.Of(value, check, _options.MaxViolations - errors.Count, _patterns).Select(violation => violation.Below(place)));
    }

    private sealed class Refused(RequestErrors errors) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => errors.WriteAsync(context.HttpContext);
    }
}
