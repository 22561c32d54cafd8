using System.Text.RegularExpressions;

namespace SyncGen.Tests;

/// <summary>The rules of flow in ARCHITECTURE.md, read off the source.</summary>
public sealed partial class ArchitectureTests
{
    /// <summary>Which folders of the generator a folder may use, besides itself.</summary>
    private static readonly Dictionary<string, string[]> Uses = new(StringComparer.Ordinal)
    {
        ["Diagnostics"] = [],
        ["Documents"] = ["Diagnostics"],
        ["Linking"] = ["Diagnostics", "Documents"],
        ["Modeling"] = ["Diagnostics", "Documents", "Linking"],
        // Documents for JsonPointer alone: a test below keeps nodes out.
        ["Projection"] = ["Diagnostics", "Documents", "Modeling"],
        ["Rendering"] = ["Diagnostics", "Projection"],
        ["Writing"] = ["Diagnostics", "Rendering"],
        // A side branch behind Linking, for `syncgen bundle`.
        ["Bundling"] = ["Diagnostics", "Documents", "Linking"],
    };

    private static readonly string Generator = Repository.At("generator", "SyncGen");

    public static TheoryData<string> Stages => [.. Uses.Keys];

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_stage_uses_only_what_stands_left_of_it(string stage)
    {
        var allowed = Uses[stage].Append(stage).ToHashSet(StringComparer.Ordinal);
        var wrong = from file in SourceFiles(Path.Combine(Generator, stage))
                    from Match match in UsedStage().Matches(File.ReadAllText(file))
                    where Uses.ContainsKey(match.Groups[1].Value) || match.Groups[1].Value == "Cli"
                    where !allowed.Contains(match.Groups[1].Value)
                    select $"{Relative(file)} uses {match.Groups[1].Value}";
        Assert.Empty(wrong.Distinct());
    }

    [Fact]
    public void Every_folder_of_the_generator_is_a_stage_or_the_command_line() =>
        Assert.Equal(
            Uses.Keys.Append("Cli").Order(StringComparer.Ordinal),
            Directory.GetDirectories(Generator).Select(Path.GetFileName).Where(name => name is not ("bin" or "obj")).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("Projection", @"\b(Node|MappingNode|SequenceNode|ScalarNode|DocumentSet)\b")]
    [InlineData("Modeling", @"\bCSharp|\bScriban\b")]
    [InlineData("Rendering", @"\bModeling\b")]
    [InlineData("Writing", @"\bScriban\b|\bDeclaration\b")]
    public void A_stage_never_speaks_of(string stage, string pattern)
    {
        var wrong = SourceFiles(Path.Combine(Generator, stage)).Where(file => Regex.IsMatch(Code(file), pattern)).Select(Relative);
        Assert.Empty(wrong);
    }

    [Fact]
    public void Only_the_folders_that_own_files_and_the_console_may_touch_them()
    {
        var lifted = Regex.Match(File.ReadAllText(Repository.At(".editorconfig")), @"\[generator/SyncGen/\{(.*)\}\]\ndotnet_diagnostic.RS0030.severity = none");
        Assert.Equal("Program.cs,Cli/**.cs,Documents/**.cs,Writing/**.cs", lifted.Groups[1].Value);
    }

    [Fact]
    public void No_source_file_is_longer_than_300_lines()
    {
        var files = SourceFiles(Generator).Concat(SourceFiles(Repository.At("templates"))).Concat(SourceFiles(Repository.At("tests")));
        // The rules of a stage are a table, which only grows downwards.
        Assert.Empty(files.Where(file => File.ReadLines(file).Count() > 300 && !file.EndsWith("Rules.cs", StringComparison.Ordinal)).Select(Relative));
    }

    [Fact]
    public void Nothing_is_left_for_later()
    {
        var marks = new Regex(@"\b(TO" + "DO|FIX" + "ME|HA" + @"CK)\b|NotImplemented" + "Exception");
        string[] folders = ["generator", "templates", "tests"];
        var files = folders.SelectMany(folder => SourceFiles(Repository.At(folder)));
        Assert.Empty(files.Where(file => marks.IsMatch(File.ReadAllText(file))).Select(Relative));
    }

    [Fact]
    public void No_source_holds_characters_that_are_not_seen()
    {
        var hidden = new Regex("[\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]");
        var files = SourceFiles(Generator).Concat(SourceFiles(Repository.At("templates")));
        Assert.Empty(files.Where(file => hidden.IsMatch(File.ReadAllText(file))).Select(Relative));
    }

    /// <summary>Source of our own: what cases expect and what builds leave behind is not.</summary>
    private static IEnumerable<string> SourceFiles(string folder) =>
        from file in Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories)
        let path = "/" + Relative(file)
        where !path.StartsWith("/tests/cases/", StringComparison.Ordinal) && !Skipped().IsMatch(path)
        select file;

    private static string Relative(string file) => Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');

    /// <summary>The text without comments, which may speak of anything.</summary>
    private static string Code(string file) => Comment().Replace(File.ReadAllText(file), "");

    [GeneratedRegex(@"\bSyncGen\.([A-Z][A-Za-z]*)")]
    private static partial Regex UsedStage();

    [GeneratedRegex("//.*")]
    private static partial Regex Comment();

    [GeneratedRegex("/(bin|obj|node_modules|expected|artifacts)/")]
    private static partial Regex Skipped();
}
