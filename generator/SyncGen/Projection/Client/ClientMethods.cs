namespace SyncGen.Projection;

/// <summary>Decides the methods of a client.</summary>
internal static class ClientMethods
{
    private const int WidestSignature = 110;

    /// <param name="sent">The plan with the arguments as they are sent.</param>
    public static ClientMethod Of(OperationPlan plan, OperationPlan sent, string? ownServer, string prefix, ImmutableArray<string> credentials, ImmutableArray<string> checks, ImmutableArray<string> forms)
    {
        var request = plan.LocalOf("request");
        var response = plan.LocalOf("response");
        var arms = ClientArms.Of(plan, response);
        var refusals = arms.Where(arm => arm.IsRefusal).ToImmutableArray();
        var isSimplyRefused = refusals is [{ Expression: var refusal }] && refusal.EndsWith(".ToExceptionAsync()", StringComparison.Ordinal);
        var success = SuccessOf(plan, response);
        var sequence = SequenceOf(plan);
        var returned = ReturnTypeOf(plan);
        var token = "CancellationToken cancellationToken = default";
        var parameters = plan.Arguments.Select(argument => ParameterOf(argument)).ToImmutableArray();
        return new ClientMethod(
            DocumentationOf(plan, isChecked: !checks.IsEmpty || !forms.IsEmpty),
            plan.Operation.IsDeprecated,
            returned ?? "",
            sequence is not null ? $"IAsyncEnumerable<{ItemOf(sequence)}>" : returned is null ? "Task" : $"Task<{returned}>",
            plan.Name + "Async",
            [.. parameters, token],
            [.. parameters, sequence is null ? token : "[EnumeratorCancellation] " + token],
            parameters.Sum(parameter => parameter.Length + 2) + token.Length + plan.Name.Length + (returned?.Length ?? 0) > WidestSignature,
            request,
            response,
            plan.LocalOf("check"),
            ConstructionOf(plan, ownServer, prefix),
            checks,
            [.. StepsOf(sent).Select(step => $"{request}.{step}"), .. AcceptOf(plan, request), .. credentials.Select(scheme => $"{request}.AddSecurity({scheme})")],
            sequence is null && returned is not null,
            sequence is null && returned is null,
            sequence is not null,
            arms,
            refusals,
            isSimplyRefused,
            success,
            sequence is null ? "" : ItemsOf(sequence, response))
        {
            IsPlain = isSimplyRefused && success == $"{response}.Status is {ClientArms.AnySuccess}",
            FormParts = forms.IsEmpty ? "" : $"{Literal.Boolean(sent.Operation.Body!.IsRequired)}, [{ClientForms.PartsOf(sent)}]",
            Forms = forms,
        };
    }

    /// <summary>The only success when its items come one by one.</summary>
    private static BodyPlan? SequenceOf(OperationPlan plan) =>
        plan.ResponseName is null && plan.Successes.FirstOrDefault()?.Body is { IsSequence: true } body ? body : null;

    /// <summary>The type that the task gives, or null when it gives nothing.</summary>
    private static string? ReturnTypeOf(OperationPlan plan) => plan.ResponseName ?? plan.Successes.FirstOrDefault()?.Body?.ReceivedType;

    private static string ItemOf(BodyPlan body) => body is { Kind: MediaKind.Events, Data: null } ? $"ServerSentEvent<{body.TypeText}>" : body.TypeText;

    private static string ItemsOf(BodyPlan body, string response) => body.Data is { } data ? $"{response}.ReadEventItemsAsync{body.TypeArguments}(cancellationToken{data.ReaderArguments})"
        : body.Kind == MediaKind.Events ? $"{response}.ReadEventsAsync{(body.IsPlain ? "" : body.TypeArguments)}(cancellationToken)"
        : $"{response}.ReadLinesAsync{body.TypeArguments}(cancellationToken)";

    private static string ParameterOf(Argument argument) =>
        argument.MustBePassed ? $"{argument.ClientTypeText} {argument.Name}" : $"{argument.ClientTypeText} {argument.Name} = null";

    /// <summary>The condition of a success, for a method without a value.</summary>
    private static string SuccessOf(OperationPlan plan, string response) => plan.Successes.FirstOrDefault() switch
    {
        { Body: not null, Status: { IsSuccess: true, IsRange: false } } success => ClientArms.SuccessOf(success, response),
        { Status: { IsSuccess: false, IsDefault: false } status } => $"{response}.Status is {ClientArms.PatternOf(status)} or ({ClientArms.AnySuccess})",
        _ => $"{response}.Status is {ClientArms.AnySuccess}",
    };

    private static string ConstructionOf(OperationPlan plan, string? ownServer, string prefix)
    {
        var method = plan.Operation.Method switch
        {
            "GET" or "PUT" or "POST" or "DELETE" or "OPTIONS" or "HEAD" or "PATCH" or "TRACE" =>
                $"HttpMethod.{plan.Operation.Method[0]}{plan.Operation.Method[1..].ToLowerInvariant()}",
            var other => $"new HttpMethod({Literal.Text(other)})",
        };
        var construction = $"({method}, {Literal.Text(prefix + plan.Operation.Path)})";
        string[] settings =
        [
            .. ownServer is null ? Array.Empty<string>() : [$"Server = new Uri({Literal.Text(ownServer)})"],
            .. plan.Arguments.FirstOrDefault(argument => argument.Kind == ArgumentKind.Address) is { } address ? new[] { $"Address = {address.Name} ?? throw new ArgumentNullException(nameof({address.Name}))" } : [],
            .. ClientForms.MultipartTypeOf(plan) is { } type ? new[] { $"MultipartType = {Literal.Text(type)}" } : [],
        ];
        return settings.Length == 0 ? construction : $"{construction} {{ {string.Join(", ", settings)} }}";
    }

    /// <summary>All media types that can be read, the less wanted ones of a status after the others.</summary>
    private static IEnumerable<string> AcceptOf(OperationPlan plan, string request)
    {
        var types = plan.Responses
            .Where(documented => documented.Body is not null)
            .OrderBy(documented => !documented.IsSuccess)
            .SelectMany(documented => documented.Body!.MediaTypes, (documented, type) => (Type: type, IsWanted: IsWanted(plan, documented)))
            .GroupBy(accepted => accepted.Type)
            .Select(group => group.Any(accepted => accepted.IsWanted) ? group.Key : group.Key + ";q=0.9")
            .ToImmutableArray();
        return types.IsEmpty ? [] : [$"{request}.Accept({Literal.Text(string.Join(", ", types))})"];
    }

    /// <summary>The call has no response of the status that is preferred to this one.</summary>
    private static bool IsWanted(OperationPlan plan, ResponsePlan documented) =>
        documented.IsPreferred || !plan.Responses.Any(other => other.Status == documented.Status && other.IsPreferred);

    /// <summary>The calls that put the arguments into the request, those of a form last.</summary>
    private static IEnumerable<string> StepsOf(OperationPlan plan) =>
    [
        .. plan.Arguments.Where(argument => argument.RefusesNull).Select(argument => $"Require(nameof({argument.Name}), {argument.Name})"),
        .. plan.Arguments
            .Where(argument => argument is { Kind: ArgumentKind.Parameter or ArgumentKind.Body, Part: null })
            .Select(argument => argument.Kind == ArgumentKind.Body ? BodyCall(plan, argument) : ClientParameters.CallOf(argument)),
        .. plan.Body?.Kind is MediaKind.Form or MediaKind.Multipart ? ClientForms.CallsOf(plan) : [],
    ];

    private static string BodyCall(OperationPlan plan, Argument argument)
    {
        var body = plan.Body!;
        var mediaType = body.SentType;
        if (body.Kind == MediaKind.Lines)
            return $"SetItems{body.TypeArguments}({argument.Name}, {Literal.Text(mediaType)})";
        if (body.Kind != MediaKind.Json)
        {
            var open = plan.Arguments.FirstOrDefault(other => other.Kind == ArgumentKind.ContentType) is { } contentType ? $"{contentType.Name} ?? " : "";
            return $"{(body.Kind == MediaKind.Text ? "SetText" : "SetStream")}({argument.Name}, {open}{Literal.Text(mediaType)})";
        }

        var media = mediaType == "application/json" ? "" : $", {Literal.Text(mediaType)}";
        if (argument.IsRequired)
            return $"SetJson{body.TypeArguments}({argument.Name}{media})";
        return $"SetOptionalJson{argument.TypeArguments}({argument.Name}{media})";
    }

    private static ImmutableArray<string> DocumentationOf(OperationPlan plan, bool isChecked)
    {
        var lines = ImmutableArray.CreateBuilder<string>();
        lines.AddRange(plan.Documentation);
        foreach (var argument in plan.Arguments)
            lines.AddRange(DocComment.Parameter(argument.Name, DescriptionOf(argument), Describe(argument)));
        lines.AddRange(DocComment.Parameter("cancellationToken", null, "A token to cancel the operation."));
        if (plan.Successes.FirstOrDefault() is { } success && (plan.ResponseName is not null || success.Body is not null))
            lines.AddRange(DocComment.Element("returns", success.Description, "The response."));
        foreach (var error in plan.Responses.Where(documented => !documented.IsSuccess && documented.Body?.Kind is MediaKind.Json or MediaKind.Text or MediaKind.Stream))
            lines.AddRange(DocComment.Element("exception cref=\"ApiException{TError}\"", $"{error.Label}: {error.Description}", error.Label));
        lines.AddRange(DocComment.Element("exception cref=\"ApiException\"", null, "The server returned another response."));
        if (isChecked)
            lines.AddRange(DocComment.Element("exception cref=\"InvalidRequestException\"", null, "An argument is invalid, and requests are validated."));
        return lines.DrainToImmutable();
    }

    /// <summary>Markdown of what the contract says of an argument, and that it may be left out where it can have one value only.</summary>
    private static string? DescriptionOf(Argument argument) =>
        argument.Constant is null ? argument.Description
        : $"{(argument.Description is { } description ? description + "\n\n" : Describe(argument) + " ")}When null, the only value that the contract allows is sent.";

    private static string Describe(Argument argument) => argument.Kind switch
    {
        ArgumentKind.Body => "The body of the request.",
        ArgumentKind.Address => "The absolute address to send the request to, which the receiver has given.",
        _ when argument.Part is { } part => $"The header '{argument.WireName}' of the form field '{part}'.",
        ArgumentKind.Parameter => $"The {argument.Parameter!.Location.ToString().ToLowerInvariant()} parameter '{argument.WireName}'.",
        _ when argument.Field is { IsWhole: true } => "The form.",
        _ when argument.Field is { Layout: FieldLayout.Members or FieldLayout.JsonMembers } || argument.Kind is ArgumentKind.FileMap or ArgumentKind.FilesMap => "The form fields that have no parameter of their own.",
        _ => $"The form field '{argument.WireName}'.",
    };
}
