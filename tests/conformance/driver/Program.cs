using SyncGen.ForeignServers;

if (args is not [var here, var output, var node, ..])
{
    Console.Error.WriteLine("usage: SyncGen.ForeignServers FOLDER ARTIFACTS NODE");
    return 2;
}

var (conformance, artifacts) = (Path.GetFullPath(here), Path.GetFullPath(output));
var watch = System.Diagnostics.Stopwatch.StartNew();
var code = GeneratedCode.Compile(Path.Combine(artifacts, "contracts"));
Console.WriteLine($"{code.Apis.Length} contracts generated and compiled, {code.Refused.Length} refused, {code.Problems.Length} warnings ({watch.Elapsed.TotalSeconds:0} s)");
foreach (var text in code.Refused.Concat(code.Problems).Take(20))
    Console.WriteLine("  " + text);
var scenarios = Scenario.Load(Path.Combine(artifacts, "scenarios.json"));
var specs = Path.Combine(conformance, "node_modules/@typespec/http-specs/specs");
var spector = Path.Combine(conformance, "node_modules/@typespec/spector/cmd/cli.mjs");
var port = MockServer.FreePort();
using (var server = await MockServer.Start(node, [spector, "serve", specs, "--port", $"{port}", "--coverageFile", Path.Combine(artifacts, "coverage.json")], conformance, Path.Combine(artifacts, "spector.log"), port))
{
    var misses = await ClientRun.Run(code, scenarios, server.Address);
    foreach (var miss in misses)
        Console.WriteLine($"{miss.Name}\t{miss.Reason.ReplaceLineEndings(" ")}");
    Console.WriteLine($"{scenarios.Length - misses.Length} of {scenarios.Length} sent and read ({watch.Elapsed.TotalSeconds:0} s)");
}

foreach (var usesControllers in (bool[])[false, true])
{
    var kind = usesControllers ? "controllers" : "endpoints";
    var (misses, passed) = await KnockRun.Run(code, scenarios, usesControllers, server => (node, [spector, "knock", specs, "--baseUrl", server.ToString().TrimEnd('/')]), conformance, Path.Combine(artifacts, $"knock-{kind}.log"));
    foreach (var miss in misses)
        Console.WriteLine($"{kind}\t{miss.Name}\t{miss.Reason}");
    Console.WriteLine($"{kind}: {passed} of {passed + misses.Length} ({watch.Elapsed.TotalSeconds:0} s)");
}

return 0;
