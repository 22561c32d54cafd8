namespace SyncGen.Projection;

/// <summary>Decides the answers of operations that give more than a body.</summary>
internal static class ClientAnswers
{
    public static ClientAnswer Of(OperationPlan plan)
    {
        var cases = plan.Cases;
        return new ClientAnswer(
            Files.NameOf("Client", plan.AnswerName!),
            DocComment.Of(null, $"What {plan.Title} answers."),
            plan.AnswerName!,
            cases.Length > 1,
            [.. cases.Select(CaseOf)]);
    }

    private static ClientAnswerCase CaseOf(Answer answer)
    {
        var documentation = ImmutableArray.CreateBuilder<string>();
        documentation.AddRange(DocComment.Of($"{answer.Label}: {answer.Description}", answer.Label));
        var components = ImmutableArray.CreateBuilder<string>();
        if (answer.Status.IsRange || answer.Status.IsDefault)
        {
            components.Add("int StatusCode");
            documentation.AddRange(DocComment.Parameter("StatusCode", null, "The HTTP status."));
        }

        if (answer.Body is { } body)
        {
            // Items that come one by one are only read by methods that give nothing else.
            components.Add($"{(body.IsSequence ? "FileResponse" : body.ReceivedType)} Body");
            documentation.AddRange(DocComment.Parameter("Body", null, "What the answer carries."));
        }

        foreach (var header in answer.Headers)
        {
            components.Add($"{header.Type.Annotated(!header.IsExpected)} {header.Name}");
            documentation.AddRange(DocComment.Parameter(header.Name, header.Description, header.IsExpected ? $"The header '{header.WireName}'." : $"The header '{header.WireName}'; null when it is absent or malformed."));
        }

        return new ClientAnswerCase(documentation.ToImmutable(), answer.Name, components.ToImmutable());
    }
}
