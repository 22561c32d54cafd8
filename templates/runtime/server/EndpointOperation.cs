namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using System.Runtime.CompilerServices;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

/// <summary>Maps operations to endpoints and says what descriptions of the API show of them.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
internal static class EndpointOperation
{
    private static readonly ConditionalWeakTable<IServiceProvider, HashSet<string>> NamesInUse = [];

    /// <summary>Maps an operation to what serves it.</summary>
    /// <typeparam name="THandler">The handler.</typeparam>
    /// <typeparam name="TResult">What its method returns.</typeparam>
    /// <param name="group">Where to map it.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="route">The route.</param>
    /// <param name="serve">Serves a request.</param>
    /// <param name="name">The name of the handler's method.</param>
    /// <param name="call">Calls that method with the arguments that filters leave.</param>
    public static IEndpointConventionBuilder MapOperation<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] THandler, TResult>(
        this RouteGroupBuilder group, string method, string route, RequestDelegate serve, string name, Func<THandler, EndpointFilterInvocationContext, Task<TResult>> call)
        where THandler : notnull
    {
        // Descriptions of the API show endpoints that name their method.
        var endpoint = group.MapMethods(route, [method], serve).WithMetadata(serve.Method);
        endpoint.Add(SharedSegment.ReadIn);
        return new OperationEndpoint(
            endpoint,
            () => typeof(THandler).GetMethods().First(candidate => candidate.Name == name && candidate.ReturnType == typeof(Task<TResult>)),
            async context => await call(context.HttpContext.RequestServices.GetRequiredService<THandler>(), context).ConfigureAwait(false));
    }

    /// <summary>
    /// Gives the endpoint the operation's id for descriptions of the API, and the first endpoint of the operation a name for links: the id behind the
    /// namespace of the API, since a name stands once in a host, which may serve several APIs, and each of them several times.
    /// </summary>
    /// <param name="endpoint">The endpoint.</param>
    /// <param name="id">The operation's id.</param>
    /// <param name="handler">The type of the handler, which tells the API from others.</param>
    /// <param name="services">Those of the host.</param>
    public static IEndpointConventionBuilder WithOperationId(this IEndpointConventionBuilder endpoint, string id, Type handler, IServiceProvider services)
    {
        endpoint.WithMetadata(new ContractOperationId(id));
        var name = $"{handler.Namespace}.{id}";
        var names = NamesInUse.GetOrCreateValue(services);
        lock (names)
            return names.Add(name) ? endpoint.WithName(name) : endpoint;
    }

    /// <summary>Describes a parameter. There is no place for cookies in descriptions.</summary>
    public static IEndpointConventionBuilder WithParameter(this IEndpointConventionBuilder endpoint, ParameterPlace place, string name, Type type, bool isRequired = false) =>
        endpoint.WithMetadata(EndpointParameter.Of(place, name, type, isRequired));

    /// <summary>Describes a body that routing does not look at.</summary>
    public static IEndpointConventionBuilder WithBody(this IEndpointConventionBuilder endpoint, Type type, bool isRequired, params string[] mediaTypes) =>
        endpoint.WithMetadata(EndpointParameter.OfBody(type, isRequired), new BodyTypesAttribute(mediaTypes));
}
