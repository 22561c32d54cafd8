namespace SyncGen.Runtime;

using System;
using System.ComponentModel;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

/// <summary>Marks an operation of the contract that the author of a server has not implemented. Requests for it get 501 (Not Implemented) before they are read.</summary>
[AttributeUsage(AttributeTargets.Method, Inherited = false)]
public sealed class UnimplementedAttribute : Attribute, IAsyncResourceFilter, IOrderedFilter
{
    private const string Detail = "The operation is not implemented.";

    /// <summary>Before the filter of the controller, which reads forms.</summary>
    public int Order => -2002;

    /// <inheritdoc/>
    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        context.Result = new NotImplemented();
        return Task.CompletedTask;
    }

    /// <summary>What the operation throws where it is called all the same. ASP.NET Core takes the status code of the response from it.</summary>
    [EditorBrowsable(EditorBrowsableState.Never)]
    internal static Exception Failure() => new BadHttpRequestException(Detail, StatusCodes.Status501NotImplemented);

    /// <summary>Responds to the request if the endpoint's operation is not implemented.</summary>
    /// <returns>Whether the response is written.</returns>
    [EditorBrowsable(EditorBrowsableState.Never)]
    internal static async ValueTask<bool> RespondsAsync(HttpContext httpContext)
    {
        if (httpContext.GetEndpoint()?.Metadata.GetMetadata<UnimplementedAttribute>() is null)
            return false;
        await WriteAsync(httpContext).ConfigureAwait(false);
        return true;
    }

    private static Task WriteAsync(HttpContext httpContext) => ApiProblem.WriteAsync(httpContext, StatusCodes.Status501NotImplemented, Detail);

    private sealed class NotImplemented : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => WriteAsync(context.HttpContext);
    }
}
