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
            if (candidates.IsValidCandidate(index) && !RequireQueryAttribute.Suits(DemandsOf(candidates, index), httpContext.Request))
                candidates.SetValidity(index, false);
        }

        for (var index = 0; index < candidates.Count; index++)
        {
            if (candidates.IsValidCandidate(index) && HasBetter(candidates, index))
                candidates.SetValidity(index, false);
        }

        return Task.CompletedTask;
    }

    /// <summary>Another endpoint of the same route demands more.</summary>
    private static bool HasBetter(CandidateSet candidates, int index)
    {
        for (var other = 0; other < candidates.Count; other++)
        {
            if (candidates.IsValidCandidate(other)
                && candidates[other].Score == candidates[index].Score
                && RequireQueryAttribute.Compare(DemandsOf(candidates, other), DemandsOf(candidates, index)) > 0)
                return true;
        }

        return false;
    }

    private static IReadOnlyList<RequireQueryAttribute> DemandsOf(CandidateSet candidates, int index) =>
        candidates[index].Endpoint.Metadata.GetOrderedMetadata<RequireQueryAttribute>();
}
