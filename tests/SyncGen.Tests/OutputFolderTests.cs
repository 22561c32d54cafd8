using SyncGen.Cli;
using SyncGen.Writing;

namespace SyncGen.Tests;

/// <summary>What generate and check do to a folder that people work in.</summary>
public sealed class OutputFolderTests
{
    private const string Pet = "generated/Models/Pet.g.cs";

    [Fact]
    public void Unchanged_files_keep_their_time_stamps()
    {
        using var folder = Generated();
        var stamps = StampsOf(folder);
        var run = CommandLineRun.In(folder.Root, "generate");
        Assert.Matches("^generated: 0 written, [0-9]+ unchanged, 0 deleted\n$", run.Output);
        Assert.Equal(stamps, StampsOf(folder));
    }

    [Fact]
    public void A_changed_contract_changes_only_the_files_it_is_about()
    {
        using var folder = Generated();
        folder.Write("api/pets.yaml", PetShop.Contract.Replace("price", "weight", StringComparison.Ordinal));
        var check = CommandLineRun.In(folder.Root, "check");
        Assert.Equal(ExitCode.Stale, check.ExitCode);
        Assert.Contains("--- a/generated/Models/Toy.g.cs\n+++ b/generated/Models/Toy.g.cs\n", check.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("Pet.g.cs", check.Output, StringComparison.Ordinal);
        Assert.Contains("\n  syncgen generate\n", check.Error, StringComparison.Ordinal);
        CommandLineRun.In(folder.Root, "generate");
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "check").ExitCode);
    }

    [Fact]
    public void Check_writes_nothing_and_names_what_is_missing_and_orphaned()
    {
        using var folder = Generated();
        File.Delete(folder.At(Pet));
        folder.Write("api/pets.yaml", PetShop.Contract.Replace("Toy:", "Ball:", StringComparison.Ordinal));
        var before = StampsOf(folder);
        var check = CommandLineRun.In(folder.Root, "check", "--config", "syncgen.json");
        Assert.Equal(before, StampsOf(folder));
        Assert.Contains($"--- /dev/null\n+++ b/{Pet}\n", check.Output, StringComparison.Ordinal);
        Assert.Contains("--- a/generated/Models/Toy.g.cs\n+++ /dev/null\n", check.Output, StringComparison.Ordinal);
        Assert.Contains("\n  syncgen generate --config syncgen.json\n", check.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void An_orphan_is_deleted_with_its_empty_folder()
    {
        using var folder = Generated();
        folder.Write("api/pets.yaml", PetShop.Contract[..PetShop.Contract.IndexOf("  Toy:", StringComparison.Ordinal)]);
        Assert.Matches(", [1-9][0-9]* deleted\n$", CommandLineRun.In(folder.Root, "generate").Output);
        Assert.False(File.Exists(folder.At("generated/Models/Toy.g.cs")));
        Assert.DoesNotContain("Toy", folder.Read("generated/syncgen.lock.json"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_edited_by_hand_is_an_error_until_forced()
    {
        using var folder = Generated();
        File.AppendAllText(folder.At(Pet), "// mine\n");
        var before = StampsOf(folder);
        var run = CommandLineRun.In(folder.Root, "generate");
        Assert.Equal(ExitCode.Errors, run.ExitCode);
        Assert.StartsWith($"{Pet}(1,1): error SG6001: ", run.Error, StringComparison.Ordinal);
        Assert.Equal(before, StampsOf(folder));
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "generate", "--force").ExitCode);
        Assert.DoesNotContain("mine", folder.Read(Pet), StringComparison.Ordinal);
    }

    [Fact]
    public void An_edited_orphan_is_left_to_the_user()
    {
        using var folder = Generated();
        File.AppendAllText(folder.At("generated/Models/Toy.g.cs"), "// mine\n");
        folder.Write("api/pets.yaml", PetShop.Contract.Replace("Toy:", "Ball:", StringComparison.Ordinal));
        Assert.Contains("warning SG6004", CommandLineRun.In(folder.Root, "generate").Error, StringComparison.Ordinal);
        Assert.Contains("mine", folder.Read("generated/Models/Toy.g.cs"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "check").ExitCode);
    }

    [Fact]
    public void A_hand_written_file_is_never_touched()
    {
        using var folder = PetShop.Folder();
        folder.Write(Pet, "// written by hand\n");
        folder.Write("generated/Notes.cs", "// mine\n");
        var run = CommandLineRun.In(folder.Root, "generate", "--force");
        Assert.Equal(ExitCode.Errors, run.ExitCode);
        Assert.Contains("error SG6002", run.Error, StringComparison.Ordinal);
        Assert.Equal(["generated/Models/Pet.g.cs", "generated/Notes.cs"], StampsOf(folder).Select(stamp => stamp.Path));
    }

    [Fact]
    public void A_checkout_with_crlf_is_neither_stale_nor_edited()
    {
        using var folder = Generated();
        foreach (var (path, _) in StampsOf(folder))
            folder.Write(path, folder.Read(path).ReplaceLineEndings("\r\n"));
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "check").ExitCode);
        folder.Write("api/pets.yaml", PetShop.Contract.Replace("Toy:", "Ball:", StringComparison.Ordinal));
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "generate").ExitCode);
        Assert.False(File.Exists(folder.At("generated/Models/Toy.g.cs")));
    }

    [Fact]
    public void A_link_out_of_the_folder_is_refused()
    {
        using var folder = PetShop.Folder();
        Directory.CreateDirectory(folder.At("generated"));
        Directory.CreateDirectory(folder.At("elsewhere"));
        Directory.CreateSymbolicLink(folder.At("generated/Models"), folder.At("elsewhere"));
        var run = CommandLineRun.In(folder.Root, "generate", "--force");
        Assert.Equal(ExitCode.Errors, run.ExitCode);
        Assert.Contains("error SG6005", run.Error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.At("elsewhere")));
    }

    [Fact]
    public void The_output_folder_itself_may_be_a_link()
    {
        using var folder = PetShop.Folder();
        Directory.CreateDirectory(folder.At("elsewhere"));
        Directory.CreateSymbolicLink(folder.At("generated"), folder.At("elsewhere"));
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "generate").ExitCode);
        Assert.True(File.Exists(folder.At("elsewhere/Models/Pet.g.cs")));
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"files\":{\"../../outside.txt\":\"00\"}}")]
    [InlineData("{\"files\":{\"/etc/passwd\":\"00\"}}")]
    public void A_manifest_that_is_none_is_an_error_until_forced(string manifest)
    {
        using var folder = Generated();
        folder.Write("generated/syncgen.lock.json", manifest);
        Assert.Contains("generated/syncgen.lock.json(1,1): error SG6003", CommandLineRun.In(folder.Root, "check").Error, StringComparison.Ordinal);
        Assert.Contains("generated/syncgen.lock.json(1,1): error SG6003", CommandLineRun.In(folder.Root, "generate").Error, StringComparison.Ordinal);
        Assert.Equal(manifest, folder.Read("generated/syncgen.lock.json"));
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "generate", "--force").ExitCode);
        Assert.NotNull(ManifestReader.Parse(folder.Read("generated/syncgen.lock.json"), out _));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_an_error_and_leaves_no_trace()
    {
        using var folder = PetShop.Folder();
        folder.Write("generated/Models", "a file\n");
        var run = CommandLineRun.In(folder.Root, "generate");
        Assert.Equal(ExitCode.Errors, run.ExitCode);
        Assert.Contains("error SG6006", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(folder.Root, run.Error, StringComparison.Ordinal);
        Assert.Equal(["generated/Models"], StampsOf(folder).Select(stamp => stamp.Path));
    }

    [Fact]
    public async Task Two_runs_at_once_follow_each_other()
    {
        using var folder = PetShop.Folder();
        folder.Write("api/zoo.yaml", PetShop.Contract.Replace("Pet:", "Animal:", StringComparison.Ordinal));
        var runs = Enumerable.Range(0, 8).Select(index => Task.Run(() =>
            CommandLineRun.In(folder.Root, "generate", index % 2 == 0 ? "api/pets.yaml" : "api/zoo.yaml", "-o", "generated", "-n", "Pets", "--emit", "models", "--force")));
        Assert.All(await Task.WhenAll(runs), run => Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error)));
        var isPets = File.Exists(folder.At(Pet));
        Assert.NotEqual(isPets, File.Exists(folder.At("generated/Models/Animal.g.cs")));
        var contract = isPets ? "api/pets.yaml" : "api/zoo.yaml";
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "check", contract, "-o", "generated", "-n", "Pets", "--emit", "models").ExitCode);
    }

    private static ScratchFolder Generated()
    {
        var folder = PetShop.Folder();
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "generate").ExitCode);
        // A clock that stands still would hide a file that is written again.
        foreach (var (path, _) in StampsOf(folder))
            File.SetLastWriteTimeUtc(folder.At(path), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));
        return folder;
    }

    private static (string Path, DateTime Time)[] StampsOf(ScratchFolder folder) =>
    [
        .. Directory.EnumerateFiles(folder.At("generated"), "*", SearchOption.AllDirectories)
            .Select(path => (Path.GetRelativePath(folder.Root, path).Replace('\\', '/'), File.GetLastWriteTimeUtc(path)))
            .OrderBy(stamp => stamp.Item1, StringComparer.Ordinal),
    ];
}
