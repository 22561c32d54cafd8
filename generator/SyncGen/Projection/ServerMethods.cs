using SyncGen.Modeling;

namespace SyncGen.Projection;

/// <summary>Decides the methods of a handler and the actions of a controller.</summary>
internal static class ServerMethods
{
    private const int WidestSignature = 110;
    private const string Token = "CancellationToken cancellationToken";

    public static ServerMethod Of(ApiModel api, OperationPlan plan, string prefix)
    {
        var parameters = plan.Arguments.Select(ParameterOf).ToImmutableArray();
        return new ServerMethod(
            DocumentationOf(plan),
            ReservedNames.IsControllerMember(plan.Name) ? plan.Name + "Action" : plan.Name,
            plan.Name + "Async",
            plan.ResultName,
            AttributesOf(api, plan, prefix),
            [.. parameters, Token],
            !plan.Arguments.IsEmpty,
            [.. plan.Arguments.Select(argument => $"[{ServerBindings.Of(api, argument, plan.Body)}] {ParameterOf(argument)}"), Token],
            string.Join(", ", plan.Arguments.Select(argument => argument.Name).Append("cancellationToken")),
            parameters.Sum(parameter => parameter.Length + 2) + Token.Length + plan.Name.Length + plan.ResultName.Length > WidestSignature);
    }

    /// <summary>The namespaces that the signatures need.</summary>
    public static IEnumerable<string> SignatureUsings(OperationPlan plan) => plan.Arguments.SelectMany(argument => argument.Kind switch
    {
        ArgumentKind.File => ["Microsoft.AspNetCore.Http"],
        ArgumentKind.Files => ["System.Collections.Generic", "Microsoft.AspNetCore.Http"],
        _ => argument.Type.Usings,
    });

    /// <summary>The namespaces that the actions need.</summary>
    public static IEnumerable<string> ActionUsings(OperationPlan plan) =>
    [
        .. SignatureUsings(plan),
        .. plan.Arguments.Any(argument => argument.IsRequired) ? new[] { "Microsoft.AspNetCore.Mvc.ModelBinding" } : [],
        .. plan.Answers.Where(answer => answer.Body is not null).SelectMany(answer => answer.Body!.Type.Usings),
    ];

    private static string ParameterOf(Argument argument) => argument.Kind switch
    {
        ArgumentKind.File => $"IFormFile{(argument.IsRequired ? "" : "?")} {argument.Name}",
        ArgumentKind.Files => $"IReadOnlyList<IFormFile>{(argument.IsRequired ? "" : "?")} {argument.Name}",
        _ => $"{argument.TypeText} {argument.Name}",
    };

    private static ImmutableArray<string> AttributesOf(ApiModel api, OperationPlan plan, string prefix)
    {
        var attributes = ImmutableArray.CreateBuilder<string>();
        attributes.Add(VerbOf(api, plan.Operation, prefix));
        foreach (var pair in Routes.QueryOf(plan.Operation.Path).Split('&', StringSplitOptions.RemoveEmptyEntries))
            attributes.Add($"RequireQuery({string.Join(", ", pair.Split('=', 2).Select(Uri.UnescapeDataString).Select(Literal.Text))})");
        attributes.AddRange(plan.Operation.Security.Select(SecurityOf).Distinct());
        if (plan.Body is { } body && body.MediaTypes.All(type => !type.Contains('*', StringComparison.Ordinal)))
            attributes.Add($"Consumes({string.Join(", ", body.MediaTypes.Select(MediaKinds.EssenceOf).Distinct().Select(Literal.Text))})");
        attributes.AddRange(plan.Answers.Where(answer => !answer.Status.IsRange).Select(ProducesOf));
        return attributes.ToImmutable();
    }

    private static string VerbOf(ApiModel api, Operation operation, string prefix)
    {
        var own = ApiAddresses.RoutePrefix(api, operation).Trim('/');
        var template = Routes.Template(operation.Path);
        // A route with a leading slash stands by itself.
        var route = prefix.Length > 0 ? template : own.Length == 0 ? template : $"{Routes.Escape(own)}/{template}".TrimEnd('/');
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
        var schemes = string.Join(", ", requirement.Schemes.Select(scheme => Literal.Text(scheme.Scheme)));
        var scopes = requirement.Schemes.SelectMany(scheme => scheme.Scopes).Distinct().Select(Literal.Text).ToArray();
        if (scopes.Length > 0)
            return $"RequireSecurity({schemes}, Scopes = [{string.Join(", ", scopes)}])";
        return schemes.Length == 0 ? "RequireSecurity" : $"RequireSecurity({schemes})";
    }

    private static string ProducesOf(Answer answer)
    {
        var media = answer.Body is { } body ? string.Concat(TypesOf(body).Select(name => $", {Literal.Text(name)}")) : "";
        return (answer.Status.IsDefault, answer.Body?.Type.Text) switch
        {
            (true, null) => "ProducesDefaultResponseType",
            (true, { } type) => $"ProducesDefaultResponseType(typeof({type}))",
            (false, null) => $"ProducesResponseType({answer.Status})",
            // An attribute cannot have a type argument that says where references may be null.
            (false, { } type) when type.Contains('?', StringComparison.Ordinal) => $"ProducesResponseType(typeof({type}), {answer.Status}{media})",
            (false, { } type) => $"ProducesResponseType<{type}>({answer.Status}{media})",
        };
    }

    /// <summary>The media types that the answer can have; none when the author of the server chooses from a range.</summary>
    private static IEnumerable<string> TypesOf(BodyPlan body)
    {
        if (body.Kind == MediaKind.Json)
            return body.MediaTypes.Select(type => MediaKinds.Concrete(type, body.Kind)).Distinct();
        return body.MediaTypes.Any(type => type.Contains('*', StringComparison.Ordinal)) ? [] : body.MediaTypes;
    }

    private static ImmutableArray<string> DocumentationOf(OperationPlan plan)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.AddRange(plan.Documentation);
        foreach (var argument in plan.Arguments)
            lines.AddRange(DocComment.Parameter(argument.Name, argument.Description, argument.Kind == ArgumentKind.Body ? "The body of the request." : $"The parameter '{argument.WireName}'."));
        lines.AddRange(DocComment.Parameter("cancellationToken", null, "Is cancelled when the caller goes away."));
        lines.AddRange(DocComment.Element("returns", null, "One of the answers that the contract documents."));
        return lines.ToImmutable();
    }
}
