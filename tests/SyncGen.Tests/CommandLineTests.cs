using System.Text.Json;
using SyncGen.Cli;

namespace SyncGen.Tests;

/// <summary>What a user sees of the commands: exit codes, messages, output.</summary>
public sealed class CommandLineTests
{
    [Theory]
    [InlineData]
    [InlineData("generate", "--nonsense")]
    [InlineData("generate", "missing-output.yaml")]
    [InlineData("generate", "a.yaml", "--output", "o")]
    [InlineData("generate", "a.yaml", "--output", "o", "--namespace", "1st")]
    [InlineData("generate", "a.yaml", "--output", "o", "--namespace", "N", "--emit", "clients")]
    [InlineData("generate", "a.yaml", "--output", "o", "--namespace", "N", "--json", "text")]
    [InlineData("generate", "a.yaml", "--output", "o", "--namespace", "N", "--numbers", "float")]
    [InlineData("generate", "a.yaml", "--output", "o", "--namespace", "N", "--enums")]
    [InlineData("generate", "a.yaml", "--output", "o", "--namespace", "N", "--suppress", "SG9999")]
    [InlineData("generate", "a.yaml", "--output", "o", "--namespace", "N", "--suppress", "SG1001")]
    [InlineData("generate", "a.yaml", "--output", "o", "--namespace", "N", "--tolerate", "SG1001")]
    [InlineData("generate", "a.yaml", "--output", "o", "--namespace", "N", "--tolerate", "SG1030")]
    [InlineData("bundle", "a.yaml", "--tolerate", "SG9999")]
    [InlineData("generate", "a.yaml", "--output", "o", "--namespace", "N", "--templates", "none")]
    [InlineData("generate", "--config", "none.json")]
    [InlineData("generate", "a.yaml", "--output", "o", "--namespace", "N", "--frobnicate")]
    [InlineData("bundle", "a.yaml", "--suppress", "SG2006")]
    [InlineData("inspect", "-x", "a.yaml")]
    [InlineData("check")]
    [InlineData("inspect")]
    [InlineData("templates", "export")]
    public void A_wrong_command_line_says_so_and_exits_with_2(params string[] arguments)
    {
        using var folder = new ScratchFolder();
        var run = CommandLineRun.In(folder.Root, arguments);
        Assert.Equal(ExitCode.Usage, run.ExitCode);
        Assert.NotEmpty(run.Error + run.Output);
        Assert.Empty(Directory.EnumerateFileSystemEntries(folder.Root));
    }

    [Fact]
    public void Generate_without_arguments_reads_the_configuration_file()
    {
        using var folder = PetShop.Folder();
        var run = CommandLineRun.In(folder.Root, "generate");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        Assert.Matches("^generated: [0-9]+ written, 0 unchanged, 0 deleted\n$", run.Output);
        Assert.Contains("namespace Pets;", folder.Read("generated/Models/Pet.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_line_wins_over_the_configuration_file()
    {
        using var folder = PetShop.Folder();
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "generate", "--config", "syncgen.json", "--namespace", "Zoo", "-o", "zoo").ExitCode);
        Assert.Contains("namespace Zoo;", folder.Read("zoo/Models/Pet.g.cs"), StringComparison.Ordinal);
    }

    [Fact]
    public void Choices_on_the_command_line_are_those_of_the_configuration_file()
    {
        using var folder = new ScratchFolder();
        folder.Write("all.yaml", """
            openapi: 3.0.3
            info: { title: All, version: "1" }
            paths: {}
            components: { schemas: { All: { type: object, properties: { size: { type: number }, kind: { type: string, enum: [a] }, any: {} } } } }
            """);
        folder.Write("syncgen.json", """{ "contracts": ["all.yaml"], "output": "file", "namespace": "N", "emit": ["models"], "json": "raw", "numbers": "decimal", "enums": "closed" }""");
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "generate").ExitCode);
        string[] arguments = ["generate", "all.yaml", "-o", "line", "--namespace", "N", "--emit", "models", "--json", "raw", "--numbers", "decimal", "--enums", "closed"];
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, arguments).ExitCode);
        Assert.Contains("public decimal? Size", folder.Read("line/Models/All.g.cs"), StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder.At("file"), "*.cs", SearchOption.AllDirectories))
            Assert.Equal(File.ReadAllText(file), folder.Read(Path.Combine("line", Path.GetRelativePath(folder.At("file"), file))));
    }

    [Fact]
    public void Targets_of_a_configuration_file_are_generated_one_by_one()
    {
        using var folder = PetShop.Folder();
        folder.Write("syncgen.json", """
            {
              "contracts": ["api/*.yaml"],
              "emit": ["models"],
              "targets": [
                { "output": "one", "namespace": "One" },
                { "output": "two", "namespace": "Two", "json": "raw" }
              ]
            }
            """);
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "generate").ExitCode);
        Assert.Contains("namespace One;", folder.Read("one/Models/Pet.g.cs"), StringComparison.Ordinal);
        Assert.Contains("namespace Two;", folder.Read("two/Models/Pet.g.cs"), StringComparison.Ordinal);
        Assert.Equal(ExitCode.Usage, CommandLineRun.In(folder.Root, "generate", "--config", "syncgen.json", "-o", "three").ExitCode);
    }

    [Fact]
    public void A_mistake_in_the_configuration_file_has_a_place_and_exits_with_2()
    {
        using var folder = PetShop.Folder();
        folder.Write("settings/syncgen.json", "{\n  \"strict\": 1\n}");
        var run = CommandLineRun.In(folder.Root, "generate", "--config", "settings/syncgen.json");
        Assert.Equal((ExitCode.Usage, "settings/syncgen.json(2,13): error SG0002: 'strict' must be true or false.\n1 error\n"), (run.ExitCode, run.Error));
    }

    [Fact]
    public void A_contract_with_errors_writes_nothing_and_exits_with_1()
    {
        using var folder = PetShop.Folder();
        folder.Write("api/pets.yaml", "swagger: '2.0'\ninfo: [\n");
        var run = CommandLineRun.In(folder.Root, "generate");
        Assert.Equal(ExitCode.Errors, run.ExitCode);
        Assert.Matches(@"^api/pets.yaml\([0-9]+,[0-9]+\): error SG1[0-9]{3}: .*\n1 error\n$", run.Error);
        Assert.False(Directory.Exists(folder.At("generated")));
    }

    [Fact]
    public void A_terminal_gets_the_source_line_with_a_caret()
    {
        using var folder = PetShop.Folder();
        folder.Write("syncgen.json", "{\n\t\"strict\": \"\u001B[31myes\u202E\"\n}");
        var run = CommandLineRun.AtTerminal(folder.Root, "generate");
        Assert.DoesNotContain('\u001B', run.Error);
        Assert.DoesNotContain('\u202E', run.Error);
        folder.Write("syncgen.json", "{\n\t\"strict\": \"yes\"\n}");
        run = CommandLineRun.AtTerminal(folder.Root, "generate");
        Assert.Equal(
            "syncgen.json(2,12): error SG0002: 'strict' must be true or false.\n  2 |  \"strict\": \"yes\"\n    |            ^~~~~\n1 error\n",
            run.Error);
    }

    [Fact]
    public void Inspect_prints_json()
    {
        using var folder = PetShop.Folder();
        var run = CommandLineRun.In(folder.Root, "inspect", "api/pets.yaml");
        Assert.Equal((ExitCode.Done, ""), (run.ExitCode, run.Error));
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal(1, document.RootElement.GetProperty("version").GetInt32());
        var schema = document.RootElement.GetProperty("schemas")[0];
        Assert.Equal("pets.yaml", schema.GetProperty("file").GetString());
        Assert.Equal("/definitions/Pet", schema.GetProperty("pointer").GetString());
        Assert.Equal("Pet", schema.GetProperty("type").GetString());
        Assert.Contains("Models/Pet.g.cs", document.RootElement.GetProperty("files").EnumerateArray().Select(file => file.GetString()));
    }

    [Fact]
    public void Exported_templates_generate_the_same_code_and_a_changed_one_takes_effect()
    {
        using var folder = PetShop.Folder();
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "templates", "export", "look").ExitCode);
        Assert.Equal(ExitCode.Usage, CommandLineRun.In(folder.Root, "templates", "export", "look").ExitCode);
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "generate").ExitCode);
        Assert.Equal(ExitCode.Done, CommandLineRun.In(folder.Root, "check", "--config", "syncgen.json", "--templates", "look").ExitCode);

        folder.Write("look/ModelRecord.scriban", "namespace N;\n// {{ Missing }}\n");
        var run = CommandLineRun.In(folder.Root, "generate", "--config", "syncgen.json", "--templates", "look");
        Assert.Equal(ExitCode.Errors, run.ExitCode);
        Assert.StartsWith("look/ModelRecord.scriban(2,7): error SG5002: ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Strict_makes_warnings_errors_and_suppress_hides_them()
    {
        using var folder = PetShop.Folder();
        folder.Write("look/Unknown.scriban", "");
        string[] arguments = ["generate", "--config", "syncgen.json", "--templates", "look"];
        Assert.Equal((ExitCode.Done, true), (CommandLineRun.In(folder.Root, arguments).ExitCode, CommandLineRun.In(folder.Root, arguments).Error.Contains("warning SG0006", StringComparison.Ordinal)));
        Assert.Equal(ExitCode.Errors, CommandLineRun.In(folder.Root, [.. arguments, "--strict"]).ExitCode);
        Assert.Equal((ExitCode.Done, ""), CommandLineRun.In(folder.Root, [.. arguments, "--strict", "--suppress", "SG0006"]) is var run ? (run.ExitCode, run.Error) : default);
    }
}
