namespace SyncGen.Projection;

/// <summary>Decides the results: a factory for each response that the contract documents.</summary>
internal static class ServerResults
{
    public static ServerResult Of(OperationPlan plan)
    {
        var names = new NameTable(StringComparer.Ordinal);
        foreach (var taken in new[] { "StatusCode", "ExecuteAsync", "ExecuteResultAsync", "InRange", "SetHeader", "SetHeaderLines", "SetRequiredHeader", "SetRequiredHeaderLines", "Documented", plan.ResultName })
            names.TryAdd(taken, "");
        var responses = plan.Responses.Select(response => (Plan: response, Name: names.Add(response.Name, response.Name, response.Name, response.Name + "Response"))).ToImmutableArray();
        return new ServerResult(
            Files.NameOf("Server", plan.ResultName),
            DocComment.Of(null, $"The responses of {plan.Title} that the contract documents."),
            plan.ResultName,
            [.. responses.Select(entry => FactoryOf(entry.Plan, entry.Name))],
            ConversionsOf(responses));
    }

    private static ServerFactory FactoryOf(ResponsePlan response, string name)
    {
        var hasStatus = response.Status.IsRange || response.Status.IsDefault;
        var status = hasStatus ? $"InRange(statusCode, {Math.Max(response.Status.First, 200)}, {Math.Min(response.Status.Last, 599)}{(response is { Body: not null, Status.First: <= 304 } ? ", hasBody: true" : "")})" : response.Status.ToString();
        var documentation = ImmutableArray.CreateBuilder<string>();
        var parameters = ImmutableArray.CreateBuilder<string>();
        documentation.AddRange(DocComment.Of($"{response.Label}: {response.Description}", response.Label));
        if (hasStatus)
        {
            parameters.Add("int statusCode");
            documentation.AddRange(DocComment.Parameter("statusCode", null, "The HTTP status."));
        }

        if (response.Body is { } body)
        {
            parameters.Add(body.IsSequence ? $"IAsyncEnumerable<{body.TypeText}> body" : $"{body.TypeText} body");
            documentation.AddRange(DocComment.Parameter("body", null, "The response body."));
            if (body.HasOpenType)
            {
                parameters.Add("string mediaType");
                documentation.AddRange(DocComment.Parameter("mediaType", null, $"The media type of the body: {string.Join(", ", body.MediaTypes)}. Any other throws an ArgumentException."));
            }
        }

        AddHeaders(isRequired: true);
        if (response.Body is { Kind: MediaKind.Stream })
        {
            parameters.Add("string? fileName = null");
            documentation.AddRange(DocComment.Parameter("fileName", null, $"The file name to suggest, as Content-Disposition: attachment{(HasHeader(response, "Content-Disposition") ? "; not used beside that header" : "")}."));
            if (!HasHeader(response, "Content-Length"))
            {
                parameters.Add("long? contentLength = null");
                documentation.AddRange(DocComment.Parameter("contentLength", null, "The number of bytes, if the stream does not know its length."));
            }
        }

        AddHeaders(isRequired: false);
        documentation.AddRange(DocComment.Element("returns", null, "The response."));
        return new ServerFactory(
            documentation.ToImmutable(),
            name,
            parameters.ToImmutable(),
            $"({status}, {(response.Body is null ? "null" : BodyOf(response, response.Body))})",
            !response.Headers.IsEmpty,
            [.. response.Headers.Select(HeaderOf)]);

        void AddHeaders(bool isRequired)
        {
            foreach (var header in response.Headers.Where(header => header.IsRequired == isRequired))
            {
                parameters.Add(isRequired ? $"{header.Type.Text} {LocalOf(header)}" : $"{header.Type.Text}? {LocalOf(header)} = null");
                documentation.AddRange(DocComment.Parameter(LocalOf(header), header.Description, $"The header '{header.WireName}'."));
            }
        }
    }

    private static string LocalOf(HeaderPlan header) => Identifier.Local(header.Name) is var name && name is "body" or "result" or "mediaType" or "statusCode" or "fileName" ? name + "Header" : Identifier.Local(header.Name);

    private static bool HasHeader(ResponsePlan response, string name) => response.Headers.Any(header => header.WireName.Equals(name, StringComparison.OrdinalIgnoreCase));

    private static string BodyOf(ResponsePlan response, BodyPlan body)
    {
        var media = body.HasOpenType ? $"Documented(mediaType, {body.TypeLiterals})" : Literal.Text(body.SentType);
        return body.Kind switch
        {
            MediaKind.Json when body.SentType == "application/json" => $"ApiResultBody.Json{body.TypeArguments}(body)",
            MediaKind.Json => $"ApiResultBody.Json{body.TypeArguments}(body, {media})",
            MediaKind.Events when body.Data is { } data => $"EventBody.OfItems{body.TypeArguments}(body{data.Arguments})",
            MediaKind.Events when body.IsPlain => "EventBody.Of(body)",
            MediaKind.Events => $"EventBody.Of{body.TypeArguments}(body)",
            MediaKind.Lines => $"ApiResultBody.Lines{body.TypeArguments}(body, {media})",
            MediaKind.Text => $"ApiResultBody.Text(body, {media})",
            _ => $"ApiResultBody.File(body, {media}, fileName{(HasHeader(response, "Content-Length") ? "" : ", contentLength")})",
        };
    }

    private static string HeaderOf(HeaderPlan header)
    {
        var method = $"Set{(header.IsRequired ? "Required" : "")}{(header.Layout == HeaderLayout.Json ? "Json" : "")}Header{(header.Layout == HeaderLayout.Lines ? "Lines" : "")}";
        var types = header.Layout == HeaderLayout.Lines || (header.Type.Text == "string" && header.Layout != HeaderLayout.Json) ? "" : $"<{header.Type.Text}, {header.Type.Codec}>";
        return $"{method}{types}({Literal.Text(header.WireName)}, {LocalOf(header)})";
    }

    /// <summary>C# allows no conversion from an interface.</summary>
    private static ImmutableArray<ServerConversion> ConversionsOf(ImmutableArray<(ResponsePlan Plan, string Name)> responses)
    {
        var successes = responses.Where(entry => entry.Plan is { IsSuccess: true, IsPreferred: true, Body: not null }).ToImmutableArray();
        if (successes is not [var (response, name)] || response.Status.IsRange || response.Status.IsDefault || response.Body is not { } body || body.HasOpenType || body.IsSequence || body.IsNullable || response.Headers.Any(header => header.IsRequired))
            return [];
        var isInterface = body.Type.Text.StartsWith("IReadOnly", StringComparison.Ordinal);
        return isInterface ? [] : [new ServerConversion(body.TypeText, name)];
    }
}
