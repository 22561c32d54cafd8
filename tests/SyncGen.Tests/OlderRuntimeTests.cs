using System.Runtime.InteropServices;

namespace SyncGen.Tests;

/// <summary>The sample's models and client run where they compile: on the older runtimes, each with the C# that its SDK compiles by default.</summary>
[Collection(nameof(SlowTests))]
public sealed class OlderRuntimeTests
{
    [Theory]
    [InlineData("net8.0", "12.0")]
    [InlineData("net9.0", "13.0")]
    public async Task The_sample_runs(string framework, string language)
    {
        using var scratch = new ScratchFolder();
        var sample = Path.Combine(Repository.Root, "tests", "AotSample");
        foreach (var file in Directory.GetFiles(sample, "*.cs").Append(Path.Combine(sample, "contract.yaml")))
            File.Copy(file, scratch.At(Path.GetFileName(file)));
        var generate = CommandLineRun.In(scratch.Root, "generate", "contract.yaml", "-o", "Ledger", "-n", "Ledger", "--name", "Ledger", "--emit", "models,client");
        Assert.Equal((0, ""), (generate.ExitCode, generate.Error));
        scratch.Write("Sample.csproj", $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>{framework}</TargetFramework>
                <LangVersion>{language}</LangVersion>
                <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
                <SelfContained>true</SelfContained>
                <Nullable>enable</Nullable>
                <ImplicitUsings>enable</ImplicitUsings>
                <InvariantGlobalization>true</InvariantGlobalization>
                <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
              </PropertyGroup>
            </Project>
            """);
        await PackedFeed.Succeed(scratch.Root, [], "build", "--output", scratch.At("out"), "--nologo", "-v", "q");

        var run = await Command.Run(scratch.Root, scratch.At("out", "Sample"));
        Assert.Equal(new Command(0, NativeSampleTests.Output, ""), run);
    }
}
