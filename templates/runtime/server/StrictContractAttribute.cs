namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.Formatters;
using Microsoft.AspNetCore.Mvc.ModelBinding;

/// <summary>Responds with 400 with a problem that names each parameter or JSON path at fault, and 406 to a caller who takes no documented media type, before an action runs.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class StrictContractAttribute : Attribute, IAsyncResourceFilter, IAsyncActionFilter, IOrderedFilter, IControllerModelConvention, IContractMetadata
{
    /// <summary>Before the filter of <see cref="ApiControllerAttribute"/>, which stands at -2000.</summary>
    public int Order => -2001;

    /// <inheritdoc/>
    public void Apply(ControllerModel controller)
    {
        ArgumentNullException.ThrowIfNull(controller);
        ContractActions.Complete(controller);
    }

    /// <inheritdoc/>
    public async Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        // They fail on names with brackets as nobody's jQuery writes them, and what is generated does not ask them.
        context.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
        context.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
        // The framework would read the form with responses of its own to one that is too large or malformed.
        if ((context.ActionDescriptor.Parameters.Any(IsInForm) || context.ActionDescriptor.EndpointMetadata.OfType<FormNamesAttribute>().Any()) && await RequestForm.ReadAsync(context.HttpContext.Request).ConfigureAwait(false) is { } error)
        {
            context.Result = new InvalidRequest(RequestErrors.Of("$", error));
            return;
        }

        var executed = await next().ConfigureAwait(false);
        if (executed.Exception is not RequestItemException exception || context.HttpContext.Response.HasStarted)
            return;
        executed.ExceptionHandled = true;
        await exception.Errors.WriteAsync(context.HttpContext).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (!context.ModelState.IsValid)
            context.Result = new InvalidRequest(BindingOutcome.Errors(context));
        else if (QuerySearch.ErrorOf(context.HttpContext.Request) is { } error)
            context.Result = new InvalidRequest(RequestErrors.Of(QuerySearch.Place, error));
        else if (!Acceptance.IsAcceptable(context.HttpContext.Request, context.ActionDescriptor, ProducedBy))
            context.Result = new NotAcceptable();
        else
            return next();
        return Task.CompletedTask;
    }

    private static bool IsInForm(ParameterDescriptor parameter) =>
        parameter.BindingInfo?.BindingSource is { } source && (source == BindingSource.Form || source == BindingSource.FormFile);

    private static List<string> ProducedBy(ActionDescriptor action)
    {
        var produced = new List<string>();
        foreach (var response in action.EndpointMetadata.OfType<IApiResponseMetadataProvider>().Where(response => response.StatusCode is >= 200 and <= 299))
        {
            var types = new MediaTypeCollection();
            response.SetContentTypes(types);
            produced.AddRange(types);
        }

        return produced;
    }

    private sealed class InvalidRequest(RequestErrors errors) : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => errors.WriteAsync(context.HttpContext);
    }

    private sealed class NotAcceptable : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => Acceptance.RefuseAsync(context.HttpContext);
    }
}
