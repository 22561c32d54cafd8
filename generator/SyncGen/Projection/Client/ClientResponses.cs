namespace SyncGen.Projection;

/// <summary>Decides the responses of operations that give more than a body.</summary>
internal static class ClientResponses
{
    public static ClientResponse Of(OperationPlan plan)
    {
        var cases = plan.Cases;
        return new ClientResponse(
            Files.NameOf("Client", plan.ResponseName!),
            DocComment.Of(null, $"What {plan.Title} returns."),
            plan.ResponseName!,
            cases.Length > 1,
            [.. cases.Select(CaseOf)]);
    }

    private static ClientResponseCase CaseOf(ResponsePlan response)
    {
        var documentation = ImmutableArray.CreateBuilder<string>();
        documentation.AddRange(DocComment.Of($"{response.Label}: {response.Description}", response.Label));
        var components = ImmutableArray.CreateBuilder<string>();
        if (response.Status.IsRange || response.Status.IsDefault)
        {
            components.Add("int StatusCode");
            documentation.AddRange(DocComment.Parameter("StatusCode", null, "The HTTP status."));
        }

        if (response.Body is { } body)
        {
            // Items that come one by one are only read by methods that give nothing else.
            components.Add($"{(body.IsSequence ? "FileResponse" : body.ReceivedType)} Body");
            documentation.AddRange(DocComment.Parameter("Body", null, "The response body."));
        }

        foreach (var header in response.Headers)
        {
            components.Add($"{header.Type.Annotated(!header.IsExpected)} {header.Name}");
            documentation.AddRange(DocComment.Parameter(header.Name, header.Description, header.IsExpected ? $"The header '{header.WireName}'." : $"The header '{header.WireName}'; null when it is absent or malformed."));
        }

        return new ClientResponseCase(documentation.ToImmutable(), response.Name, components.ToImmutable());
    }
}
