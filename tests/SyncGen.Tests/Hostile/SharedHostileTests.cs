using System.Text.RegularExpressions;
using SyncGen.Testing;

namespace SyncGen.Tests.Hostile;

/// <summary>
/// The hostile contracts that lie beside the project, in ../shared/hostile, written by others. Its README says what is wanted of each; what real
/// contracts do may be a positioned warning that <c>--strict</c> makes an error.
/// </summary>
public sealed class SharedHostileTests : IClassFixture<SharedHostileTests.Copy>, IDisposable
{
    private static readonly string Shared = Repository.At("..", "shared", "hostile");

    private readonly Copy _copy;
    private readonly ScratchFolder _output = new();

    public SharedHostileTests(Copy copy)
    {
        _copy = copy;
        Assert.SkipUnless(File.Exists(Path.Combine(Shared, "INDEX.tsv")), "The hostile contracts lie beside the project in ../shared/hostile, which is not there.");
    }

    public void Dispose() => _output.Dispose();

    /// <summary>The contracts that are to be refused, with the line of the error.</summary>
    public static TheoryData<string, string> Refused => [.. Index("reject").Select(row => (row[0], row[4].Split(':')[0]))];

    public static TheoryData<string> Safe => [.. Index("safe").Select(row => row[0])];

    [Theory]
    [MemberData(nameof(Refused))]
    public void Contract_is_refused_with_its_place(string file, string line)
    {
        var run = Generate(file);
        AssertQuiet(run);
        if (run.ExitCode == 0)
        {
            // Real contracts have it.
            AssertPlaced(run.Error, file, line, "warning");
            Directory.Delete(_output.At("out"), recursive: true);
            run = Generate(file, "--strict");
            AssertQuiet(run);
        }

        Assert.Equal(1, run.ExitCode);
        AssertPlaced(run.Error, file, line, "error");
        Assert.False(Directory.Exists(_output.At("out")));
    }

    [Theory]
    [MemberData(nameof(Safe))]
    public void Contract_becomes_safe_code(string file)
    {
        var run = Generate(file);
        AssertQuiet(run);
        Assert.True(run.ExitCode == 0, run.Error);
        (string Path, string Text)[] files =
        [
            .. Directory.EnumerateFiles(_output.At("out"), "*.cs", SearchOption.AllDirectories)
                .Select(path => (Path.GetRelativePath(_output.At("out"), path).Replace('\\', '/'), File.ReadAllText(path))),
        ];
        Assert.Empty(OutputCheck.ProblemsOf(files));
        var compilation = OutputCompiler.Compile(files, usesAspNetCore: true);
        Assert.Empty(OutputCompiler.Emit(compilation).Problems);
        Assert.DoesNotContain(compilation.GetSymbolsWithName(name => name.Contains("Pwned", StringComparison.Ordinal), cancellationToken: TestContext.Current.CancellationToken), symbol => symbol.Name == "Pwned");
    }

    private CommandLineRun Generate(string file, params string[] more) => CommandLineRun.In(
        _copy.Folder.At("cases"),
        ["generate", Path.GetFileName(file), "--output", _output.At("out"), "--namespace", "N", "--emit", "models,client,server,endpoints", .. more]);

    private static void AssertPlaced(string error, string file, string line, string severity)
    {
        var place = line.Length == 0 ? @"\d+" : line;
        Assert.Matches($@"(?m)^{Regex.Escape(Path.GetFileName(file))}\({place},\d+\): {severity} SG\d+: ", error);
    }

    /// <summary>Nothing printed speaks to a terminal or to a build server.</summary>
    private static void AssertQuiet(CommandLineRun run)
    {
        Assert.InRange(run.ExitCode, 0, 1);
        Assert.DoesNotMatch(@"TOPSECRET-MARKER|[\u001B\u0007\u202A-\u202E\u2066-\u2069]|(?m)^\s*(::|##vso\[|##teamcity\[)|(?m)^\s+at SyncGen|Unhandled exception", run.Output + run.Error);
    }

    private static IEnumerable<string[]> Index(string expect)
    {
        var path = Path.Combine(Shared, "INDEX.tsv");
        if (!File.Exists(path))
            return [["none", "", "", "", ""]];
        return File.ReadLines(path).Skip(1).Select(line => line.Split('\t')).Where(row => row[2] == expect && row[0].StartsWith("cases/", StringComparison.Ordinal));
    }

    /// <summary>A copy of the contracts, with the link that they speak of.</summary>
    public sealed class Copy : IDisposable
    {
        public Copy()
        {
            if (!Directory.Exists(Shared))
                return;
            foreach (var part in new[] { "cases", "outside" })
                Folder.CopyFrom(Path.Combine(Shared, part), part);
            if (!OperatingSystem.IsWindows() && !File.Exists(Folder.At("cases", "parts", "link.yaml")))
                File.CreateSymbolicLink(Folder.At("cases", "parts", "link.yaml"), "../../outside/secret.yaml");
        }

        internal ScratchFolder Folder { get; } = new();

        public void Dispose() => Folder.Dispose();
    }
}
