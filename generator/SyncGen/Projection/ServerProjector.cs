using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides the server: a handler and a controller for each group, the results, the security.</summary>
internal sealed class ServerProjector(
    ApiModel api,
    string apiName,
    string jsonNamespace,
    ImmutableArray<OperationPlan> plans,
    NameTable table,
    DiagnosticBag diagnostics)
{
    private static readonly ImmutableArray<string> MethodUsings = ["System.Threading", "System.Threading.Tasks"];

    public ImmutableArray<Declaration> Project()
    {
        var declarations = ImmutableArray.CreateBuilder<Declaration>();
        var routes = new Dictionary<string, OperationPlan>(StringComparer.OrdinalIgnoreCase);
        foreach (var group in plans.GroupBy(plan => plan.Group))
        {
            var handler = table.Add($"the handler of {group.Key}", "handler " + group.Key, $"I{group.Key}Handler", $"I{group.Key}ApiHandler");
            var controller = table.Add($"the controller of {group.Key}", "controller " + group.Key, $"{group.Key}ControllerBase", $"{group.Key}ApiControllerBase");
            var routed = group.Where(plan => IsRoutable(plan, routes)).ToImmutableArray();
            declarations.AddRange(routed.Select(plan => ServerResults.Of(plan, jsonNamespace)));
            if (routed.IsEmpty)
                continue;
            var prefix = PrefixOf(routed);
            var methods = routed.Select(plan => ServerMethods.Of(api, plan, prefix)).ToImmutableArray();
            declarations.Add(HandlerOf(routed, handler, methods));
            declarations.Add(ControllerOf(routed, controller, handler, prefix, methods));
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
            Usings.Of([.. MethodUsings, .. operations.SelectMany(ServerMethods.SignatureUsings)]),
            DocComment.Of(OperationGroups.DescriptionOf(api, group), $"The operations of {(title is null ? group : OperationGroups.SubjectOf(title))}, as the author of a server implements them."),
            name,
            methods);
    }

    private ServerController ControllerOf(
        ImmutableArray<OperationPlan> operations,
        string name,
        string handler,
        string prefix,
        ImmutableArray<ServerMethod> methods) => new(
            Files.NameOf("Server", name),
            Usings.Of([.. MethodUsings, "Microsoft.AspNetCore.Mvc", .. operations.SelectMany(ServerMethods.ActionUsings), .. methods.Any(UsesCodecs) ? new[] { jsonNamespace } : []]),
            name,
            handler,
            prefix.Length == 0 ? null : Literal.Text(prefix),
            methods);

    private static bool UsesCodecs(ServerMethod method) => method.BoundParameters.Any(text =>
        text.StartsWith("[FromJson<", StringComparison.Ordinal) || text.StartsWith("[FromParameter<", StringComparison.Ordinal));

    /// <summary>What all routes of the group begin with: the path of the server when it is one.</summary>
    private string PrefixOf(ImmutableArray<OperationPlan> operations)
    {
        var prefixes = operations.Select(plan => ApiAddresses.RoutePrefix(api, plan.Operation)).Distinct().ToImmutableArray();
        return prefixes.Length == 1 ? Routes.Escape(prefixes[0].Trim('/')) : "";
    }

    private bool IsRoutable(OperationPlan plan, Dictionary<string, OperationPlan> routes)
    {
        if (Routes.Problem(plan.Operation.Path) is { } problem)
        {
            diagnostics.Report(ProjectionRules.RouteUnusable, plan.Operation.Span, plan.Operation.Path, problem);
            return false;
        }

        var key = $"{plan.Operation.Method} {ApiAddresses.RoutePrefix(api, plan.Operation)}{Routes.Key(plan.Operation.Path)}";
        if (routes.TryAdd(key, plan))
            return true;
        diagnostics.Report(ProjectionRules.RouteTaken, plan.Operation.Span, plan.Title, routes[key].Title);
        return false;
    }
}
