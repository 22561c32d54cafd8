namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

/// <summary>
/// The endpoint of an operation. ASP.NET Core gives the filters of an endpoint the parameters of its delegate, which is the request alone here; so they are
/// taken away from it after each convention, and run by the endpoint itself.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal sealed class OperationEndpoint : IEndpointConventionBuilder
{
    private readonly IEndpointConventionBuilder _endpoint;

    /// <summary>Takes the filters of an endpoint over.</summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="method">Finds the handler's method.</param>
    /// <param name="call">Calls it.</param>
    public OperationEndpoint(IEndpointConventionBuilder endpoint, Func<MethodInfo> method, EndpointFilterDelegate call)
    {
        _endpoint = endpoint;
        // Conventions of groups come before this one, and those of the endpoint behind it.
        endpoint.Add(Take);
        endpoint.Finally(builder =>
        {
            if (builder.Metadata.OfType<TakenFilters>().FirstOrDefault() is not { } taken)
                return;
            builder.Metadata.Remove(taken);
            OperationFilters.Add(builder, taken.Filters, method(), call);
        });
    }

    /// <inheritdoc/>
    public void Add(Action<EndpointBuilder> convention) => _endpoint.Add(builder =>
    {
        convention(builder);
        Take(builder);
    });

    /// <inheritdoc/>
    public void Finally(Action<EndpointBuilder> finallyConvention) => _endpoint.Finally(finallyConvention);

    private static void Take(EndpointBuilder builder)
    {
        if (builder.FilterFactories.Count == 0)
            return;
        var taken = builder.Metadata.OfType<TakenFilters>().FirstOrDefault();
        if (taken is null)
            builder.Metadata.Add(taken = new TakenFilters());
        taken.Filters.AddRange(builder.FilterFactories);
        builder.FilterFactories.Clear();
    }

    private sealed class TakenFilters
    {
        public List<Func<EndpointFilterFactoryContext, EndpointFilterDelegate, EndpointFilterDelegate>> Filters { get; } = [];
    }
}
