using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using SyncGen.Documents;
using SyncGen.Modeling;
using SyncGen.Rendering;
using SyncGen.Testing;

namespace SyncGen.Corpus;

/// <summary>How reading and writing one example went.</summary>
internal enum ExampleOutcome
{
    /// <summary>Read, written, equal.</summary>
    Equal,

    /// <summary>The example is not valid for its own contract, says NJsonSchema.</summary>
    ContradictsContract,

    /// <summary>The generated code is wrong: it refused a valid example, or lost or changed something.</summary>
    Failed,
}

/// <param name="Example">The example.</param>
/// <param name="Outcome">How it went.</param>
/// <param name="Words">What is wrong; empty when all is well.</param>
internal sealed record ExampleResult(Example Example, ExampleOutcome Outcome, string Words);

/// <summary>Reads and writes every example of an API with the generated types.</summary>
internal static class ExampleCheck
{
    private const string Harness = "CorpusHarness";

    public static IReadOnlyList<ExampleResult> Run(GeneratedApi generated)
    {
        var examples = ExampleFinder.Find(generated.Description.Contract, generated.Description.CSharp.Index).ToList();
        if (examples.Count == 0)
            return [];
        var types = examples.Select(example => example.Schema.Type).Distinct(StringComparer.Ordinal).ToList();
        var harness = HarnessFile(types, generated.Description.CSharp.Namespace);
        var files = generated.Files.Append(harness).Select(file => (file.Path, file.Text));
        var (assembly, problems) = OutputCompiler.Emit(OutputCompiler.Compile(files, usesAspNetCore: true));
        if (problems.FirstOrDefault(problem => problem.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error) is { } error)
            throw new InvalidOperationException($"The harness does not compile: {error}");

        var context = new AssemblyLoadContext(Harness, isCollectible: true);
        try
        {
            var roundTrips = context.LoadFromStream(assembly).GetType($"{generated.Description.CSharp.Namespace}.{Harness}", throwOnError: true)!;
            return [.. examples.Select(example => Check(generated, example, roundTrips.GetMethod(MethodName(types.IndexOf(example.Schema.Type)))!))];
        }
        finally
        {
            context.Unload();
        }
    }

    private static ExampleResult Check(GeneratedApi generated, Example example, MethodInfo roundTrip)
    {
        string text;
        try
        {
            text = (string)roundTrip.Invoke(null, [example.Value?.ToJsonString() ?? "null"])!;
        }
        catch (TargetInvocationException exception)
        {
            var words = exception.InnerException is JsonException json ? json.Message : exception.InnerException!.ToString();
            return Judge(generated, example, words);
        }

        var id = new SchemaId(example.Schema.File, new JsonPointer(example.Schema.Pointer));
        var differences = JsonDifference.Find(example.Value, JsonNode.Parse(text), generated.Description.Api, id);
        return differences.Count == 0
            ? new ExampleResult(example, ExampleOutcome.Equal, "")
            : Judge(generated, example, string.Join("; ", differences.Take(3)));
    }

    private static ExampleResult Judge(GeneratedApi generated, Example example, string words)
    {
        var violations = SchemaJudge.Violations(generated.Description.Contract, example.SchemaLocation, example.Value);
        return violations.Count == 0
            ? new ExampleResult(example, ExampleOutcome.Failed, words)
            : new ExampleResult(example, ExampleOutcome.ContradictsContract, $"{words} | NJsonSchema: {string.Join("; ", violations.Take(3))}");
    }

    private static GeneratedFile HarnessFile(List<string> types, string @namespace)
    {
        var text = new StringBuilder();
        text.Append("#nullable enable\nusing System;\nusing System.Collections.Generic;\nusing System.IO;\nusing System.Text.Json;\n\n");
        text.Append(CultureInfo.InvariantCulture, $"namespace {@namespace};\n\npublic static class {Harness}\n{{\n");
        for (var index = 0; index < types.Count; index++)
        {
            var type = types[index];
            text.Append(
                CultureInfo.InvariantCulture,
                $"    public static string {MethodName(index)}(string json) => JsonSerializer.Serialize<{type}>(JsonSerializer.Deserialize<{type}>(json)!);\n");
        }

        text.Append("}\n");
        return new GeneratedFile($"{Harness}.g.cs", text.ToString());
    }

    private static string MethodName(int index) => $"RoundTrip{index.ToString(CultureInfo.InvariantCulture)}";
}
