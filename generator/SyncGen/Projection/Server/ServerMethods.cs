using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides the methods of a handler and the actions of a controller.</summary>
internal static class ServerMethods
{
    private const int WidestSignature = 110;
    private const string Token = "CancellationToken cancellationToken";

    public static ServerMethod Of(ApiModel api, OperationPlan plan, string route, ImmutableArray<string> actions, ImmutableArray<ArgumentCheck> checks, ApiNamespace @namespace)
    {
        var parameters = plan.Arguments.Select(HandlerParameterOf).ToImmutableArray();
        return new ServerMethod(
            DocumentationOf(plan),
            ActionOf(plan),
            plan.Name + "Async",
            plan.ResultName,
            AttributesOf(api, plan, route),
            [.. parameters, Token],
            !plan.Arguments.IsEmpty,
            [.. plan.Arguments.Select(argument => $"[{ServerBindings.AttributesOf(api, argument, plan.Body)}] {ParameterOf(argument)}"), Token],
            string.Join(", ", plan.Arguments.Select(argument => ArgumentOf(argument, actions, @namespace)).Append("cancellationToken")),
            plan.LocalOf("check"),
            checks,
            parameters.Sum(parameter => parameter.Length + 2) + Token.Length + plan.Name.Length + plan.ResultName.Length > WidestSignature);
    }

    /// <summary>The name of a controller's action: not that of a member it inherits, nor what another operation's method could be called.</summary>
    public static string ActionOf(OperationPlan plan) =>
        ReservedNames.IsControllerMember(plan.Name) || plan.Name.EndsWith("Async", StringComparison.Ordinal) ? plan.Name + "Action" : plan.Name;

    /// <summary>The type of a parameter of the handler. The author of a server never sees that a value was left out which the contract has a default for.</summary>
    public static string HandlerTypeOf(Argument argument) => argument.Default is null ? TypeOf(argument) : argument.Type.Text;

    private static string HandlerParameterOf(Argument argument) => $"{HandlerTypeOf(argument)} {argument.Name}";

    /// <summary>What an action passes on.</summary>
    private static string ArgumentOf(Argument argument, ImmutableArray<string> actions, ApiNamespace @namespace) => argument.Default is { } value
        ? $"{argument.Name} ?? {EnumMembers.Qualified(value, @namespace, first => actions.Contains(first) || ReservedNames.IsControllerMember(first))}"
        : argument.Name;

    private static string TypeOf(Argument argument) => argument.ServerType.Annotated(!argument.IsRequired || argument.IsNullable);

    private static string ParameterOf(Argument argument) => $"{TypeOf(argument)} {argument.Name}";

    private static ImmutableArray<string> AttributesOf(ApiModel api, OperationPlan plan, string route)
    {
        var attributes = ImmutableArray.CreateBuilder<string>();
        attributes.Add(VerbOf(plan.Operation, Routes.ForController(route)));
        attributes.Add($"ContractOperation(nameof({plan.Name}Async){(plan.IsDescribed ? $", {Literal.Text(plan.Id)}" : "")})");
        attributes.AddRange(plan.Queries.Select(query => $"RequireQuery({query.Arguments})"));
        attributes.AddRange(plan.Literals.Select(literals => $"RequireLiterals({literals})"));
        attributes.AddRange(plan.Operation.Security.Select(SecurityOf).Distinct());
        if (ServerMetadata.ConsumedBy(plan) is { Length: > 0 } consumed)
            attributes.Add($"Consumes({string.Join(", ", consumed)})");
        if (ServerMetadata.ConsumedByDefault(plan) is { Length: > 0 } types)
            attributes.Add($"ConsumesByDefault({string.Join(", ", types)})");
        if (ServerMetadata.PartsOf(plan) is { Length: > 0 } parts)
            attributes.Add($"PartNames({string.Join(", ", parts)})");
        if (ServerMetadata.FormNamesOf(plan) is { } names)
            attributes.Add(names.Arguments.IsEmpty ? "FormNames" : $"FormNames({string.Join(", ", names.Arguments.AddRange(names.Settings))})");
        attributes.AddRange(ServerMetadata.FormsOf(plan).Select(form => $"FormCase({string.Join(", ", form.Arguments.AddRange(form.Settings))})"));
        // An attribute's type argument cannot say where references may be null.
        attributes.AddRange(ServerMetadata.FormPartsOf(api, plan).Select(part => part.Types.Contains('?', StringComparison.Ordinal)
            ? $"FormCasePartOf(typeof(FormCasePartAttribute{part.Types}), {string.Join(", ", part.Arguments.AddRange(part.Settings))})"
            : $"FormCasePart{part.Types}({string.Join(", ", part.Arguments.AddRange(part.Settings))})"));
        attributes.AddRange(ServerMetadata.FileTypesOf(plan).Select(part => $"PartTypes({string.Join(", ", part)})"));
        attributes.AddRange(ServerMetadata.RequiredHeadersOf(plan).Select(part => $"PartHeaders({string.Join(", ", part)})"));
        attributes.AddRange(ServerMetadata.TypedHeadersOf(plan).Select(header => $"PartHeader{header.Types}({string.Join(", ", header.Arguments.AddRange(header.Settings))})"));
        attributes.AddRange(ServerMetadata.ResponsesOf(plan).Select(ProducesOf));
        attributes.AddRange(plan.IsDescribed ? DescriptionOf(plan) : ["ApiExplorerSettings(IgnoreApi = true)"]);
        return attributes.ToImmutable();
    }

    /// <summary>What is there for descriptions of the API alone.</summary>
    private static IEnumerable<string> DescriptionOf(OperationPlan plan)
    {
        if (ServerMetadata.DescribedBy(plan) is { Length: > 0 } types)
            yield return $"BodyTypes({string.Join(", ", types)})";
        if (plan.Summary is { } summary)
            yield return $"EndpointSummary({Literal.Text(summary)})";
        if (!plan.Operation.Tags.IsEmpty)
            yield return $"Tags({string.Join(", ", plan.Operation.Tags.Select(Literal.Text))})";
        if (plan.Operation.IsDeprecated)
            yield return "Obsolete(\"The contract marks this operation as deprecated.\")";
    }

    private static string VerbOf(Operation operation, string route)
    {
        var text = route.Length == 0 ? "" : Literal.Text(route);
        var verb = operation.Method switch
        {
            "GET" or "PUT" or "POST" or "DELETE" or "OPTIONS" or "HEAD" or "PATCH" => $"Http{operation.Method[0]}{operation.Method[1..].ToLowerInvariant()}",
            _ => null,
        };
        if (verb is null)
            return $"AcceptVerbs({Literal.Text(operation.Method)}{(text.Length == 0 ? "" : $", Route = {text}")})";
        return text.Length == 0 ? verb : $"{verb}({text})";
    }

    private static string SecurityOf(SecurityRequirement requirement)
    {
        var (schemes, scopes) = ServerMetadata.SecurityOf(requirement);
        string[] arguments = [.. schemes, .. scopes.IsEmpty ? [] : new[] { $"Scopes = [{string.Join(", ", scopes)}]" }];
        return arguments.Length == 0 ? "RequireSecurity" : $"RequireSecurity({string.Join(", ", arguments)})";
    }

    private static string ProducesOf(DescribedResponse response)
    {
        var media = string.Concat(response.MediaTypes.Select(name => $", {name}"));
        return (response.Status.IsDefault, response.Type?.Text) switch
        {
            (true, null) => "ProducesDefaultResponseType",
            (true, { } type) => $"ProducesDefault(typeof({type}){media})",
            (false, null) => $"ProducesResponseType({response.Status})",
            (false, { } type) when response.HasRange => $"ProducesRange(typeof({type}), {response.Status}{media})",
            // An attribute cannot have a type argument that says where references may be null.
            (false, { } type) when type.Contains('?', StringComparison.Ordinal) => $"ProducesResponseType(typeof({type}), {response.Status}{media})",
            (false, { } type) => $"ProducesResponseType<{type}>({response.Status}{media})",
        };
    }

    private static ImmutableArray<string> DocumentationOf(OperationPlan plan)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.AddRange(plan.Documentation);
        foreach (var argument in plan.Arguments)
            lines.AddRange(DocComment.Parameter(argument.Name, argument.Description, argument.Kind == ArgumentKind.Body ? "The body of the request." : $"The parameter '{argument.WireName}'."));
        lines.AddRange(DocComment.Parameter("cancellationToken", null, "A token that is canceled when the caller disconnects."));
        lines.AddRange(DocComment.Element("returns", null, "One of the responses that the contract documents."));
        return lines.ToImmutable();
    }
}
