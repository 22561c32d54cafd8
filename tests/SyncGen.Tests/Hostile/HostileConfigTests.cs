using SyncGen.Cli;

namespace SyncGen.Tests.Hostile;

/// <summary>Configuration files that come with somebody else's change, and command lines in odd places.</summary>
public sealed class HostileConfigTests
{
    [Theory]
    [InlineData("output", "../../.github/workflows", "SG0025")]
    [InlineData("output", "../.github/workflows", "SG0026")]
    [InlineData("output", "/outside", "SG0025")]
    [InlineData("output", "../link/x", "SG0025")]
    [InlineData("output", "../inner/x", "SG0026")]
    [InlineData("output", "../.git", "SG0026")]
    [InlineData("output", "a\\u0000b", "SG0002")]
    [InlineData("output", "", "SG0002")]
    [InlineData("root", "../..", "SG0025")]
    [InlineData("templates", "../../outside", "SG0025")]
    [InlineData("templates", "../link", "SG0025")]
    public void A_path_that_leaves_the_repository_is_refused_with_its_place(string setting, string path, string code)
    {
        using var folder = Repository();
        var before = Entries(folder);
        WriteConfig(folder, $"\"{setting}\": \"{path}\"");
        foreach (var command in new[] { "generate", "check", "inspect" })
        {
            var run = CommandLineRun.In(folder.At("repo"), command, "--config", "api/syncgen.json");
            Assert.Equal(ExitCode.Usage, run.ExitCode);
            Assert.Matches($@"^api/syncgen\.json\(2,[0-9]+\): error {code}: ", run.Error);
        }

        Assert.Equal(before, Entries(folder));
    }

    [Theory]
    [InlineData("../../outside/c.yaml")]
    [InlineData("../link/c.yaml")]
    [InlineData("../link/*.yaml")]
    [InlineData("*.yml")]
    public void A_contract_outside_the_repository_is_refused(string contract)
    {
        using var folder = Repository();
        File.CreateSymbolicLink(folder.At("repo/api/linked.yml"), "../../outside/c.yaml");
        folder.Write("repo/api/syncgen.json", $"{{ \"contracts\": [\"{contract}\"], \"output\": \"../out\", \"namespace\": \"N\" }}");
        Assert.Contains("error SG0025: ", CommandLineRun.In(folder.At("repo"), "generate", "--config", "api/syncgen.json").Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(folder.At("repo/out")));
    }

    [Fact]
    public void A_shared_runtime_stays_in_the_repository()
    {
        using var folder = Repository();
        WriteConfig(folder, "\"runtime\": { \"folder\": \"../../outside\", \"namespace\": \"R\" }");
        Assert.Matches(@"^api/syncgen\.json\(2,[0-9]+\): error SG0025: ", CommandLineRun.In(folder.At("repo"), "generate", "--config", "api/syncgen.json").Error);
        Assert.False(File.Exists(folder.At("outside/syncgen.lock.json")));
    }

    [Fact]
    public void The_command_line_may_say_otherwise()
    {
        using var folder = Repository();
        WriteConfig(folder, "\"output\": \"../../elsewhere\"");
        string[] generate = ["generate", "--config", "api/syncgen.json"];
        Assert.Equal(ExitCode.Usage, CommandLineRun.In(folder.At("repo"), generate).ExitCode);
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.At("repo"), [.. generate, "--output", "../there"]).ExitCode);
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.At("repo"), [.. generate, "--root", ".."]).ExitCode);
        Assert.True(File.Exists(folder.At("there/Models/Pet.g.cs")) && File.Exists(folder.At("elsewhere/Models/Pet.g.cs")));
    }

    [Fact]
    public void Without_a_repository_paths_stay_in_the_folder_of_the_file()
    {
        using var folder = Repository();
        Directory.Delete(folder.At("repo/.git"));
        WriteConfig(folder, "\"output\": \"../out\"");
        Assert.Contains("error SG0025: ", CommandLineRun.In(folder.At("repo"), "generate", "--config", "api/syncgen.json").Error, StringComparison.Ordinal);
        WriteConfig(folder, "\"output\": \"out\"");
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.At("repo"), "generate", "--config", "api/syncgen.json").ExitCode);
    }

    [Fact]
    public void The_second_contract_of_a_folder_is_refused_and_told_how()
    {
        using var folder = PetShop.Folder();
        folder.Write("api/zoo.yaml", PetShop.Contract.Replace("Pet:", "Animal:", StringComparison.Ordinal));
        string[] Generate(params string[] contracts) => ["generate", .. contracts, "-o", "out", "-n", "N", "--emit", "models"];
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, Generate("api/pets.yaml")).ExitCode);
        var run = CommandLineRun.In(folder.Root, Generate("api/zoo.yaml"));
        Assert.Equal(ExitCode.Errors, run.ExitCode);
        Assert.Matches(@"^out/syncgen\.lock\.json\(1,1\): error SG6007: .*\.\./api/pets\.yaml.*--force", run.Error);
        Assert.True(File.Exists(folder.At("out/Models/Pet.g.cs")) && !File.Exists(folder.At("out/Models/Animal.g.cs")));

        // The same contract from another folder is the same contract; together they are one API; a contract that is gone needs nobody's permission.
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.At("api"), "generate", "pets.yaml", "-o", "../out", "-n", "N", "--emit", "models").ExitCode);
        Assert.Equal(ExitCode.Errors, CommandLineRun.In(folder.Root, ["check", .. Generate("api/zoo.yaml")[1..]]).ExitCode);
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, Generate("api/zoo.yaml", "--force")).ExitCode);
        Assert.False(File.Exists(folder.At("out/Models/Pet.g.cs")));
        File.Move(folder.At("api/zoo.yaml"), folder.At("api/park.yaml"));
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, Generate("api/park.yaml")).ExitCode);
        Assert.DoesNotContain(folder.Root, folder.Read("out/syncgen.lock.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_root_and_the_home_folder_are_neither_output_nor_root()
    {
        using var folder = PetShop.Folder();
        var root = Path.GetPathRoot(folder.Root)!;
        foreach (var home in new[] { root, Destination.HomeFolder() })
            Assert.Equal(ExitCode.Usage, CommandLineRun.In(folder.Root, "generate", "api/pets.yaml", "-n", "N", "-o", home).ExitCode);
        Assert.Equal(folder.At("api"), OptionsResolver.DefaultRoot(folder.At("api/pets.yaml"), root));
        Assert.Equal(folder.Root, OptionsResolver.DefaultRoot(folder.At("api/pets.yaml"), folder.Root));
        Assert.Null(OptionsResolver.DefaultRoot(Path.Combine(root, "pets.yaml"), root));
        Assert.Null(OptionsResolver.DefaultRoot(Path.Combine(Destination.HomeFolder(), "pets.yaml"), Destination.HomeFolder()));
    }

    /// <summary>A repository with a link that leaves it and one into a hidden folder, beside a folder that is none of its business.</summary>
    private static ScratchFolder Repository()
    {
        var folder = new ScratchFolder();
        Directory.CreateDirectory(folder.At("repo/.git"));
        folder.Write("repo/api/c.yaml", PetShop.Contract);
        folder.Write("outside/c.yaml", PetShop.Contract);
        Directory.CreateSymbolicLink(folder.At("repo/link"), "../outside");
        Directory.CreateSymbolicLink(folder.At("repo/inner"), ".git");
        return folder;
    }

    private static void WriteConfig(ScratchFolder folder, string setting) =>
        folder.Write("repo/api/syncgen.json", $"{{\n  {setting},\n  \"contracts\": [\"c.yaml\"], \"namespace\": \"N\", \"emit\": [\"models\"]{(setting.Contains("output", StringComparison.Ordinal) ? "" : ", \"output\": \"../out\"")} }}");

    private static string[] Entries(ScratchFolder folder) =>
        [.. Directory.EnumerateFileSystemEntries(folder.Root, "*", SearchOption.AllDirectories).Where(path => !path.EndsWith("syncgen.json", StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
}
