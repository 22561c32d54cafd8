using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace SyncGen.Runtime;

/// <summary>Maps operations to endpoints.</summary>
internal static class EndpointOperation
{
    /// <summary>Maps an operation to what serves it.</summary>
    public static IEndpointConventionBuilder MapOperation(this RouteGroupBuilder group, string method, string route, RequestDelegate serve) =>
        // Descriptions of the API show endpoints that name their method.
        group.MapMethods(route, [method], serve).WithMetadata(serve.Method);
}
