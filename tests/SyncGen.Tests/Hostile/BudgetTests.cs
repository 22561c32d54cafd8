using System.Diagnostics;
using System.Globalization;

namespace SyncGen.Tests.Hostile;

/// <summary>Contracts that ask for much end soon, without much memory, with an error that has a place, and write nothing.</summary>
public sealed class BudgetTests : IDisposable
{
    private const long MostMemory = 512L * 1024 * 1024;

    // Five million values, which a contract may have, take more.
    private const long MemoryOfValues = 4 * MostMemory;

    /// <summary>It is less than 5 s on a quiet machine.</summary>
    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(45);

    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    public static TheoryData<string, string> Contracts => new()
    {
        { "brackets.yaml", "SG1008" },
        { "brackets.json", "SG1008" },
        { "sequences.yaml", "SG1008" },
        { "aliases.yaml", "SG1009" },
        { "comments.yaml", "SG1002" },
        { "values.json", "SG1034" },
        { "text.json", "SG1019" },
        { "properties.json", "SG3161" },
        { "parameters.json", "SG3161" },
        { "cases.json", "SG3161" },
    };

    [Theory]
    [MemberData(nameof(Contracts))]
    public async Task Contract_that_asks_for_much_is_an_error_soon(string name, string code)
    {
        Write(name);
        var run = await Generate(name);

        Assert.Equal(1, run.ExitCode);
        Assert.Matches($@"{name}\(\d+,\d+\): error {code}: ", run.Error);
        Assert.False(Directory.Exists(_folder.At("out")));
    }

    [Fact]
    public async Task Device_is_no_contract()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("There is no /dev/zero on Windows.");
        var run = await Generate("/dev/zero", "--root", "/dev");

        Assert.Equal(1, run.ExitCode);
        Assert.False(Directory.Exists(_folder.At("out")));
    }

    [Fact]
    public async Task Budget_of_code_can_be_raised_and_lowered()
    {
        File.WriteAllText(_folder.At("small.json"), Properties(schemas: 300, properties: 4));

        Assert.Equal(0, (await Generate("small.json")).ExitCode);
        Directory.Delete(_folder.At("out"), recursive: true);
        var run = await Generate("small.json", "--max-output", "1");
        Assert.Equal(1, run.ExitCode);
        Assert.Matches(@"small.json\(1,1\): error SG5003: The code is larger than 1 MiB with the file '[A-Za-z0-9/.]+'", run.Error);
        Assert.False(Directory.Exists(_folder.At("out")));
        Assert.Equal(2, (await Generate("small.json", "--max-output", "much")).ExitCode);
        Assert.Equal(0, (await Generate("small.json", "--max-output", "100")).ExitCode);
    }

    /// <summary>Runs the tool, which may take neither much time nor much memory.</summary>
    private async Task<Command> Generate(string contract, params string[] more)
    {
        var watch = Stopwatch.StartNew();
        // The limit of the heap is what a container would have; a run that needs more ends with another exit code.
        var process = ToolProcess.Start(
            _folder.Root,
            [("DOTNET_GCHeapHardLimit", (contract == "values.json" ? MemoryOfValues : MostMemory).ToString("x", CultureInfo.InvariantCulture))],
            ["generate", contract, "--output", "out", "--namespace", "N", "--emit", "models,client,server,endpoints", .. more]);
        var run = await ToolProcess.Finish(process);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, MostTime);
        return run;
    }

    private void Write(string name)
    {
        using var file = new StreamWriter(_folder.At(name));
        switch (name)
        {
            case "brackets.yaml":
                file.Write($"openapi: 3.0.3\nx: {new string('[', 100_000)}\n");
                break;
            case "brackets.json":
                file.Write($"{{\"openapi\":\"3.0.3\",\"x\":{new string('[', 100_000)}");
                break;
            case "sequences.yaml":
                file.Write($"openapi: 3.0.3\nx:\n  {string.Concat(Enumerable.Repeat("- ", 100_000))}x\n");
                break;
            case "aliases.yaml":
                file.Write("openapi: 3.0.3\nx0: &a0 [x, x, x, x, x, x, x, x, x]\n");
                for (var level = 1; level < 30; level++)
                    file.Write($"x{level}: &a{level} [{string.Join(", ", Enumerable.Repeat($"*a{level - 1}", 9))}]\n");
                break;
            case "comments.yaml":
                for (var line = 0; line < 2_000_000; line++)
                    file.Write($"#{new string('x', 98)}\n");
                break;
            case "values.json":
                file.Write($"{{\"openapi\":\"3.0.3\",\"x\":[{string.Concat(Enumerable.Repeat("1,", 5_000_000))}1]}}");
                break;
            case "text.json":
                file.Write($"{{\"openapi\":\"3.0.3\",\"x\":\"{new string('x', 50_000_000)}\"}}");
                break;
            case "properties.json":
                file.Write(Properties(schemas: 400, properties: 400));
                break;
            case "parameters.json":
                file.Write(Contract(
                    string.Join(',', Enumerable.Range(0, 400).Select(number => $"\"/p{number}\":{{\"$ref\":\"#/paths/~1shared\"}}").Append($"\"/shared\":{{\"parameters\":[{Numbered(200, number => $"{{\"name\":\"p{number}\",\"in\":\"query\",\"schema\":{{\"type\":\"string\"}}}}")}],\"get\":{{\"responses\":{{\"200\":{{\"description\":\"x\"}}}}}}}}")),
                    ""));
                break;
            default:
                file.Write(Contract("", string.Join(',', [
                    $"\"Many\":{{\"oneOf\":[{Numbered(400, number => $"{{\"$ref\":\"#/components/schemas/C{number}\"}}")}]}}",
                    Numbered(400, number => $"\"C{number}\":{{\"type\":\"object\",\"properties\":{{\"p{number}\":{{\"type\":\"string\"}}}}}}"),
                    Numbered(400, number => $"\"U{number}\":{{\"allOf\":[{{\"$ref\":\"#/components/schemas/Many\"}},{{\"type\":\"object\",\"properties\":{{\"q{number}\":{{\"type\":\"string\"}}}}}}]}}"),
                ])));
                break;
        }
    }

    /// <summary>Each schema takes the properties of two others along.</summary>
    private static string Properties(int schemas, int properties) => Contract("", string.Join(',', [
        $"\"A\":{{\"type\":\"object\",\"properties\":{{{Numbered(properties / 2, number => $"\"a{number}\":{{\"type\":\"string\"}}")}}}}}",
        $"\"B\":{{\"type\":\"object\",\"properties\":{{{Numbered(properties / 2, number => $"\"b{number}\":{{\"type\":\"string\"}}")}}}}}",
        Numbered(schemas, number => $"\"S{number}\":{{\"allOf\":[{{\"$ref\":\"#/components/schemas/A\"}},{{\"$ref\":\"#/components/schemas/B\"}}]}}"),
    ]));

    private static string Numbered(int count, Func<int, string> text) => string.Join(',', Enumerable.Range(0, count).Select(text));

    private static string Contract(string paths, string schemas) =>
        $"{{\"openapi\":\"3.0.3\",\"info\":{{\"title\":\"T\",\"version\":\"1\"}},\"paths\":{{{paths}}},\"components\":{{\"schemas\":{{{schemas}}}}}}}";
}
