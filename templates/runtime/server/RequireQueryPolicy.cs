using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;

namespace SyncGen.Runtime;

/// <summary>Lets <see cref="RequireQueryAttribute"/> choose among endpoints, as it does among the actions of controllers.</summary>
internal sealed class RequireQueryPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <inheritdoc/>
    public override int Order => 0;

    /// <summary>Endpoints with a query in their path must not be mapped where nothing looks at the query.</summary>
    public static void EnsureRegistered(IServiceProvider services)
    {
        if (!services.GetServices<MatcherPolicy>().OfType<RequireQueryPolicy>().Any())
            throw new InvalidOperationException("Paths of the contract carry a query, which is matched only after the handler has been registered by its Add method.");
    }

    /// <inheritdoc/>
    public bool AppliesToEndpoints(IReadOnlyList<Microsoft.AspNetCore.Http.Endpoint> endpoints) =>
        endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<RequireQueryAttribute>() is not null);

    /// <inheritdoc/>
    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var index = 0; index < candidates.Count; index++)
        {
            var required = candidates[index].Endpoint.Metadata.GetOrderedMetadata<RequireQueryAttribute>();
            if (candidates.IsValidCandidate(index) && !required.All(query => query.Accepts(httpContext.Request)))
                candidates.SetValidity(index, false);
        }

        return Task.CompletedTask;
    }
}
