namespace SyncGen.Tests;

/// <summary>The tool as a stranger gets it: packed, installed from a folder into a tool manifest, and run as <c>dotnet syncgen</c>.</summary>
[Collection(nameof(SlowTests))]
public sealed class PackTests
{
    [Fact]
    public async Task The_packed_tool_installs_and_runs()
    {
        using var folder = PetShop.Folder();
        await Succeed(Repository.Root, "pack", "generator/SyncGen", "--output", folder.At("packages"), "-p:Version=0.0.1-test", "--nologo", "-v", "q");
        var package = Assert.Single(Directory.GetFiles(folder.At("packages"), "*.nupkg"));
        folder.Write("nuget.config", $"""
            <configuration>
              <config><add key="globalPackagesFolder" value="{folder.At("cache")}" /></config>
              <packageSources><clear /><add key="here" value="{Path.GetDirectoryName(package)}" /></packageSources>
            </configuration>
            """);
        await Succeed(folder.Root, "new", "tool-manifest");
        await Succeed(folder.Root, "tool", "install", "SyncGen", "--version", "0.0.1-test");

        var generate = await Succeed(folder.Root, "syncgen", "generate");
        Assert.Matches("^generated: [0-9]+ written, 0 unchanged, 0 deleted\n$", generate.Output);
        Assert.True(File.Exists(folder.At("generated", "Models", "Pet.g.cs")));
        await Succeed(folder.Root, "syncgen", "check");

        folder.Write("api/pets.yaml", PetShop.Contract.Replace("price", "weight", StringComparison.Ordinal));
        var check = await Command.Run(folder.Root, "dotnet", "syncgen", "check");
        Assert.Equal(3, check.ExitCode);
        Assert.Contains("+++ b/generated/Models/Toy.g.cs\n", check.Output, StringComparison.Ordinal);
    }

    private static async Task<Command> Succeed(string folder, params string[] arguments)
    {
        var command = await Command.Run(folder, "dotnet", arguments);
        Assert.True(command.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{command.All}");
        return command;
    }
}
