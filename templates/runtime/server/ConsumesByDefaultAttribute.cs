namespace SyncGen.Runtime;

using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;

/// <summary>
/// Takes the preferred representation of a body that has several: requests that none of the other actions takes, unless they name another media
/// type. <c>Consumes</c> would leave it open which action takes a request that names none.
/// </summary>
/// <param name="mediaTypes">The media types of the representation.</param>
[AttributeUsage(AttributeTargets.Method)]
public sealed class ConsumesByDefaultAttribute(params string[] mediaTypes) : Attribute, IAsyncResourceFilter, IOrderedFilter
{
    /// <summary>Before <see cref="StrictContractAttribute"/>, which reads forms.</summary>
    public int Order => -2002;

    /// <inheritdoc/>
    public Task OnResourceExecutionAsync(ResourceExecutingContext context, ResourceExecutionDelegate next)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(next);
        if (RequestMediaType.Suits(context.HttpContext.Request, mediaTypes))
            return next();
        context.Result = new UnsupportedMediaType();
        return Task.CompletedTask;
    }

    private sealed class UnsupportedMediaType : IActionResult
    {
        public Task ExecuteResultAsync(ActionContext context) => RequestMediaType.RefuseAsync(context.HttpContext);
    }
}
