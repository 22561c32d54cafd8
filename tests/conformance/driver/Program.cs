using System.Diagnostics;
using SyncGen.ForeignServers;

if (args is not [var here, var output, var node, "spector" or "autorest"])
{
    Console.Error.WriteLine("usage: SyncGen.ForeignServers FOLDER ARTIFACTS NODE spector|autorest");
    return 2;
}

var (conformance, artifacts) = (Path.GetFullPath(here), Path.GetFullPath(output));
var watch = Stopwatch.StartNew();
var isSpector = args[3] == "spector";
var testServer = Path.Combine(conformance, "node_modules/@microsoft.azure/autorest.testserver");
var code = isSpector
    ? GeneratedCode.Compile(Path.Combine(artifacts, "contracts"), SearchOption.AllDirectories)
    : GeneratedCode.Compile(Path.Combine(testServer, "swagger"), SearchOption.TopDirectoryOnly);
Console.WriteLine($"{code.Apis.Length} contracts generated and compiled, {code.Refused.Length} refused, {code.Problems.Length} warnings ({watch.Elapsed.TotalSeconds:0} s)");
foreach (var text in code.Refused.Concat(code.Problems).Take(20))
    Console.WriteLine("  " + text);

var results = isSpector ? await AskSpector() : await AskAutoRest();
foreach (var result in results)
    Console.WriteLine(result);
Console.WriteLine($"{watch.Elapsed.TotalSeconds:0} s");
var surprises = Baseline.Compare(Path.Combine(conformance, "misses.tsv"), Path.Combine(conformance, "SERVERS.md"), args[3], results, Environment.GetEnvironmentVariable("SYNCGEN_ACCEPT") == "1");
foreach (var text in surprises)
    Console.WriteLine(text);
var failed = surprises.Length + code.Refused.Length + code.Problems.Length;
Console.WriteLine($"{results.Sum(result => result.Total - result.Misses.Length)} passed, {failed} failed");
return failed == 0 ? 0 : 1;

async Task<List<SetResult>> AskSpector()
{
    var scenarios = Scenario.Load(Path.Combine(artifacts, "scenarios.json"));
    var specs = Path.Combine(conformance, "node_modules/@typespec/http-specs/specs");
    var spector = Path.Combine(conformance, "node_modules/@typespec/spector/cmd/cli.mjs");
    var results = new List<SetResult>();
    var port = MockServer.FreePort();
    string[] serve = [spector, "serve", specs, "--port", $"{port}", "--coverageFile", Path.Combine(artifacts, "coverage.json")];
    using (var server = await MockServer.Start(node, serve, conformance, Path.Combine(artifacts, "spector.log"), port))
    {
        var misses = await ClientRun.Run(code, scenarios, server.Address);
        // Bodies in XML are streams of bytes to the generated code, so they are no evidence that anything was read.
        bool IsXml(Scenario scenario) => scenario.Spec == "payload/xml";
        var xml = scenarios.Where(IsXml).Select(scenario => scenario.Name).ToHashSet(StringComparer.Ordinal);
        results.Add(new SetResult("client", scenarios.Length - xml.Count, [.. misses.Where(miss => !xml.Contains(miss.Name))]));
        results.Add(new SetResult("client-xml-as-bytes", xml.Count, [.. misses.Where(miss => xml.Contains(miss.Name))]));
    }

    foreach (var usesControllers in (bool[])[false, true])
    {
        var kind = usesControllers ? "controllers" : "endpoints";
        (string, string[]) Knock(Uri server) => (node, [spector, "knock", specs, "--baseUrl", server.ToString().TrimEnd('/')]);
        var (misses, passed) = await KnockRun.Run(code, scenarios, usesControllers, Knock, conformance, Path.Combine(artifacts, $"knock-{kind}.log"));
        results.Add(new SetResult(kind, passed + misses.Length, misses));
    }

    return results;
}

async Task<List<SetResult>> AskAutoRest()
{
    var port = MockServer.FreePort();
    string[] run = ["-r", Path.Combine(conformance, "loopback.cjs"), Path.Combine(testServer, "dist/cli/cli.js"), "run", $"--port={port}", $"--coverageDirectory={Path.Combine(artifacts, "autorest")}"];
    using var server = await MockServer.Start(node, run, conformance, Path.Combine(artifacts, "autorest.log"), port);
    return [await AutoRestRun.Run(code, server.Address)];
}
