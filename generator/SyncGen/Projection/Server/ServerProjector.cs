using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides the server: for each group a handler, with a controller or endpoints over it, the results, the security.</summary>
internal sealed class ServerProjector(
    ApiModel api,
    TypeTable types,
    Constraints constraints,
    string apiName,
    ApiNamespace @namespace,
    ImmutableArray<OperationPlan> plans,
    NameTable table,
    CodeStyle style,
    DiagnosticBag diagnostics)
{
    public ImmutableArray<Declaration> Project(bool hasControllers, bool hasEndpoints)
    {
        var declarations = ImmutableArray.CreateBuilder<Declaration>();
        var routes = new Dictionary<string, OperationPlan>(StringComparer.OrdinalIgnoreCase);
        var described = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in plans.GroupBy(plan => plan.Group))
        {
            var handler = table.Add($"the handler of {group.Key}", "handler " + group.Key, $"I{group.Key}Handler", $"I{group.Key}ApiHandler");
            var controller = table.Add($"the controller of {group.Key}", "controller " + group.Key, $"{group.Key}ControllerBase", $"{group.Key}ApiControllerBase");
            var endpoints = table.Add($"the endpoints of {group.Key}", "endpoints " + group.Key, $"{group.Key}Endpoints", $"{group.Key}ApiEndpoints");
            var conventions = table.Add($"the endpoints' conventions of {group.Key}", "conventions " + group.Key, $"{group.Key}EndpointConventions", $"{group.Key}ApiEndpointConventions");
            var routable = group.Where(plan => plan.IsPreferred && IsRoutable(plan, routes)).Select(plan => plan.Operation).ToHashSet();
            var routed = group
                .Where(plan => routable.Contains(plan.Operation))
                .Select(plan => plan with { IsDescribed = described.Add(Routes.Key(api, plan.Operation)) })
                .ToImmutableArray();
            declarations.AddRange(routed.Where(plan => plan.IsPreferred).Select(ServerResults.Of));
            if (routed.IsEmpty)
                continue;
            var prefix = PrefixOf(routed);
            var templates = routed.Select(plan => TemplateOf(plan, prefix)).ToImmutableArray();
            var actions = routed.Select(ServerMethods.ActionOf).ToImmutableArray();
            var patterns = new PatternFields();
            var checks = routed.Select(plan => ArgumentChecks.Of(plan, types, constraints, patterns)).ToImmutableArray();
            var methods = routed.Select((plan, index) => ServerMethods.Of(api, plan, templates[index], actions, checks[index], @namespace)).ToImmutableArray();
            declarations.Add(HandlerOf(routed, handler, methods));
            if (hasControllers)
                declarations.Add(ControllerOf(routed, controller, handler, prefix, methods, patterns));
            if (hasEndpoints)
                declarations.AddRange(EndpointProjector.Project(api, routed, endpoints, conventions, handler, prefix, templates, checks, patterns, style.AllowsUnimplemented));
        }

        declarations.AddRange(ServerSecurities.Of(api, apiName, plans, table));
        return declarations.ToImmutable();
    }

    private ServerHandler HandlerOf(ImmutableArray<OperationPlan> operations, string name, ImmutableArray<ServerMethod> methods)
    {
        var group = operations[0].Group;
        var title = api.Documents[operations[0].Operation.Document].Title;
        return new ServerHandler(
            Files.NameOf("Server", name),
            DocComment.Of(OperationGroups.DescriptionOf(api, group), $"The operations of {(title is null ? group : OperationGroups.SubjectOf(title))}, as the author of a server implements them."),
            name,
            style.AllowsUnimplemented,
            methods);
    }

    private ServerController ControllerOf(
        ImmutableArray<OperationPlan> operations,
        string name,
        string handler,
        string prefix,
        ImmutableArray<ServerMethod> methods,
        PatternFields patterns) => new(
            Files.NameOf("Server", name),
            name,
            handler,
            prefix.Length == 0 ? null : Literal.Text(Routes.ForController(prefix)),
            style.AllowsUnimplemented,
            patterns.Declarations,
            methods);

    /// <summary>What all routes of the group begin with: the path of the server when it is one.</summary>
    private string PrefixOf(ImmutableArray<OperationPlan> operations)
    {
        var prefixes = operations.Select(plan => ApiAddresses.RoutePrefix(api, plan.Operation)).Distinct().ToImmutableArray();
        return prefixes.Length == 1 ? Routes.Escape(prefixes[0].Trim('/')) : "";
    }

    /// <summary>The route of an operation behind the group's prefix.</summary>
    private string TemplateOf(OperationPlan plan, string prefix)
    {
        var template = Routes.Template(plan.Operation.Path);
        var own = ApiAddresses.RoutePrefix(api, plan.Operation).Trim('/');
        return prefix.Length > 0 || own.Length == 0 ? template : $"{Routes.Escape(own)}/{template}".TrimEnd('/');
    }

    private bool IsRoutable(OperationPlan plan, Dictionary<string, OperationPlan> routes)
    {
        if (Routes.Problem(plan.Operation.Path) is { } problem)
        {
            diagnostics.Report(ProjectionRules.RouteUnusable, plan.Operation.Span, plan.Operation.Path, problem);
            return false;
        }

        var key = $"{Routes.Key(api, plan.Operation)}?{RouteQueries.TextOf(plan.Queries)}";
        if (routes.TryAdd(key, plan))
            return true;
        diagnostics.Report(ProjectionRules.RouteTaken, plan.Operation.Span, plan.Title, routes[key].Title);
        return false;
    }
}
