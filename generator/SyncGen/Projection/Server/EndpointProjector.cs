using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides the endpoints of a group.</summary>
internal static class EndpointProjector
{
    public static ServerEndpoints Project(ApiModel api, ImmutableArray<OperationPlan> operations, string name, string handler, string prefix, ImmutableArray<string> routes, ImmutableArray<ImmutableArray<ArgumentCheck>> checks, PatternFields patterns, string jsonNamespace)
    {
        var group = operations[0].Group;
        var word = ReservedNames.IsExtension(group) ? group + "Api" : group;
        var matchesQueries = operations.Any(plan => ServerMetadata.QueriesOf(plan.Operation).Any());
        return new ServerEndpoints(
            Files.NameOf("Server", name),
            Usings.Of([.. FileUsings, .. matchesQueries ? QueryUsings : [], .. operations.SelectMany(plan => UsingsOf(plan, jsonNamespace)), .. patterns.Usings]),
            name,
            handler,
            "Add" + word,
            "Map" + word,
            Literal.Text(prefix),
            Literal.Text(operations[0].Operation.Tags.FirstOrDefault() ?? group),
            matchesQueries,
            patterns.Declarations,
            [.. operations.Select((plan, index) => EndpointOf(api, plan, routes[index], checks[index]))]);
    }

    private static ImmutableArray<string> FileUsings { get; } =
    [
        "System",
        "System.Diagnostics.CodeAnalysis",
        "System.Threading.Tasks",
        "Microsoft.AspNetCore.Builder",
        "Microsoft.AspNetCore.Http",
        "Microsoft.AspNetCore.Routing",
        "Microsoft.Extensions.DependencyInjection",
    ];

    private static ImmutableArray<string> QueryUsings { get; } = ["Microsoft.Extensions.DependencyInjection.Extensions"];

    private static IEnumerable<string> UsingsOf(OperationPlan plan, string jsonNamespace) =>
    [
        .. plan.Arguments.Where(IsRead).SelectMany(argument => argument.Type.Usings.Append(jsonNamespace)),
        .. plan.Answers.Where(IsListed).SelectMany(answer => answer.Body?.Type.Usings ?? []),
        .. !ServerMetadata.ConsumedBy(plan).IsEmpty || plan.Answers.Any(IsListed) ? new[] { "Microsoft.AspNetCore.Http.Metadata" } : [],
    ];

    /// <summary>A codec reads the argument.</summary>
    private static bool IsRead(Argument argument) => argument.Kind is ArgumentKind.Parameter or ArgumentKind.Field or ArgumentKind.Body && argument.Type.Codec.Length > 0;

    private static ServerEndpoint EndpointOf(ApiModel api, OperationPlan plan, string route, ImmutableArray<ArgumentCheck> checks)
    {
        var context = plan.LocalOf("httpContext");
        var input = plan.LocalOf("input");
        return new ServerEndpoint(
            MarkdownText.Encode(plan.Heading),
            Literal.Text(plan.Operation.Method),
            Literal.Text(route),
            Literal.Text(plan.Name),
            plan.Operation.Summary?.Trim() is { Length: > 0 } summary ? Literal.Text(summary) : null,
            MetadataOf(plan),
            plan.Name + "Async",
            context,
            input,
            plan.LocalOf("result"),
            !plan.Operation.Security.IsEmpty,
            ServerMetadata.ConsumedByDefault(plan) is { IsEmpty: false } types ? string.Join(", ", types) : null,
            plan.Body?.Kind is MediaKind.Form or MediaKind.Multipart,
            [.. plan.Arguments.Select(argument => new ServerBinding(argument.Name, ServerBindings.CallOf(api, argument, plan.Body, input)))],
            plan.LocalOf("check"),
            checks,
            string.Join(", ", plan.Arguments.Select(ArgumentOf).Append($"{context}.RequestAborted")));
    }

    private static string ArgumentOf(Argument argument) => argument.Default is { } value ? $"{argument.Name} ?? {value}" : argument.Name;

    private static ImmutableArray<string> MetadataOf(OperationPlan plan)
    {
        var metadata = ImmutableArray.CreateBuilder<string>();
        metadata.AddRange(ServerMetadata.QueriesOf(plan.Operation).Select(query => $"new RequireQueryAttribute({query})"));
        metadata.AddRange(plan.Operation.Security.Select(SecurityOf).Distinct());
        if (ServerMetadata.ConsumedBy(plan) is { IsEmpty: false } consumed)
            metadata.Add($"new AcceptsMetadata([{string.Join(", ", consumed)}]{BodyTypeOf(plan)})");
        metadata.AddRange(plan.Answers.Where(IsListed).Select(answer => ProducesOf(plan, answer)));
        return metadata.ToImmutable();
    }

    private static string SecurityOf(SecurityRequirement requirement)
    {
        var (schemes, scopes) = ServerMetadata.SecurityOf(requirement);
        var settings = scopes.IsEmpty ? "" : $" {{ Scopes = [{string.Join(", ", scopes)}] }}";
        return $"new RequireSecurityAttribute({string.Join(", ", schemes)}){settings}";
    }

    private static string BodyTypeOf(OperationPlan plan)
    {
        var type = plan.Body!.Kind == MediaKind.Json ? $", typeof({plan.Body.Type.Text})" : "";
        return plan.Operation.Body!.IsRequired ? type : $"{type}, isOptional: true";
    }

    /// <summary>ASP.NET Core's metadata has single statuses only.</summary>
    private static bool IsListed(Answer answer) => !answer.Status.IsRange && !answer.Status.IsDefault;

    private static string ProducesOf(OperationPlan plan, Answer answer)
    {
        if (answer.Body is not { } body)
            return $"new ProducesResponseTypeMetadata({answer.Status})";
        var types = ServerMetadata.ProducedAs(plan, answer);
        return $"new ProducesResponseTypeMetadata({answer.Status}, typeof({body.Type.Text}){(types.IsEmpty ? "" : $", [{string.Join(", ", types)}]")})";
    }
}
