namespace SyncGen.ForeignServers;

/// <summary>Sends every scenario of http-specs by the generated clients to Spector.</summary>
internal static class ClientRun
{
    public static async Task<ImmutableArray<Miss>> Run(GeneratedCode code, ImmutableArray<Scenario> scenarios, Uri address)
    {
        using var http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false }) { Timeout = TimeSpan.FromSeconds(20) };
        var failures = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var scenario in scenarios)
        {
            foreach (var request in scenario.Requests)
            {
                if (await Send(code, scenario, request, http, address) is { } reason)
                    failures.TryAdd(scenario.Name, reason);
            }
        }

        var coverage = JsonNode.Parse(await http.GetStringAsync(new Uri(address, ".coverage")))!.AsArray()
            .SelectMany(report => report!["results"]!.AsObject())
            .ToDictionary(pair => pair.Key, pair => pair.Value!.GetValue<string>(), StringComparer.Ordinal);
        foreach (var scenario in scenarios.Where(scenario => coverage[scenario.Name] != "pass"))
            failures.TryAdd(scenario.Name, $"the server says {coverage[scenario.Name]}");
        return [.. failures.Select(pair => new Miss(pair.Key, pair.Value))];
    }

    private static async Task<string?> Send(GeneratedCode code, Scenario scenario, ScenarioRequest request, HttpClient http, Uri address)
    {
        if (code.Find(scenario, request) is not { } target)
            return "no contract has the operation";
        // A typed client cannot ask for what the contract does not offer; whether the scenario needs it, the server says.
        if (request.Header("accept") is { } accept && !target.Operation.Node["responses"]!.ToJsonString().Contains($"\"{accept}\":", StringComparison.Ordinal))
            return null;
        string? reason = null;
        foreach (var method in target.Operation.Calls())
        {
            object?[] arguments;
            try
            {
                arguments = new ArgumentBinder(target.Operation, request, target.PathValues).Bind(method);
            }
            catch (Exception exception) when (exception is System.Text.Json.JsonException or ArgumentException or InvalidOperationException or FormatException or NotSupportedException)
            {
                reason ??= $"arguments: {exception.Message}";
                continue;
            }

            var outcome = await ClientCall.Send(target.Operation, method, arguments, http, new Uri(address, target.BasePath), request);
            // The mock names itself by the host name, whatever it listens on.
            var difference = ReadComparison.Find(target.Operation, request, outcome, $"http://localhost:{address.Port}");
            if (difference is null)
                return null;
            reason ??= difference;
        }

        return reason ?? "the client has no method";
    }
}
