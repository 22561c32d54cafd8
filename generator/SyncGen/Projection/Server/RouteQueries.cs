using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>
/// Decides which operations a server tells apart by the query: those whose paths carry one, and those with one method and path, which differ by
/// a fragment that never travels (<c>/tags#operation=untag</c>), by the query parameters that they require.
/// </summary>
internal static class RouteQueries
{
    /// <summary>The plans with what each demands of the query.</summary>
    public static ImmutableArray<OperationPlan> Decide(ApiModel api, ImmutableArray<OperationPlan> plans)
    {
        var demands = new Dictionary<Operation, ImmutableArray<QueryDemand>>(ReferenceEqualityComparer.Instance);
        foreach (var route in plans.Select(plan => plan.Operation).Distinct<Operation>(ReferenceEqualityComparer.Instance).GroupBy(operation => $"{Routes.Key(api, operation)}?{Routes.QueryOf(operation.Path)}", StringComparer.OrdinalIgnoreCase))
        {
            var own = DemandsOf(api, [.. route]);
            foreach (var (operation, demanded) in route.Zip(own))
                demands.Add(operation, [.. InPath(operation.Path), .. demanded]);
        }

        return [.. plans.Select(plan => plan with { Queries = demands[plan.Operation], Literals = [.. Routes.LiteralsOf(plan.Operation.Path)] })];
    }

    /// <summary>The parameters of the query that a path carries.</summary>
    public static IEnumerable<QueryDemand> InPath(string path) => Routes.QueryOf(path)
        .Split('&', StringSplitOptions.RemoveEmptyEntries)
        .Select(pair => pair.Split('=', 2).Select(Uri.UnescapeDataString).ToArray())
        .Select(pair => new QueryDemand(pair[0], pair.ElementAtOrDefault(1) ?? ""));

    /// <summary>What tells operations of one route apart: values if these do, else also which parameters there are.</summary>
    private static ImmutableArray<ImmutableArray<QueryDemand>> DemandsOf(ApiModel api, ImmutableArray<Operation> operations)
    {
        if (operations.Length == 1)
            return [[]];
        var required = operations.Select(operation => RequiredBy(api, operation).ToImmutableArray()).ToImmutableArray();
        var shared = SharedBy(required.Select(demands => demands.AsEnumerable()));
        var byValue = required.Select(demands => demands.RemoveAll(demand => demand.Value is null || shared.Contains(demand))).ToImmutableArray();
        if (AreDistinct(byValue))
            return byValue;
        var names = SharedBy(required.Select(demands => demands.Select(demand => demand.Name)));
        return [.. required.Select(demands => demands.RemoveAll(demand => shared.Contains(demand) || (demand.Value is null && names.Contains(demand.Name))))];
    }

    private static HashSet<T> SharedBy<T>(IEnumerable<IEnumerable<T>> all)
    {
        var shared = all.First().ToHashSet();
        foreach (var each in all)
            shared.IntersectWith(each);
        return shared;
    }

    private static bool AreDistinct(ImmutableArray<ImmutableArray<QueryDemand>> demands) =>
        demands.Select(TextOf).Distinct(StringComparer.Ordinal).Count() == demands.Length;

    /// <summary>The demands as a text that is the same for the same demands.</summary>
    public static string TextOf(ImmutableArray<QueryDemand> demands) => string.Join('&', demands.Select(demand => demand.ToString()).Order(StringComparer.Ordinal));

    /// <summary>The plain query parameters that an operation requires, with the value of those that can have one only.</summary>
    private static IEnumerable<QueryDemand> RequiredBy(ApiModel api, Operation operation) => operation.Parameters
        .Where(parameter => parameter is { Location: ParameterLocation.Query, IsRequired: true } && MediaKinds.ShapeOf(api, parameter.Schema) is Shape.String or Shape.Number or Shape.Boolean or Shape.Enum)
        .Select(parameter => new QueryDemand(parameter.Name, api.OnlyValueOf(parameter.Schema) is (JsonValue.String or JsonValue.Number) and var only ? EnumMembers.TextOf(only) : null));
}
