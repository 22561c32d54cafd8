namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.Controllers;
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
        if (executed.Exception is not BadHttpRequestException || context.HttpContext.Items[typeof(RequestErrors)] is not RequestErrors errors || context.HttpContext.Response.HasStarted)
            return;
        // An item of the body is wrong, which the action has learned by reading it.
        executed.ExceptionHandled = true;
        await errors.WriteAsync(context.HttpContext).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async Task OnActionExecutionAsync(ActionExecutingContext context, ActionExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        var error = QuerySearch.ErrorOf(context.HttpContext.Request);
        if (context.ModelState.IsValid && error is null && Acceptance.IsAcceptable(context.HttpContext.Request, context.ActionDescriptor, ProducedBy))
        {
            await next().ConfigureAwait(false);
            return;
        }

        var errors = BindingOutcome.Errors(context);
        if (context.ActionDescriptor is ControllerActionDescriptor action)
            await AddViolationsAsync(context, action.MethodInfo, errors).ConfigureAwait(false);
        if (errors.IsEmpty && error is not null)
            errors.Add(QuerySearch.Place, error);
        context.Result = errors.IsEmpty ? new NotAcceptable() : new InvalidRequest(errors);
    }

    /// <summary>Has the action add what its arguments break to what is wrong with the request, of which its checks learn so. It does not call the author's method then.</summary>
    private static async Task AddViolationsAsync(ActionExecutingContext context, MethodInfo action, RequestErrors errors)
    {
        // Only generated actions that check their arguments give any result.
        if (action.ReturnType != typeof(Task<IActionResult>) || !context.ActionDescriptor.EndpointMetadata.OfType<ContractOperationAttribute>().Any())
            return;
        context.HttpContext.Items[typeof(RequestErrors)] = errors;
        // Null stands for the default of a parameter that is no reference, too.
        object?[] arguments = [.. action.GetParameters().Select(parameter => context.ActionArguments.TryGetValue(parameter.Name!, out var value) ? value : null)];
        await ((Task<IActionResult>)action.Invoke(context.Controller, BindingFlags.DoNotWrapExceptions, binder: null, arguments, culture: null)!).ConfigureAwait(false);
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
