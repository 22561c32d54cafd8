using System.Globalization;

namespace SyncGen.Tests;

/// <summary>The same contract gives the same bytes, wherever, whenever and however often.</summary>
public sealed class DeterminismTests
{
    [Theory]
    [MemberData(nameof(Case.Names), MemberType = typeof(Case))]
    public void Cultures_do_not_matter(string name)
    {
        var folder = new Case(name).Folder;
        var expected = In("en-US", folder);
        Assert.Equal(expected, In("tr-TR", folder));
        Assert.Equal(expected, In("ar-SA", folder));
    }

    [Theory]
    [MemberData(nameof(Case.Names), MemberType = typeof(Case))]
    public void Place_and_line_ends_do_not_matter(string name)
    {
        var folder = new Case(name).Folder;
        using var copy = new ScratchFolder();
        copy.CopyFrom(folder, "far/away");
        var expected = TextOf(Case.Run(folder));
        Assert.Equal(expected, TextOf(Case.Run(copy.At("far", "away"))));
        foreach (var file in Directory.EnumerateFiles(copy.At("far", "away"), "*.yaml", SearchOption.AllDirectories))
        {
            // Bytes, for a case may hold text that is not UTF-8 on purpose.
            var bytes = File.ReadAllBytes(file);
            if (!bytes.Contains((byte)'\r'))
                File.WriteAllBytes(file, [.. bytes.SelectMany(value => value == (byte)'\n' ? "\r\n"u8.ToArray() : [value])]);
        }

        Assert.Equal(expected, TextOf(Case.Run(copy.At("far", "away"))));
    }

    [Fact]
    public void The_order_in_which_the_disk_lists_files_does_not_matter()
    {
        using var forward = new ScratchFolder();
        using var backward = new ScratchFolder();
        string[] names = ["a.yaml", "b.yaml", "c.yaml", "d.yaml", "e.yaml"];
        foreach (var name in names)
            forward.Write(name, ContractOf(name));
        foreach (var name in names.Reverse())
            backward.Write(name, ContractOf(name));
        Assert.Equal(Generate(forward), Generate(backward));
    }

    private static string ContractOf(string name) =>
        PetShop.Contract.Replace("Pet:", $"Pet{name[0]}:", StringComparison.Ordinal).Replace("Toy:", $"Toy{name[0]}:", StringComparison.Ordinal);

    private static string Generate(ScratchFolder folder)
    {
        var run = CommandLineRun.In(folder.Root, "generate", "*.yaml", "-o", "out", "-n", "N", "--emit", "models,client", "--name", "Pets");
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
        var files = Directory.EnumerateFiles(folder.At("out"), "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        return string.Concat(files.Select(file => $"{Path.GetRelativePath(folder.Root, file)}\n{File.ReadAllText(file)}"));
    }

    private static string In(string culture, string folder)
    {
        var before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            return TextOf(Case.Run(folder));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static string TextOf(Outcome outcome) =>
        string.Join('\n', outcome.Diagnostics) + string.Concat(outcome.Files.Select(file => $"\n{file.Path}\n{file.Text}"));
}
