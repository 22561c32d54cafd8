using System.Reflection;

namespace SyncGen.Tests;

/// <summary>The tool and the packages of its runtime, packed once into a folder that serves as a feed.</summary>
public sealed class PackedFeed : IAsyncLifetime
{
    public const string Version = "0.0.1-test";

    private readonly ScratchFolder _folder = new();

    /// <summary>The folder with the packages.</summary>
    public string Packages => _folder.At("packages");

    /// <summary>What commands run with: a cache of packages of their own, so that no earlier package of this version is found, and one home for all tools.</summary>
    public (string Name, string Value)[] Environment => [("NUGET_PACKAGES", Cache), ("DOTNET_CLI_HOME", _folder.At("home"))];

    /// <summary>Where packages are unpacked.</summary>
    public string Cache => _folder.At("cache");

    public async ValueTask InitializeAsync() =>
        await Succeed(Repository.Root, [], "pack", "generator/SyncGen.Packages.slnf", "--output", Packages, $"-p:Version={Version}", "--nologo", "-v", "q");

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    /// <summary>Adds the feed to those that are configured, and lends what the tests themselves restored.</summary>
    internal void AddTo(ScratchFolder folder)
    {
        var restored = typeof(PackedFeed).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(attribute => attribute.Key == "PackageFolder").Value;
        folder.Write("nuget.config", $"""
            <configuration>
              <packageSources><add key="here" value="{Packages}" /></packageSources>
              <fallbackPackageFolders><add key="restored" value="{restored}" /></fallbackPackageFolders>
            </configuration>
            """);
    }

    internal static async Task<Command> Succeed(string folder, (string Name, string Value)[] environment, params string[] arguments)
    {
        var command = await Command.Run(folder, environment, "dotnet", arguments);
        Assert.True(command.ExitCode == 0, $"dotnet {string.Join(' ', arguments)}\n{command.All}");
        return command;
    }
}
