using System.Text.Json;
using SyncGen.Cli;

namespace SyncGen.Tests;

/// <summary>The published schema of syncgen.json says what the program reads.</summary>
public sealed class ConfigSchemaTests
{
    private static readonly JsonElement Schema = JsonDocument.Parse(File.ReadAllText(Repository.At("generator", "syncgen.schema.json"))).RootElement;

    [Fact]
    public void The_schema_knows_every_setting_and_no_more()
    {
        Assert.Equal(["$schema", .. ConfigFile.Settings, "targets"], NamesOf(Schema.GetProperty("properties")));
        Assert.Equal(ConfigFile.Settings, NamesOf(Schema.GetProperty("properties").GetProperty("targets").GetProperty("items").GetProperty("properties")));
    }

    [Fact]
    public void The_schema_knows_everything_that_can_be_generated()
    {
        var words = Schema.GetProperty("definitions").GetProperty("emit").GetProperty("items").GetProperty("enum");
        Assert.Equal(EmitNames.All, words.EnumerateArray().Select(word => word.GetString()!));
    }

    [Fact]
    public void The_schema_knows_everything_that_can_be_forgiven()
    {
        var words = Schema.GetProperty("definitions").GetProperty("lenient").GetProperty("items").GetProperty("enum");
        Assert.Equal(LeniencyNames.All, words.EnumerateArray().Select(word => word.GetString()!));
    }

    [Fact]
    public void The_schema_and_diagnostics_md_know_every_error_that_can_be_tolerated()
    {
        var words = Schema.GetProperty("definitions").GetProperty("tolerate").GetProperty("items").GetProperty("enum");
        Assert.Equal(RuleTable.Tolerable, string.Join(", ", words.EnumerateArray().Select(word => word.GetString())));
        var documentation = File.ReadAllText(Repository.At("generator", "DIAGNOSTICS.md"));
        Assert.Contains($"also with `--strict`: {RuleTable.Tolerable}.", documentation, StringComparison.Ordinal);
    }

    private static IEnumerable<string> NamesOf(JsonElement mapping) => mapping.EnumerateObject().Select(member => member.Name);
}
