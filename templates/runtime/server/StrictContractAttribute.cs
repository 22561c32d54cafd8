using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.Net.Http.Headers;

namespace SyncGen.Runtime;

/// <summary>Answers 400 with a problem that names each parameter or JSON path at fault, and 406 to a caller who takes no documented media type, before an action runs.</summary>
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
        if (!context.ModelState.IsValid)
            context.Result = new InvalidRequest(BindingOutcome.Errors(context));
        else if (!IsAcceptable(context))
            context.Result = new NotAcceptable();
        else
            return next();
        return Task.CompletedTask;
    }

    /// <summary>The caller takes one of the media types that a success has, or does not say.</summary>
    private static bool IsAcceptable(ActionExecutingContext context)
    {
        if (!MediaTypeHeaderValue.TryParseList(context.HttpContext.Request.Headers.Accept, out var accepted))
            return true;
        var produced = new MediaTypeCollection();
        foreach (var answer in context.ActionDescriptor.EndpointMetadata.OfType<IApiResponseMetadataProvider>().Where(answer => answer.StatusCode is >= 200 and <= 299))
        {
            var types = new MediaTypeCollection();
            answer.SetContentTypes(types);
            foreach (var type in types)
                produced.Add(type);
        }

        return produced.Count == 0 || accepted.Any(range => range.Quality is not 0 && produced.Any(type => MediaTypeHeaderValue.Parse(type).IsSubsetOf(range)));
    }

    private sealed class InvalidRequest(IReadOnlyDictionary<string, string[]> errors) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context)
        {
            var status = errors.Values.Any(messages => messages.Contains(RequestBody.TooLarge)) ? StatusCodes.Status413PayloadTooLarge : StatusCodes.Status400BadRequest;
            return ApiProblem.WriteAsync(context.HttpContext, status, "The request is not what the contract says.", errors);
        }
    }

    private sealed class NotAcceptable : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) =>
            ApiProblem.WriteAsync(context.HttpContext, StatusCodes.Status406NotAcceptable, "The answer has no media type that the request accepts.");
    }
}
