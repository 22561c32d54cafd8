namespace SyncGen.Projection;

/// <summary>Decides the results: a factory for each answer that the contract documents.</summary>
internal static class ServerResults
{
    public static ServerResult Of(OperationPlan plan)
    {
        var names = new NameTable(StringComparer.Ordinal);
        foreach (var taken in new[] { "StatusCode", "ExecuteAsync", "ExecuteResultAsync", "InRange", "SetHeader", "SetHeaderLines", "SetRequiredHeader", "SetRequiredHeaderLines", plan.ResultName })
            names.TryAdd(taken, "");
        var answers = plan.Answers.Select(answer => (Answer: answer, Name: names.Add(answer.Name, answer.Name, answer.Name, answer.Name + "Answer"))).ToImmutableArray();
        return new ServerResult(
            Files.NameOf("Server", plan.ResultName),
            DocComment.Of(null, $"The answers of {plan.Title} that the contract documents."),
            plan.ResultName,
            [.. answers.Select(entry => FactoryOf(entry.Answer, entry.Name))],
            ConversionsOf(answers));
    }

    private static ServerFactory FactoryOf(Answer answer, string name)
    {
        var hasStatus = answer.Status.IsRange || answer.Status.IsDefault;
        var status = hasStatus ? $"InRange(statusCode, {Math.Max(answer.Status.First, 200)}, {Math.Min(answer.Status.Last, 599)})" : answer.Status.ToString();
        var documentation = ImmutableArray.CreateBuilder<string>();
        var parameters = ImmutableArray.CreateBuilder<string>();
        documentation.AddRange(DocComment.Of($"{answer.Label}: {answer.Description}", answer.Label));
        if (hasStatus)
        {
            parameters.Add("int statusCode");
            documentation.AddRange(DocComment.Parameter("statusCode", null, "The HTTP status."));
        }

        if (answer.Body is { } body)
        {
            parameters.Add(body.IsSequence ? $"IAsyncEnumerable<{body.TypeText}> body" : $"{body.TypeText} body");
            documentation.AddRange(DocComment.Parameter("body", null, "What the answer carries."));
            if (body.HasOpenType)
            {
                parameters.Add("string mediaType");
                documentation.AddRange(DocComment.Parameter("mediaType", null, $"The media type of the body: {string.Join(", ", body.MediaTypes)}."));
            }
        }

        AddHeaders(isRequired: true);
        if (answer.Body is { Kind: MediaKind.Stream })
        {
            parameters.Add("string? fileName = null");
            documentation.AddRange(DocComment.Parameter("fileName", null, "The file name to suggest, as Content-Disposition: attachment."));
            if (!HasLengthHeader(answer))
            {
                parameters.Add("long? contentLength = null");
                documentation.AddRange(DocComment.Parameter("contentLength", null, "The number of bytes, where the stream does not tell it."));
            }
        }

        AddHeaders(isRequired: false);
        documentation.AddRange(DocComment.Element("returns", null, "The answer."));
        return new ServerFactory(
            documentation.ToImmutable(),
            name,
            parameters.ToImmutable(),
            $"({status}, {(answer.Body is null ? "null" : BodyOf(answer, answer.Body))})",
            !answer.Headers.IsEmpty,
            [.. answer.Headers.Select(HeaderOf)]);

        void AddHeaders(bool isRequired)
        {
            foreach (var header in answer.Headers.Where(header => header.IsRequired == isRequired))
            {
                parameters.Add(isRequired ? $"{header.Type.Text} {LocalOf(header)}" : $"{header.Type.Text}? {LocalOf(header)} = null");
                documentation.AddRange(DocComment.Parameter(LocalOf(header), header.Description, $"The header '{header.WireName}'."));
            }
        }
    }

    private static string LocalOf(AnswerHeader header) => Identifier.Local(header.Name) is var name && name is "body" or "result" or "mediaType" or "statusCode" or "fileName" ? name + "Header" : Identifier.Local(header.Name);

    private static bool HasLengthHeader(Answer answer) => answer.Headers.Any(header => header.WireName.Equals("Content-Length", StringComparison.OrdinalIgnoreCase));

    private static string BodyOf(Answer answer, BodyPlan body)
    {
        var media = body.HasOpenType ? "mediaType" : Literal.Text(body.SentType);
        return body.Kind switch
        {
            MediaKind.Json when body.SentType == "application/json" => $"ApiResultBody.Json{body.TypeArguments}(body)",
            MediaKind.Json => $"ApiResultBody.Json{body.TypeArguments}(body, {media})",
            MediaKind.Events when body.IsPlain => "ApiResultBody.Events(body)",
            MediaKind.Events => $"ApiResultBody.Events{body.TypeArguments}(body)",
            MediaKind.Lines => $"ApiResultBody.Lines{body.TypeArguments}(body, {media})",
            MediaKind.Text => $"ApiResultBody.Text(body, {media})",
            _ => $"ApiResultBody.File(body, {media}, fileName{(HasLengthHeader(answer) ? "" : ", contentLength")})",
        };
    }

    private static string HeaderOf(AnswerHeader header)
    {
        var method = $"Set{(header.IsRequired ? "Required" : "")}{(header.Layout == HeaderLayout.Json ? "Json" : "")}Header{(header.Layout == HeaderLayout.Lines ? "Lines" : "")}";
        var types = header.Layout == HeaderLayout.Lines || (header.Type.Text == "string" && header.Layout != HeaderLayout.Json) ? "" : $"<{header.Type.Text}, {header.Type.Codec}>";
        return $"{method}{types}({Literal.Text(header.WireName)}, {LocalOf(header)})";
    }

    /// <summary>C# allows no conversion from an interface.</summary>
    private static ImmutableArray<ServerConversion> ConversionsOf(ImmutableArray<(Answer Answer, string Name)> answers)
    {
        var successes = answers.Where(entry => entry.Answer is { IsSuccess: true, IsPreferred: true, Body: not null }).ToImmutableArray();
        if (successes is not [var (answer, name)] || answer.Status.IsRange || answer.Status.IsDefault || answer.Body is not { } body || body.HasOpenType || body.IsSequence || body.IsNullable || answer.Headers.Any(header => header.IsRequired))
            return [];
        var isInterface = body.Type.Text.StartsWith("IReadOnly", StringComparison.Ordinal);
        return isInterface ? [] : [new ServerConversion(body.TypeText, name)];
    }
}
