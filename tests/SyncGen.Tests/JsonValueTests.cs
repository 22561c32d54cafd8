using System.Reflection;
using System.Text.Json;
using SyncGen.Testing;

namespace SyncGen.Tests;

/// <summary>
/// Reads and writes JSON with what is generated: a case with a <c>values.txt</c> has a line for each text, <c>Type {...}</c> for one that
/// comes out as it went in, <c>Type {...} =&gt; {...}</c> for one that comes out otherwise, <c>Type {...} ! words</c> for one that is refused;
/// behind <c> ? </c> stands what <c>Validate</c> says of it.
/// SYNCGEN_ACCEPT=1 writes what comes out into the file.
/// </summary>
public sealed class JsonValueTests
{
    public static TheoryData<string> Names => [.. Case.All.Where(@case => File.Exists(ValuesOf(@case))).Select(@case => @case.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Generated_types_read_and_write_json(string name)
    {
        var @case = new Case(name);
        var files = Case.Run(@case.Folder).Files.Select(file => (file.Path, file.Text));
        var (stream, problems) = OutputCompiler.Emit(OutputCompiler.Compile(files, usesAspNetCore: false));
        Assert.Empty(problems);
        var assembly = Assembly.Load(stream.ToArray());
        if (Environment.GetEnvironmentVariable("SYNCGEN_ACCEPT") == "1")
            Accept(@case, assembly);
        foreach (var line in File.ReadLines(ValuesOf(@case)).Where(line => line.Length > 0 && line[0] != '#'))
            Assert.Equal((line, ExpectedOf(line)), (line, OutcomeOf(assembly, line)));
    }

    private static void Accept(Case @case, Assembly assembly)
    {
        var lines = File.ReadAllLines(ValuesOf(@case)).Select(line =>
        {
            if (line.Length == 0 || line[0] == '#' || ExpectedOf(line) == OutcomeOf(assembly, line))
                return line;
            var outcome = OutcomeOf(assembly, line);
            var prefix = outcome.StartsWith("! ", StringComparison.Ordinal) ? $"{TextOf(line)} " : outcome.StartsWith(TextOf(line), StringComparison.Ordinal) ? "" : $"{TextOf(line)} => ";
            return $"{line.Split(' ')[0]} {prefix}{outcome}";
        });
        File.WriteAllLines(ValuesOf(@case), lines.ToArray());
    }

    /// <summary>What Validate says, behind a question mark.</summary>
    private static string ViolationsOf(object? value)
    {
        if (value?.GetType().GetMethod("Validate") is not { } validate)
            return "";
        var violations = ((System.Collections.IEnumerable)validate.Invoke(value, null)!).Cast<object>().ToArray();
        var texts = violations.Select(violation => $"{violation.GetType().GetProperty("Path")!.GetValue(violation)}: {violation.GetType().GetProperty("Message")!.GetValue(violation)}");
        return violations.Length == 0 ? "" : " ? " + string.Join(" ", texts);
    }

    private static string ValuesOf(Case @case) => Path.Combine(@case.Folder, "values.txt");

    private static string TextOf(string line) => line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..].Split(" => ")[0].Split(" ! ")[0].Split(" ? ")[0];

    private static string ExpectedOf(string line) => line.Split(" => ") is [_, var other] ? other : line.Split(" ! ") is [_, var words] ? "! " + words : line[(line.IndexOf(' ', StringComparison.Ordinal) + 1)..];

    private static string OutcomeOf(Assembly assembly, string line)
    {
        var type = assembly.GetType("Example." + line.Split(' ')[0], throwOnError: true)!;
        try
        {
            var value = JsonSerializer.Deserialize(TextOf(line), type);
            var text = JsonSerializer.Serialize(value, type);
            // What was written is read as the same value, which is written as the same text.
            Assert.Equal(text, JsonSerializer.Serialize(JsonSerializer.Deserialize(text, type), type));
            return text + ViolationsOf(value);
        }
        catch (JsonException error)
        {
            return "! " + error.Message;
        }
    }
}
