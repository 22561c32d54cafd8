namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Reflection;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

/// <summary>The filters of an operation's endpoint. They run when the arguments are read and valid, and see them as the handler's method has them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal sealed class OperationFilters
{
    private static volatile bool _areUsed;

    private readonly EndpointFilterDelegate _invoke;

    private OperationFilters(EndpointFilterDelegate invoke) => _invoke = invoke;

    /// <summary>Those of the endpoint that serves a request, or null.</summary>
    public static OperationFilters? Of(HttpContext httpContext) => _areUsed ? httpContext.GetEndpoint()?.Metadata.GetMetadata<OperationFilters>() : null;

    /// <summary>Gives an endpoint the filters that it has, the outermost first.</summary>
    /// <param name="builder">The endpoint.</param>
    /// <param name="filters">The filters.</param>
    /// <param name="method">The handler's method.</param>
    /// <param name="call">Calls it.</param>
    public static void Add(
        EndpointBuilder builder,
        IEnumerable<Func<EndpointFilterFactoryContext, EndpointFilterDelegate, EndpointFilterDelegate>> filters,
        MethodInfo method,
        EndpointFilterDelegate call)
    {
        var context = new EndpointFilterFactoryContext { MethodInfo = method, ApplicationServices = builder.ApplicationServices };
        builder.Metadata.Add(new OperationFilters(filters.Reverse().Aggregate(call, (next, filter) => filter(context, next))));
        _areUsed = true;
    }

    /// <summary>Runs the filters around the handler's method.</summary>
    /// <param name="httpContext">The request.</param>
    /// <param name="arguments">The arguments of the method.</param>
    /// <returns>What the outermost filter returns, as a response.</returns>
    public async ValueTask<IResult> InvokeAsync(HttpContext httpContext, params object?[] arguments)
    {
        var value = await _invoke(new DefaultEndpointFilterInvocationContext(httpContext, arguments)).ConfigureAwait(false);
        return value switch
        {
            IResult result => result,
            null => Results.Empty,
            string text => Results.Text(text),
            _ => Results.Json(value, httpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>().Value.SerializerOptions.GetTypeInfo(value.GetType())),
        };
    }
}
