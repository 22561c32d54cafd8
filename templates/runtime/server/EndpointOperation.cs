using System;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SyncGen.Runtime;

/// <summary>Maps operations to endpoints and says what descriptions of the API show of them.</summary>
internal static class EndpointOperation
{
    /// <summary>Maps an operation to what serves it.</summary>
    public static IEndpointConventionBuilder MapOperation(this RouteGroupBuilder group, string method, string route, RequestDelegate serve) =>
        // Descriptions of the API show endpoints that name their method.
        group.MapMethods(route, [method], serve).WithMetadata(serve.Method);

    /// <summary>Describes a parameter. There is no place for cookies in descriptions.</summary>
    public static IEndpointConventionBuilder WithParameter(this IEndpointConventionBuilder endpoint, ParameterPlace place, string name, Type type, bool isRequired = false) =>
        endpoint.WithMetadata(EndpointParameter.Of(place, name, type, isRequired));

    /// <summary>Describes a body that routing does not look at.</summary>
    public static IEndpointConventionBuilder WithBody(this IEndpointConventionBuilder endpoint, Type type, bool isRequired, params string[] mediaTypes) =>
        endpoint.WithMetadata(EndpointParameter.OfBody(type, isRequired), new BodyTypesAttribute(mediaTypes));
}
