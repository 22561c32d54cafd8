using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace SyncGen.Runtime;

/// <summary>Answers 400 with a problem that names each parameter or JSON path at fault, before an action runs.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StrictContractAttribute : Attribute, IAsyncActionFilter, IOrderedFilter
{
    /// <summary>Before the filter of <see cref="ApiControllerAttribute"/>, which stands at -2000.</summary>
    public int Order => -2001;

    /// <inheritdoc/>
    public Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (context.ModelState.IsValid)
            return next();
        context.Result = new InvalidRequest(ErrorsOf(context.ModelState));
        return Task.CompletedTask;
    }

    private static List<KeyValuePair<string, string[]>> ErrorsOf(ModelStateDictionary state) =>
    [
        .. state
            .Where(entry => entry.Value?.Errors.Count > 0)
            .Select(entry => KeyValuePair.Create(entry.Key, entry.Value!.Errors.Select(MessageOf).ToArray()))
            .OrderBy(entry => entry.Key, StringComparer.Ordinal),
    ];

    /// <summary>The text of an exception is for logs; callers see messages that were written for them.</summary>
    private static string MessageOf(ModelError error) => error.ErrorMessage.Length > 0 ? error.ErrorMessage : "The value is not valid.";

    private sealed class InvalidRequest(List<KeyValuePair<string, string[]>> errors) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context)
        {
            var status = errors.Exists(error => error.Value.Contains(RequestBody.TooLarge)) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
            return ApiProblem.WriteAsync(context.HttpContext, status, "The request is not what the contract says.", errors);
        }
    }
}
