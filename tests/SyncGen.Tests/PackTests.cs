namespace SyncGen.Tests;

/// <summary>The tool as a stranger gets it: packed, installed from a folder into a tool manifest, and run as <c>dotnet syncgen</c>.</summary>
[Collection(nameof(SlowTests))]
public sealed class PackTests
{
    [Fact]
    public async Task The_packed_tool_installs_and_runs()
    {
        using var folder = PetShop.Folder();
        // A cache of its own, so that no earlier package of this version is found.
        (string, string)[] environment = [("NUGET_PACKAGES", folder.At("cache")), ("DOTNET_CLI_HOME", folder.At("home"))];
        await Succeed(Repository.Root, [], "pack", "generator/SyncGen", "--output", folder.At("packages"), "-p:Version=0.0.1-test", "--nologo", "-v", "q");
        var package = Assert.Single(Directory.GetFiles(folder.At("packages"), "*.nupkg"));
        folder.Write("nuget.config", $"""
            <configuration>
              <packageSources><clear /><add key="here" value="{Path.GetDirectoryName(package)}" /></packageSources>
            </configuration>
            """);
        await Succeed(folder.Root, environment, "new", "tool-manifest");
        await Succeed(folder.Root, environment, "tool", "install", "SyncGen", "--version", "0.0.1-test");

        var generate = await Succeed(folder.Root, environment, "syncgen", "generate");
        Assert.Matches("^generated: [0-9]+ written, 0 unchanged, 0 deleted\n$", generate.Output);
        Assert.True(File.Exists(folder.At("generated", "Models", "Pet.g.cs")));
        await Succeed(folder.Root, environment, "syncgen", "check");

        folder.Write("api/pets.yaml", PetShop.Contract.Replace("price", "weight", StringComparison.Ordinal));
        var check = await Command.Run(folder.Root, environment, "dotnet", "syncgen", "check");
        Assert.Equal(3, check.ExitCode);
        Assert.Contains("+++ b/generated/Models/Toy.g.cs\n", check.Output, StringComparison.Ordinal);
    }

    private static async Task<Command> Succeed(string folder, (string Name, string Value)[] environment, params string[] arguments)
    {
        var command = await Command.Run(folder, environment, "dotnet", arguments);
        Assert.True(command.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{command.All}");
        return command;
    }
}
