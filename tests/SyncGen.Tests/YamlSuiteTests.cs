using System.Text;
using System.Text.Json;
using SyncGen.Bundling;
using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Tests;

/// <summary>The cases of yaml-test-suite, which lie beside the project: what they say is read, what they call wrong is refused.</summary>
public sealed class YamlSuiteTests
{
    private static readonly string Suite = Repository.At("..", "shared", "corpus", "yaml", "cases.json");

    /// <summary>YAML that is refused on purpose, for it can be no contract.</summary>
    private static readonly Rule[] NoContracts =
        [DocumentRules.SeveralDocuments, DocumentRules.EmptyFile, DocumentRules.NameIsNoText, DocumentRules.TagRefused];

    /// <summary>Where reading differs from the suite otherwise, and why.</summary>
    private static readonly Dictionary<string, string> Differences = new(StringComparer.Ordinal)
    {
        ["2JQS"] = "Two names are empty: SG1007.",
        ["MUS6-00"] = "YamlDotNet takes a comment behind a directive without a space.",
        ["QB6E"] = "A quoted text need not be indented: SG1031.",
        ["UKK6-00"] = "YamlDotNet knows no empty name behind a dash.",
    };

    [Fact]
    public void Every_case_is_read_or_refused_as_the_suite_says_but_for_listed_differences()
    {
        Assert.SkipUnless(File.Exists(Suite), "yaml-test-suite lies beside the project in ../shared/corpus/yaml, which is not there.");
        using var suite = JsonDocument.Parse(File.ReadAllBytes(Suite));
        var outcomes = suite.RootElement.EnumerateArray().Select(OutcomeOf).ToArray();
        Assert.Equal(402, outcomes.Length);
        Assert.Equal(Differences.Keys.Order(StringComparer.Ordinal), outcomes.Where(outcome => !outcome.IsRight).Select(outcome => outcome.Id).Order(StringComparer.Ordinal));
    }

    private static (string Id, bool IsRight) OutcomeOf(JsonElement @case)
    {
        var diagnostics = new DiagnosticBag();
        var text = SourceText.Decode("case.yaml", "/case.yaml", Encoding.UTF8.GetBytes(@case.GetProperty("yaml").GetString()!), diagnostics)!;
        var root = YamlNodeReader.Read(text, new NodeBudget(), diagnostics);
        return (@case.GetProperty("id").GetString()!, @case.GetProperty("fail").GetBoolean() ? diagnostics.HasErrors : IsRead(root, diagnostics, @case.GetProperty("json").GetString()));
    }

    private static bool IsRead(Node? root, DiagnosticBag diagnostics, string? json)
    {
        if (diagnostics.HasErrors)
            return diagnostics.ToImmutable().Any(diagnostic => NoContracts.Contains(diagnostic.Rule));
        if (json is null)
            return true;
        using var expected = JsonDocument.Parse(json);
        using var read = JsonDocument.Parse(JsonNodeWriter.Write(root!));
        return JsonElement.DeepEquals(expected.RootElement, read.RootElement);
    }
}
