using System.Collections.Immutable;
using System.Diagnostics;
using System.Globalization;
using SyncGen.Diagnostics;
using SyncGen.Documents;
using SyncGen.Testing;

namespace SyncGen.Tests.Hostile;

/// <summary>The work of <see cref="FuzzTests"/>, in a process of its own.</summary>
public sealed class FuzzWork
{
    /// <summary>Compiling takes a hundred times as long as generating.</summary>
    private const int CompiledEach = 40;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(30);

    private static readonly string[] Words =
    [
        "$ref", "$ref: '#/components/schemas/A'", "\"$ref\":\"#\"", "$id: x", "$anchor: a", "$dynamicRef: '#a'", "allOf: [", "oneOf: [{", "anyOf", "properties: {", "additionalProperties: false",
        "type: [string, 'null']", "enum: [a, a, null, 1]", "const: ", "default: ", "discriminator: {propertyName: kind}", "pattern: '(?=a)'", "format: date-time", "nullable: true", "items: {}", "required: [a]",
        "&a ", "*a", "<<: *a", "!!str ", "!x ", "? ", "- ", ": ", "|\n ", ">-\n", "%YAML 1.2\n", "---\n", "...\n", "# ", "\t", "\r", "\r\n", "\n\n", "{", "}", "[", "]", ",", "\"", "'", "\\u0000", "\\ud800", "\\",
        "\u2028", "\u0085", "\uFEFF", "\u202E", "\u0000", "{{", "}}", "*/", "</summary>", "\"; class Pwned {} //", "../", "/etc/passwd", "C:\\x", "CON", "1e999", "-0", "0x7f", "9223372036854775808", ".nan", "~", "null", "true",
        "in: query", "in: path", "style: deepObject", "content: {application/json: {schema: {}}}", "multipart/form-data", "text/event-stream", "x-csharp-name: class", "swagger: '2.0'", "openapi: 3.1.0", "openapi: 3.0.3", "get: {", "/a/{b}:",
    ];

    [Fact]
    public void Mutates()
    {
        if (Environment.GetEnvironmentVariable("SYNCGEN_FUZZ_WORK") is not { } work)
            return;
        var folder = Environment.GetEnvironmentVariable("SYNCGEN_FUZZ_FOLDER")!;
        var (mode, seed, count) = work.Split(' ') is [var first, var second, var third]
            ? (first, int.Parse(second, CultureInfo.InvariantCulture), int.Parse(third, CultureInfo.InvariantCulture))
            : throw new ArgumentException(work);
        (string Name, byte[] Text)[] contracts =
        [
            .. Case.All.SelectMany(@case => Directory.EnumerateFiles(@case.Folder, "contract*"))
                .Order(StringComparer.Ordinal)
                .Select(path => (Path.GetExtension(path), File.ReadAllBytes(path))),
        ];
        for (var number = 0; number < count; number++)
        {
            // Each has a seed of its own, so that one alone can be repeated.
            var random = new Random(unchecked((seed * 1_000_003) + number));
            var (extension, text) = contracts[random.Next(contracts.Length)];
            var mutated = new Mutator(random, Words).Mutate(text, contracts[random.Next(contracts.Length)].Text);
            var path = Path.Combine(folder, "contract" + extension);
            if (mode == "runs" || number % 1000 == 0)
                File.WriteAllText(Path.Combine(folder, "progress.txt"), number.ToString(CultureInfo.InvariantCulture));
            var watch = Stopwatch.StartNew();
            try
            {
                var code = mode == "readers" ? Read(path, mutated) : Run(path, mutated);
                // What the compiler needs is not measured.
                watch.Stop();
                if (code.Length > 0 && number % CompiledEach == 0)
                    Assert.Empty(OutputCompiler.Emit(OutputCompiler.Compile(code, usesAspNetCore: true)).Problems);
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"Seed {seed}, number {number}, {extension}:\n{Convert.ToBase64String(mutated)}", exception);
            }

            Assert.True(watch.Elapsed < MostTime, $"Number {number} took {watch.Elapsed}: {Convert.ToBase64String(mutated)}");
        }
    }

    private static (string Path, string Text)[] Read(string path, byte[] text)
    {
        var diagnostics = new DiagnosticBag();
        if (SourceText.Decode("contract", path, text, diagnostics) is not { } source)
        {
            Assert.True(diagnostics.HasErrors);
            return [];
        }

        var root = path.EndsWith(".json", StringComparison.Ordinal)
            ? JsonNodeReader.Read(source, new NodeBudget(), diagnostics)
            : YamlNodeReader.Read(source, new NodeBudget(), diagnostics);
        Assert.True(root is not null || diagnostics.HasErrors);
        return [];
    }

    private static (string Path, string Text)[] Run(string path, byte[] text)
    {
        File.WriteAllBytes(path, text);
        var diagnostics = new DiagnosticBag();
        var folder = Path.GetDirectoryName(path)!;
        var options = new Options(
            [path], folder, Path.Combine(folder, "output"), "Example", null, EmitKinds.Models | EmitKinds.Client | EmitKinds.Server | EmitKinds.Endpoints, [], CodeStyle.Default,
            ImmutableDictionary<string, SourceFile>.Empty, DiagnosticSettings.Default, IsForced: false);
        var files = Pipeline.Generate(options, diagnostics);
        Assert.True(files is not null || diagnostics.HasErrors);
        if (files is not { } generated)
            return [];
        (string Path, string Text)[] code = [.. generated.Select(file => (file.Path, file.Text)).Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal))];
        Assert.Empty(OutputCheck.ProblemsOf([.. code.Where(file => !file.Path.StartsWith("Runtime/", StringComparison.Ordinal))]));
        return code;
    }
}
