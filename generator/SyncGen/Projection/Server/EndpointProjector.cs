using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides the endpoints of a group.</summary>
internal static class EndpointProjector
{
    public static ImmutableArray<Declaration> Project(ApiModel api, ImmutableArray<OperationPlan> operations, string name, string conventions, string handler, string prefix, ImmutableArray<string> routes, ImmutableArray<ImmutableArray<ArgumentCheck>> checks, PatternFields patterns, bool isPartial)
    {
        var group = operations[0].Group;
        var word = ReservedNames.IsExtension(group) ? group + "Api" : group;
        var tag = operations[0].Operation.Tags.FirstOrDefault() ?? group;
        var layouts = new LayoutFields();
        ImmutableArray<ServerEndpoint> served = [.. operations.Select((plan, index) => EndpointOf(api, plan, conventions, tag, routes[index], checks[index], layouts))];
        var hasDemands = operations.Any(plan => plan.HasDemands);
        var endpoints = new ServerEndpoints(
            Files.NameOf("Server", name),
            name,
            handler,
            "Add" + word,
            "Map" + word,
            conventions,
            Literal.Text(prefix),
            Literal.Text(tag),
            isPartial,
            hasDemands,
            patterns.Declarations,
            layouts.Declarations,
            served);
        return
        [
            endpoints,
            new ServerConventions(
                Files.NameOf("Server", conventions),
                conventions,
                endpoints.Map,
                name,
                [.. endpoints.Endpoints.Select(endpoint => new ServerConvention(endpoint.Label, endpoint.Property))]),
        ];
    }

    private static ServerEndpoint EndpointOf(ApiModel api, OperationPlan plan, string conventions, string tag, string route, ImmutableArray<ArgumentCheck> checks, LayoutFields layouts)
    {
        var context = plan.LocalOf("httpContext");
        var input = plan.LocalOf("input");
        return new ServerEndpoint(
            MarkdownText.Encode(plan.Heading),
            Literal.Text(plan.Operation.Method),
            Literal.Text(route),
            Literal.Text(plan.Id),
            MetadataOf(api, plan),
            EndpointDescriptions.Of(api, plan, tag),
            plan.Name + "Async",
            ReservedNames.IsMember(plan.Name) || plan.Name == conventions ? plan.Name + "Operation" : plan.Name,
            context,
            input,
            plan.LocalOf("result"),
            plan.ResultName,
            plan.LocalOf("filters"),
            !plan.Operation.Security.IsEmpty,
            ServerMetadata.ConsumedByDefault(plan) is { IsEmpty: false } types ? string.Join(", ", types) : null,
            plan.Body?.Kind is MediaKind.Form or MediaKind.Multipart,
            [.. plan.Arguments.Select(argument => new ServerBinding(argument.Name, ServerBindings.CallOf(api, argument, plan.Body, input, layout => layouts.FieldOf(plan.Name, argument.Name, layout))))],
            plan.LocalOf("check"),
            checks,
            string.Join(", ", plan.Arguments.Select(ArgumentOf).Append($"{context}.RequestAborted")),
            string.Join(", ", plan.Arguments.Select(ServerMethods.HandlerTypeOf).Append("CancellationToken").Select((type, index) => $"call.GetArgument<{type}>({index})")))
        {
            Serve = plan.Body?.Kind == MediaKind.Lines ? $"RequestItems.Guard({plan.Name}Async)" : plan.Name + "Async",
        };
    }

    private static string ArgumentOf(Argument argument) => argument.Default is { } value ? $"{argument.Name} ?? {value}" : argument.Name;

    private static ImmutableArray<string> MetadataOf(ApiModel api, OperationPlan plan)
    {
        var metadata = ImmutableArray.CreateBuilder<string>();
        metadata.AddRange(plan.Queries.Select(query => $"new RequireQueryAttribute({query.Arguments})"));
        metadata.AddRange(plan.Literals.Select(literals => $"new RequireLiteralsAttribute({literals})"));
        metadata.AddRange(plan.Operation.Security.Select(SecurityOf).Distinct());
        if (ServerMetadata.ConsumedBy(plan) is { IsEmpty: false } consumed)
            metadata.Add($"new AcceptsMetadata([{string.Join(", ", consumed)}]{AcceptedOf(plan)})");
        if (ServerMetadata.PartsOf(plan) is { IsEmpty: false } parts)
            metadata.Add($"new PartNamesAttribute({string.Join(", ", parts)})");
        if (ServerMetadata.FormNamesOf(plan) is { } names)
            metadata.Add($"new FormNamesAttribute({string.Join(", ", names.Arguments)}){(names.Settings.IsEmpty ? "" : $" {{ {string.Join(", ", names.Settings)} }}")}");
        metadata.AddRange(ServerMetadata.FormsOf(plan).Select(form => $"new FormCaseAttribute({string.Join(", ", form.Arguments)}){(form.Settings.IsEmpty ? "" : $" {{ {string.Join(", ", form.Settings)} }}")}"));
        metadata.AddRange(ServerMetadata.FormPartsOf(api, plan).Select(part => $"new FormCasePartAttribute{part.Types}({string.Join(", ", part.Arguments)}){(part.Settings.IsEmpty ? "" : $" {{ {string.Join(", ", part.Settings)} }}")}"));
        metadata.AddRange(ServerMetadata.FileTypesOf(plan).Select(part => $"new PartTypesAttribute({string.Join(", ", part)})"));
        metadata.AddRange(ServerMetadata.RequiredHeadersOf(plan).Select(part => $"new PartHeadersAttribute({string.Join(", ", part)})"));
        metadata.AddRange(ServerMetadata.TypedHeadersOf(plan).Select(header => $"new PartHeaderAttribute{header.Types}({string.Join(", ", header.Arguments)}){(header.Settings.IsEmpty ? "" : $" {{ {string.Join(", ", header.Settings)} }}")}"));
        metadata.AddRange(ServerMetadata.ResponsesOf(plan).Select(ProducesOf));
        return metadata.ToImmutable();
    }

    private static string SecurityOf(SecurityRequirement requirement)
    {
        var (schemes, scopes) = ServerMetadata.SecurityOf(requirement);
        var settings = scopes.IsEmpty ? "" : $" {{ Scopes = [{string.Join(", ", scopes)}] }}";
        return $"new RequireSecurityAttribute({string.Join(", ", schemes)}){settings}";
    }

    private static string AcceptedOf(OperationPlan plan)
    {
        var type = EndpointDescriptions.BodyTypeOf(plan) is { } name ? $", typeof({name})" : "";
        return plan.Operation.Body!.IsRequired ? type : $"{type}, isOptional: true";
    }

    private static string ProducesOf(DescribedResponse response)
    {
        var media = string.Join(", ", response.MediaTypes);
        return (response.Status.IsDefault, response.Type?.Text) switch
        {
            (true, null) => "new ProducesDefaultResponseTypeAttribute()",
            (true, { } type) => $"new ProducesDefaultAttribute(typeof({type}), {media})",
            (false, null) => $"new ProducesResponseTypeMetadata({response.Status}, typeof(void))",
            (false, { } type) when response.HasRange => $"new ProducesRangeAttribute(typeof({type}), {response.Status}, {media})",
            (false, { } type) => $"new ProducesResponseTypeMetadata({response.Status}, typeof({type}), [{media}])",
        };
    }
}
