namespace SyncGen.Runtime;

using System;
using System.Collections.Generic;
using System.Linq;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Matching;
using Microsoft.Extensions.DependencyInjection;

/// <summary>Lets <see cref="RequireQueryAttribute"/> and <see cref="RequireLiteralsAttribute"/> choose among endpoints, as they do among the actions of controllers.</summary>
internal sealed class RouteDemandPolicy : MatcherPolicy, IEndpointSelectorPolicy
{
    /// <inheritdoc/>
    public override int Order => 0;

    /// <summary>Endpoints that demand more than a path must not be mapped where nothing looks at it.</summary>
    public static void EnsureRegistered(IServiceProvider services)
    {
        if (!services.GetServices<MatcherPolicy>().OfType<RouteDemandPolicy>().Any())
            throw new InvalidOperationException("Paths of the contract are matched in full only after the handler has been registered by its Add method.");
    }

    /// <inheritdoc/>
    public bool AppliesToEndpoints(IReadOnlyList<Endpoint> endpoints) =>
        endpoints.Any(endpoint => endpoint.Metadata.GetMetadata<RequireQueryAttribute>() is not null || endpoint.Metadata.GetMetadata<RequireLiteralsAttribute>() is not null);

    /// <inheritdoc/>
    public Task ApplyAsync(HttpContext httpContext, CandidateSet candidates)
    {
        for (var index = 0; index < candidates.Count; index++)
        {
            if (candidates.IsValidCandidate(index) && !(RequireQueryAttribute.Suits(DemandsOf(candidates, index), httpContext.Request) && HasLiterals(candidates[index].Endpoint, httpContext)))
                candidates.SetValidity(index, false);
        }

        for (var index = 0; index < candidates.Count; index++)
        {
            if (candidates.IsValidCandidate(index) && HasBetter(candidates, index))
                candidates.SetValidity(index, false);
        }

        return Task.CompletedTask;
    }

    private static bool HasLiterals(Endpoint endpoint, HttpContext httpContext) =>
        endpoint.Metadata.GetOrderedMetadata<RequireLiteralsAttribute>().All(demand => demand.Accepts(httpContext));

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
