using Microsoft.CodeAnalysis;
using SyncGen.Cli;
using SyncGen.Testing;

namespace SyncGen.Tests;

/// <summary>Several outputs share a runtime, which stands once.</summary>
public sealed class SharedRuntimeTests
{
    private static readonly string[] Targets =
    [
        """{ "contracts": ["unions.yaml"], "output": "unions", "namespace": "Shop.Unions", "emit": ["models"] }""",
        """{ "contracts": ["names.yaml"], "output": "names", "namespace": "Shop.Names", "emit": ["client", "di", "fakes"] }""",
        """{ "contracts": ["bodies.yaml"], "output": "bodies", "namespace": "Shop.Bodies", "emit": ["client", "server", "endpoints", "contract"], "unimplemented": "notImplemented" }""",
    ];

    [Theory]
    [InlineData("public")]
    [InlineData("internal")]
    public void One_project_holds_three_apis_over_one_runtime(string visibility)
    {
        using var folder = Folder(visibility, Targets);
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "generate").ExitCode);
        var files = FilesOf(folder);
        Assert.DoesNotContain(files, file => file.Path.Contains("/Runtime/", StringComparison.Ordinal));
        Assert.Single(files, file => file.Text.Contains("class ApiException ", StringComparison.Ordinal));
        foreach (var framework in CompileTests.AllFrameworks)
        {
            var compilation = OutputCompiler.Compile(files, usesAspNetCore: true, framework);
            Assert.Empty(OutputCompiler.Emit(compilation).Problems);
            Assert.Equal(visibility == "public", TypesOf(compilation.Assembly.GlobalNamespace).Any(type => type.DeclaredAccessibility == Accessibility.Public));
        }

        var check = CommandLineRun.In(folder.Root, "check");
        Assert.Equal((ExitCode.Done, ""), (check.ExitCode, check.Output));
        Assert.DoesNotMatch("[1-9][0-9]* (written|deleted)", CommandLineRun.In(folder.Root, "generate").Output);
    }

    [Fact]
    public void Outputs_may_stand_in_other_assemblies_than_the_runtime()
    {
        using var folder = Folder("public", Targets);
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "generate").ExitCode);
        foreach (var framework in CompileTests.AllFrameworks)
        {
            var files = FilesOf(folder).ToLookup(file => file.Path.StartsWith("runtime/", StringComparison.Ordinal));
            var (runtime, problems) = OutputCompiler.Emit(OutputCompiler.Compile(files[true], usesAspNetCore: true, framework).WithAssemblyName("Runtime"));
            Assert.Empty(problems);
            Assert.Empty(OutputCompiler.Emit(OutputCompiler.Compile(files[false], usesAspNetCore: true, framework).AddReferences(MetadataReference.CreateFromStream(runtime))).Problems);
        }
    }

    [Fact]
    public void The_runtime_is_the_same_in_whatever_order_outputs_are_written()
    {
        using var forwards = Folder("public", Targets);
        using var backwards = Folder("public", [.. Targets.Reverse()]);
        Assert.Equal(ExitCode.Done, CommandLineRun.In(forwards.Root, "generate").ExitCode);
        Assert.Equal(ExitCode.Done, CommandLineRun.In(backwards.Root, "generate").ExitCode);
        Assert.Equal(FilesOf(forwards), FilesOf(backwards));
        Assert.Equal(forwards.Read("runtime/syncgen.lock.json"), backwards.Read("runtime/syncgen.lock.json"));
    }

    [Fact]
    public void Nobody_else_takes_the_folder()
    {
        using var folder = Folder("public", Targets);
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "generate").ExitCode);
        string[][] others =
        [
            ["generate", "unions.yaml", "-o", "runtime", "-n", "Other"],
            ["generate", "unions.yaml", "-o", "other", "-n", "Other", "--runtime", "runtime", "--runtime-namespace", "Other.Runtime"],
            ["generate", "unions.yaml", "-o", "other", "-n", "Other", "--runtime", "runtime", "--runtime-namespace", "Shop.Runtime", "--visibility", "internal"],
        ];
        Assert.All(others, arguments => Assert.Contains("the runtime Shop.Runtime, which would be deleted", CommandLineRun.In(folder.Root, arguments).Error, StringComparison.Ordinal));
        Assert.False(Directory.Exists(folder.At("other")));
        string[] same = ["generate", "unions.yaml", "-o", "other", "-n", "Other", "--emit", "models", "--runtime", "runtime", "--runtime-namespace", "Shop.Runtime"];
        Assert.StartsWith("runtime: 0 written, ", CommandLineRun.In(folder.Root, same).Output, StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "check").ExitCode);
    }

    [Theory]
    [InlineData("--runtime r", "The shared runtime has no namespace: add --runtime-namespace NAME.")]
    [InlineData("--runtime-namespace R", "The runtime in the output has the namespace 'N.Runtime': leave --runtime-namespace out, or name a folder by --runtime DIR.")]
    [InlineData("--runtime copy --runtime-namespace R", "The runtime in the output has the namespace 'N.Runtime': leave --runtime-namespace out, or name a folder by --runtime DIR.")]
    [InlineData("--runtime package --runtime-namespace R", "The runtime of the packages has the namespace 'SyncGen.Runtime': leave --runtime-namespace out, or name a folder by --runtime DIR.")]
    [InlineData("--runtime r --runtime-namespace 1", "'1' is no namespace: between dots stand letters, digits and underscores, no leading digit, no keyword.")]
    [InlineData("--runtime r --runtime-namespace N", "The namespace 'N' of the shared runtime is that of the contract's types or stands in it: choose another one, or 'N.Runtime'.")]
    [InlineData("--runtime r --runtime-namespace N.Pet", "The namespace 'N.Pet' of the shared runtime is that of the contract's types or stands in it: choose another one, or 'N.Runtime'.")]
    [InlineData("--runtime package -n SyncGen.Runtime", "'SyncGen.Runtime' is the namespace of the packages that hold the runtime: choose another one.")]
    [InlineData("--runtime o --runtime-namespace R", "The shared runtime needs a folder other than the output's.")]
    public void Wrong_settings_are_told(string options, string problem)
    {
        using var folder = PetShop.Folder();
        var run = CommandLineRun.In(folder.Root, ["generate", "api/pets.yaml", "-o", "o", .. options.Contains("-n ", StringComparison.Ordinal) ? [] : (string[])["-n", "N"], .. options.Split(' ')]);
        Assert.Equal(new CommandLineRun(ExitCode.Usage, "", problem + "\n"), run);
    }

    [Fact]
    public void The_command_line_may_leave_a_shared_runtime_out()
    {
        using var folder = Folder("public", [Targets[0]]);
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "generate", "--runtime", "copy").ExitCode);
        Assert.False(Directory.Exists(folder.At("runtime")));
        Assert.True(Directory.Exists(folder.At("unions/Runtime")));
    }

    private static ScratchFolder Folder(string visibility, string[] targets)
    {
        var folder = new ScratchFolder();
        foreach (var (name, @case) in (ReadOnlySpan<(string, string)>)[("unions", "projection/unions"), ("names", "server/names-of-runtime-files"), ("bodies", "server/bodies")])
            folder.Write($"{name}.yaml", File.ReadAllText(Path.Combine(Repository.Cases, @case, "contract.yaml")));
        folder.Write("syncgen.json", $$"""
            { "runtime": { "folder": "runtime", "namespace": "Shop.Runtime" }, "visibility": "{{visibility}}", "targets": [{{string.Join(", ", targets)}}] }
            """);
        return folder;
    }

    private static (string Path, string Text)[] FilesOf(ScratchFolder folder) =>
    [
        .. Directory.EnumerateFiles(folder.Root, "*.cs", SearchOption.AllDirectories)
            .Select(path => (Path.GetRelativePath(folder.Root, path).Replace('\\', '/'), File.ReadAllText(path)))
            .OrderBy(file => file.Item1, StringComparer.Ordinal),
    ];

    private static IEnumerable<INamedTypeSymbol> TypesOf(INamespaceSymbol @namespace) =>
        @namespace.GetTypeMembers().Concat(@namespace.GetNamespaceMembers().SelectMany(TypesOf));
}
