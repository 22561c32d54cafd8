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
        var locals = new NameTable(StringComparer.Ordinal);
        var properties = ImmutableArray.CreateBuilder<ClientResponseProperty>();
        if (response.Status.IsRange || response.Status.IsDefault)
            Add("int", "StatusCode", null, "The status code.");
        // Items that come one by one are only read by methods that give nothing else.
        if (response.Body is { } body)
            Add(body.IsSequence ? "FileResponse" : body.ReceivedType!, "Body", null, "The response body.");
        foreach (var header in response.Headers)
            Add(header.Type.Annotated(!header.IsExpected), header.Name, header.Description, header.IsExpected ? $"The header '{header.WireName}'." : $"The header '{header.WireName}'; null when it is absent or malformed.");
        return new ClientResponseCase(DocComment.Of($"{response.Label}: {response.Description}", response.Label), response.Name, properties.DrainToImmutable());

        void Add(string type, string name, string? description, string fallback) =>
            properties.Add(new ClientResponseProperty(DocComment.Of(description, fallback), type, name, Identifier.LocalIn(locals, name)));
    }
}
