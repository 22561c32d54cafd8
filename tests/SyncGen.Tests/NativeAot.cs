using System.Runtime.InteropServices;

namespace SyncGen.Tests;

/// <summary>Publishes projects as native programs, where that can be done.</summary>
internal static class NativeAot
{
    /// <summary>Skips the test where there is no linker.</summary>
    public static void SkipUnlessPossible()
    {
        Assert.SkipUnless(RuntimeInformation.RuntimeIdentifier is "linux-x64" or "debian.12-x64", $"Native AOT is tested on linux-x64, not on {RuntimeInformation.RuntimeIdentifier}.");
        Assert.SkipUnless(HasProgram("clang") && File.Exists("/usr/include/zlib.h"), "Native AOT needs clang and zlib1g-dev: apt-get install clang zlib1g-dev.");
    }

    /// <summary>Publishes a project into a folder, without a warning.</summary>
    public static async Task Publish(string project, string output)
    {
        var publish = await Command.Run(Repository.Root, "dotnet", "publish", project, "-r", "linux-x64", "-p:PublishAot=true", "--output", output, "--nologo", "-v", "q");
        Assert.True(publish.ExitCode == 0, publish.All);
        Assert.DoesNotContain("warning", publish.All, StringComparison.Ordinal);
    }

    /// <summary>Publishes a program, which must be one file, and runs it to its end.</summary>
    public static async Task<Command> PublishAndRun(string project)
    {
        SkipUnlessPossible();
        using var scratch = new ScratchFolder();
        await Publish(project, scratch.At("program"));
        Assert.Empty(Directory.GetFiles(scratch.At("program"), "*.dll"));
        return await Command.Run(scratch.Root, scratch.At("program", Path.GetFileName(project)));
    }

    private static bool HasProgram(string name) =>
        (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Any(folder => File.Exists(Path.Combine(folder, name)));
}
