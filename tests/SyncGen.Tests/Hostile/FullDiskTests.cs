using SyncGen.Cli;

namespace SyncGen.Tests.Hostile;

/// <summary>Disks without room and files that must not change: an error, the old output whole, no temporary files.</summary>
public sealed class FullDiskTests
{
    [Theory]
    [InlineData("size=200k")]
    [InlineData("size=2000k")]
    [InlineData("nr_inodes=20")]
    [InlineData("nr_inodes=420")]
    public async Task A_disk_that_fills_up_keeps_the_old_output(string option)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() && Environment.UserName == "root", "Only root may mount a small disk.");
        using var states = new TwoStates();
        var disk = states.Folder.At(TwoStates.Output);
        Directory.CreateDirectory(disk);
        var mount = await Command.Run(states.Root, "mount", "-t", "tmpfs", "-o", option, "tmpfs", disk);
        Assert.SkipUnless(mount.ExitCode == 0, $"This machine lets nobody mount a small disk: {mount.Error}");
        try
        {
            states.Choose(0);
            var first = CommandLineRun.In(states.Root, TwoStates.Generate);
            var before = states.Read();
            if (first.ExitCode != ExitCode.Done)
            {
                Assert.Empty(before);
                AssertClear(first);
                return;
            }

            states.Choose(1);
            var second = CommandLineRun.In(states.Root, TwoStates.Generate);
            AssertClear(second);
            Assert.Equal(before, states.Read());
        }
        finally
        {
            await Command.Run(states.Root, "umount", disk);
        }
    }

    [Theory]
    [InlineData("Models/A0.g.cs")]
    [InlineData("Models/Shared7.g.cs")]
    public void A_read_only_file_is_not_replaced_nor_is_any_other(string path)
    {
        using var states = new TwoStates();
        states.Reset(0);
        var file = states.Folder.At(TwoStates.Output, path);
        SetMode(file, UnixFileMode.UserRead | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        states.Choose(1);
        foreach (var force in new[] { "--strict", "--force" })
        {
            var run = CommandLineRun.In(states.Root, [.. TwoStates.Generate, force]);
            Assert.Equal(ExitCode.Errors, run.ExitCode);
            Assert.Contains($"generated/{path}(1,1): error SG6006: ", run.Error, StringComparison.Ordinal);
            Assert.Equal(states[0], states.Read());
        }

        File.SetAttributes(file, FileAttributes.Normal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("Models")]
    public void A_read_only_folder_is_an_error(string path)
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Windows has no read-only folders.");
        using var states = new TwoStates();
        states.Reset(0);
        var folder = states.Folder.At(TwoStates.Output, path);
        var read = UnixFileMode.UserRead | UnixFileMode.UserExecute;
        SetMode(folder, read);
        states.Choose(1);
        AssertClear(CommandLineRun.In(states.Root, TwoStates.Generate));
        Assert.Equal(states[0], states.Read());
        SetMode(folder, read | UnixFileMode.UserWrite);
    }

    [Fact]
    public async Task Files_follow_the_umask()
    {
        Assert.SkipUnless(!OperatingSystem.IsWindows(), "Windows has no umask.");
        using var states = new TwoStates();
        states.Choose(0);
        foreach (var mask in new[] { "0077", "0000" })
        {
            states.Reset(2);
            var tool = Path.Combine(AppContext.BaseDirectory, "SyncGen.dll");
            var run = await Command.Run(states.Root, "sh", "-c", $"umask {mask}; exec dotnet '{tool}' {string.Join(' ', TwoStates.Generate)}");
            Assert.Equal(ExitCode.Done, run.ExitCode);
            var expected = (UnixFileMode)(Convert.ToInt32("666", 8) & ~Convert.ToInt32(mask, 8));
            foreach (var file in Directory.EnumerateFiles(states.Folder.At(TwoStates.Output), "*", SearchOption.AllDirectories))
                Assert.Equal(expected, OperatingSystem.IsWindows() ? default : File.GetUnixFileMode(file));
        }
    }

    private static void AssertClear(CommandLineRun run)
    {
        Assert.Equal(ExitCode.Errors, run.ExitCode);
        Assert.Contains("error SG6006: The output cannot be written: ", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", run.Error, StringComparison.Ordinal);
    }

    private static void SetMode(string path, UnixFileMode mode)
    {
        if (OperatingSystem.IsWindows())
            File.SetAttributes(path, FileAttributes.ReadOnly);
        else
            File.SetUnixFileMode(path, mode);
    }
}
