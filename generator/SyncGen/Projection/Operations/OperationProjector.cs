using SyncGen.Diagnostics;
using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>What operations become.</summary>
/// <param name="Declarations">Clients, controllers and what belongs to them.</param>
/// <param name="Codecs">The codecs that they name, whatever of them is emitted.</param>
/// <param name="RuntimeRoots">The files in templates/runtime/ that they name, beside codecs.</param>
/// <param name="Entries">For <c>inspect</c>.</param>
internal sealed record ProjectedOperations(
    ImmutableArray<Declaration> Declarations,
    ImmutableArray<string> Codecs,
    ImmutableArray<string> RuntimeRoots,
    ImmutableArray<OperationEntry> Entries)
{
    public static ProjectedOperations None { get; } = new([], [], [], []);

    /// <summary>These and others.</summary>
    public ProjectedOperations And(ProjectedOperations others) => new(
        Declarations.AddRange(others.Declarations),
        [.. Codecs.Union(others.Codecs)],
        RuntimeRoots.AddRange(others.RuntimeRoots),
        Entries.AddRange(others.Entries));
}

/// <summary>Decides what operations become: clients, controllers, results, security.</summary>
internal sealed class OperationProjector(
    TypeNames names,
    TypeTable types,
    DefaultValue defaults,
    Constraints constraints,
    ApiNamespace @namespace,
    CodeStyle style,
    DiagnosticBag diagnostics)
{
    /// <param name="operationNames">By <see cref="ApiModel.Operations"/>, index by index.</param>
    /// <param name="areWebhooks">A client is told with each call where to send it.</param>
    public ProjectedOperations Project(ApiModel api, ImmutableArray<string> operationNames, string? name, EmitKinds emit, bool areWebhooks = false)
    {
        if (api.Operations.IsEmpty)
            return ProjectedOperations.None;
        if (!emit.HasFlag(EmitKinds.Client))
            emit &= ~(EmitKinds.DependencyInjection | EmitKinds.Fakes);
        var apiName = OperationGroups.ApiName(api, name);
        var plans = OperationPlans.Of(api, operationNames, names, types, defaults, name, style, diagnostics);
        var calls = ClientPlans.Of(plans, names, diagnostics);
        if (areWebhooks)
            calls = [.. calls.Select(Webhooks.WithAddress)];
        var (clients, methods) = new ClientProjector(api, types, constraints, apiName, @namespace, calls, names.Table, diagnostics)
            .Project(emit.HasFlag(EmitKinds.Client), emit.HasFlag(EmitKinds.DependencyInjection), emit.HasFlag(EmitKinds.Fakes));
        // A server routes requests that several operations match to the first of them.
        var routed = RouteQueries.Decide(api, plans.RemoveAll(plan => plan.Operation.IsShadowed));
        var servers = (emit & (EmitKinds.Server | EmitKinds.Endpoints)) == 0
            ? []
            : new ServerProjector(api, types, constraints, apiName, @namespace, routed, names.Table, style, diagnostics)
                .Project(emit.HasFlag(EmitKinds.Server), emit.HasFlag(EmitKinds.Endpoints));
        IEnumerable<Declaration> security = clients.IsEmpty && servers.IsEmpty ? [] : SecurityProjector.Of(api, apiName, clients.IsEmpty ? "Server" : "Client", names.Table);
        return new ProjectedOperations(
            [.. clients, .. servers, .. security],
            CodecsOf(plans),
            RootsOf(emit, plans, routed),
            [.. plans.Where(plan => plan.IsPreferred).Select(plan => EntryOf(plan, methods[plan.Name]))]);
    }

    private static ImmutableArray<string> CodecsOf(ImmutableArray<OperationPlan> plans) =>
    [
        .. plans
            .SelectMany(plan => plan.Arguments.Select(argument => argument.Type.Codec)
                .Concat(plan.Arguments.SelectMany(argument => argument.ByCase).Select(part => part.Type.Codec))
                .Append(plan.Body?.TypeArguments ?? "")
                .Concat(plan.Responses.SelectMany(documented => documented.Headers.Select(header => header.Type.Codec).Append(documented.Body?.TypeArguments ?? ""))))
            .Append("JsonFormat")
            .Distinct(),
    ];

    /// <param name="routed">The plans that a server has.</param>
    private ImmutableArray<string> RootsOf(EmitKinds emit, ImmutableArray<OperationPlan> plans, ImmutableArray<OperationPlan> routed)
    {
        var isChecked = plans.Any(plan => plan.Arguments.Any(argument => (argument.Schema is { } schema && constraints.Contains(schema)) || (argument is { IsFile: true, Field.Values: { } files } && constraints.Contains(files))));
        var roots = ImmutableArray.CreateBuilder<string>();
        // These go with the models, whatever is emitted beside them.
        roots.Add("IValidated.cs");
        if (isChecked)
            roots.Add("ViolationList.cs");
        if (emit.HasFlag(EmitKinds.Client))
            roots.Add("client/ApiConnection.cs");
        if (emit.HasFlag(EmitKinds.Client) && plans.Any(plan => plan.Body?.Kind == MediaKind.Multipart))
            roots.Add("client/RequestParts.cs");
        if (emit.HasFlag(EmitKinds.Client) && plans.Any(plan => plan.Arguments.Any(argument => argument.Part is not null)))
            roots.Add("client/PartHeaders.cs");
        if (emit.HasFlag(EmitKinds.Client) && (isChecked || plans.Any(plan => ClientForms.IsChecked(plan))))
            roots.Add("client/RequestCheck.cs");
        if (emit.HasFlag(EmitKinds.Client) && plans.Any(plan => plan.Responses.Any(documented => documented.Body?.Kind == MediaKind.Events)))
            roots.Add("client/EventReader.cs");
        if (emit.HasFlag(EmitKinds.Client) && plans.Any(plan => plan.Body?.Kind == MediaKind.Lines))
            roots.Add("client/ItemsContent.cs");
        if (emit.HasFlag(EmitKinds.DependencyInjection))
            roots.Add("client/ClientConfiguration.cs");
        var (hasControllers, hasEndpoints) = (emit.HasFlag(EmitKinds.Server), emit.HasFlag(EmitKinds.Endpoints));
        if (hasControllers)
            roots.AddRange("server/ApiResult.cs", "server/BodyAttributes.cs", "server/ContractDescriptions.cs", "server/FromParameterAttribute.cs", "server/StrictContractAttribute.cs");
        if (hasControllers && plans.Any(plan => plan.Arguments.Any(argument => argument.IsFile)))
            roots.Add("server/FromFileAttribute.cs");
        if ((hasControllers || hasEndpoints) && plans.Any(plan => plan.Responses.Any(documented => documented.Body?.Kind == MediaKind.Events)))
            roots.Add("server/EventBody.cs");
        if (hasControllers && plans.Any(plan => plan.Body?.Kind == MediaKind.Lines))
            roots.Add("server/FromItemsAttribute.cs");
        if (hasEndpoints && plans.Any(plan => plan.Body?.Kind == MediaKind.Lines))
            roots.Add("server/RequestItems.cs");
        if (hasControllers && plans.Any(plan => plan.TakesTheRest))
            roots.Add("server/ConsumesByDefaultAttribute.cs");
        if ((hasControllers || hasEndpoints) && isChecked)
            roots.Add("server/ConstraintCheck.cs");
        if (hasControllers && routed.Any(plan => !plan.Queries.IsEmpty))
            roots.Add("server/RequireQueryAttribute.cs");
        if (hasControllers && routed.Any(plan => !plan.Literals.IsEmpty))
            roots.Add("server/RequireLiteralsAttribute.cs");
        if (hasEndpoints)
            roots.AddRange("server/ApiResult.cs", "server/ContractDescriptions.cs", "server/EndpointOperation.cs", "server/RequestInput.cs");
        if (hasEndpoints && routed.Any(plan => plan.HasDemands))
            roots.Add("server/RouteDemandPolicy.cs");
        if ((hasControllers || hasEndpoints) && plans.Any(plan => !plan.Operation.Security.IsEmpty))
            roots.AddRange("server/CredentialAuthenticationHandler.cs", "server/RequireSecurityAttribute.cs");
        if ((hasControllers || hasEndpoints) && style.AllowsUnimplemented)
            roots.Add("server/PartialServer.cs");
        return roots.ToImmutable();
    }

    private OperationEntry EntryOf(OperationPlan plan, string method) => new(
        plan.Operation.Method,
        plan.Operation.Path,
        plan.Operation.Span.File.Path,
        plan.Operation.Pointer.Text,
        method,
        plan.Operation.Body is { } body ? BodiesOf(body.Content) : [],
        [.. plan.Operation.Responses.Select(response => new ResponseEntry(response.Status.ToString(), BodiesOf(response.Content)))]);

    private ImmutableArray<BodyEntry> BodiesOf(ImmutableArray<MediaType> content) =>
        [.. content.Select(media => new BodyEntry(media.Name, media.Schema is { } schema ? types[schema].Annotated(types.IsNullable(schema)) : null))];
}
