using System.Text.RegularExpressions;

namespace SyncGen.ForeignServers;

/// <summary>Has Spector send every request of http-specs to the generated servers.</summary>
internal static partial class KnockRun
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(2);

    /// <summary>The misses, and how many requests passed.</summary>
    public static async Task<(ImmutableArray<Miss> Misses, int Passed)> Run(GeneratedCode code, ImmutableArray<Scenario> scenarios, bool usesControllers, Func<Uri, (string File, string[] Arguments)> knock, string folder, string log)
    {
        var apis = scenarios
            .SelectMany(scenario => scenario.Requests.Select(request => code.Find(scenario, request)?.Operation.Api))
            .OfType<Api>()
            .Distinct()
            .ToArray();
        var address = "";
        var answerer = new Answerer(scenarios, apis.ToDictionary(api => api.Contract.Namespace, StringComparer.Ordinal), () => address);
        apis[0].Assembly.GetType("Foreign.Answers", throwOnError: true)!.GetProperty("Handler")!.SetValue(null, (Func<Type, string, object?[], object>)answerer.Answer);
        var requests = log + ".requests";
        await using var app = await ServerHost.Start(apis, usesControllers, requests);
        address = app.Urls.First();
        var (file, arguments) = knock(new Uri(address));
        using (var process = MockServer.Run(file, arguments, folder, log))
        {
            using var limit = new CancellationTokenSource(Longest);
            try
            {
                await process.WaitForExitAsync(limit.Token);
            }
            catch (OperationCanceledException)
            {
                process.Kill(entireProcessTree: true);
                throw new InvalidOperationException($"knock does not end; see {log}.");
            }
        }

        await app.StopAsync();
        return Read(Colors().Replace(await File.ReadAllTextAsync(log), ""));
    }

    private static (ImmutableArray<Miss> Misses, int Passed) Read(string text)
    {
        var passed = Passed().Match(text);
        if (!passed.Success)
            throw new InvalidOperationException("knock has not said what passed.");
        var misses = Failed().Matches(text).Select(match => new Miss(match.Groups[1].Value, Spaces().Replace(match.Groups[2].Value, " ").Trim()));
        // A scenario of several requests is one miss for each.
        return ([.. misses.GroupBy(miss => miss.Name).SelectMany(group => group.Select((miss, index) => index == 0 ? miss : miss with { Name = $"{miss.Name}#{index + 1}" }))], int.Parse(passed.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture));
    }

    [GeneratedRegex(@"\x1b\[[0-9;]*m")]
    private static partial Regex Colors();

    [GeneratedRegex(@"✓ (\d+) passed")]
    private static partial Regex Passed();

    [GeneratedRegex(@"✘ Scenario: (\S+)\n((?:(?!✘|✓|Successfull)[^\n]*\n)*)")]
    private static partial Regex Failed();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
