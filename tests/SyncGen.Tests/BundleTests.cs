using SyncGen.Bundling;
using SyncGen.Cli;
using SyncGen.Diagnostics;

namespace SyncGen.Tests;

/// <summary>What holds for every bundle: it is a contract that reads the same in both forms and needs no more bundling.</summary>
public sealed class BundleTests
{
    public static TheoryData<string> Bundles =>
    [
        .. Case.All
            .Select(@case => Path.Combine(@case.ExpectedFolder, "bundle.yaml"))
            .Where(File.Exists)
            .Select(path => Path.GetRelativePath(Repository.Cases, path).Replace('\\', '/')),
    ];

    [Theory]
    [MemberData(nameof(Bundles))]
    public void Bundle_of_a_bundle_is_the_bundle(string path)
    {
        var yaml = Path.Combine(Repository.Cases, path);
        var json = Path.ChangeExtension(yaml, ".json");
        foreach (var file in new[] { yaml, json })
        {
            var diagnostics = new DiagnosticBag();
            var bundle = Pipeline.Bundle([file], Path.GetDirectoryName(file)!, inlinesBasePath: false, diagnostics);
            Assert.Empty(diagnostics.ToImmutable());
            Assert.Equal(File.ReadAllText(yaml), YamlNodeWriter.Write(bundle!.Root));
            Assert.Equal(File.ReadAllText(json), JsonNodeWriter.Write(bundle!.Root));
        }
    }

    [Fact]
    public void Command_writes_the_form_that_the_file_name_asks_for()
    {
        using var folder = Contracts();
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "bundle", "api.yaml", "--output", "new/bundle.json").ExitCode);
        Assert.StartsWith("{", folder.Read("new/bundle.json"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "bundle", "*.yaml", "-o", "bundle.yml", "--inline-base-path").ExitCode);
        Assert.Contains("/v1/pets:", folder.Read("bundle.yml"), StringComparison.Ordinal);
        var printed = CommandLineRun.In(folder.Root, "bundle", "api.yaml");
        Assert.Equal((ExitCode.Done, ""), (printed.ExitCode, printed.Error));
        Assert.Contains("  pet:\n    type: object\n", printed.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("api.yaml")]
    [InlineData("parts/pet.json")]
    public void Command_never_writes_over_what_it_reads(string output)
    {
        using var folder = Contracts();
        var before = folder.Read(output);
        Assert.Equal(ExitCode.Usage, CommandLineRun.In(folder.Root, "bundle", "api.yaml", "--output", output).ExitCode);
        Assert.Equal(before, folder.Read(output));
    }

    [Theory]
    [InlineData(ExitCode.Errors, "bundle", "missing.yaml")]
    [InlineData(ExitCode.Errors, "bundle", "api.yaml", "--output", "parts")]
    [InlineData(ExitCode.Usage, "bundle")]
    public void Command_that_fails_says_why(int exitCode, params string[] arguments)
    {
        using var folder = Contracts();
        var run = CommandLineRun.In(folder.Root, arguments);
        Assert.Equal(exitCode, run.ExitCode);
        Assert.NotEmpty(run.Error);
        Assert.DoesNotContain(Directory.GetFiles(folder.Root), file => file.EndsWith(".tmp", StringComparison.Ordinal));
    }

    private static ScratchFolder Contracts()
    {
        var folder = new ScratchFolder();
        folder.Write("api.yaml", """
            swagger: "2.0"
            info: { title: Pets, version: "1" }
            basePath: /v1
            paths:
              /pets:
                get:
                  responses:
                    200: { description: A pet., schema: { $ref: parts/pet.json } }
            """);
        folder.Write("parts/pet.json", """{ "type": "object" }""");
        return folder;
    }
}
