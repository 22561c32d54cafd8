using SyncGen.Testing;

namespace SyncGen.Tests;

/// <summary>
/// The small contracts beside the project, in ../shared/trials, each of a class of fault that programs which nobody here wrote have found: they become code that
/// compiles without a warning. What that code does is tested with contracts of our own.
/// </summary>
public sealed class SharedTrialTests : IDisposable
{
    private static readonly string Shared = Repository.At("..", "shared", "trials");

    private static readonly string[] Folders = ["contracts", "behaviour"];

    private readonly ScratchFolder _output = new();

    public static TheoryData<string> Contracts => Directory.Exists(Shared)
        ? [.. Folders.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Shared, folder), "*.yaml").Select(file => $"{folder}/{Path.GetFileName(file)}")).Where(file => !file.EndsWith(".part.yaml", StringComparison.Ordinal)).Order(StringComparer.Ordinal)]
        : ["none"];

    public void Dispose() => _output.Dispose();

    [Theory]
    [MemberData(nameof(Contracts))]
    public void Contract_becomes_code_that_compiles(string file)
    {
        Assert.SkipUnless(Directory.Exists(Shared), "The trials lie beside the project in ../shared/trials, which is not there.");

        var run = CommandLineRun.In(Path.Combine(Shared, Path.GetDirectoryName(file)!), ["generate", Path.GetFileName(file), "--output", _output.At("out"), "--namespace", "N", "--emit", "models,client,server,endpoints"]);

        Assert.True(run.ExitCode == 0, run.Error);
        var files = Directory.EnumerateFiles(_output.At("out"), "*.cs", SearchOption.AllDirectories).Select(path => (Path.GetRelativePath(_output.At("out"), path), File.ReadAllText(path)));
        Assert.Empty(OutputCompiler.Emit(OutputCompiler.Compile(files, usesAspNetCore: true)).Problems);
    }
}
