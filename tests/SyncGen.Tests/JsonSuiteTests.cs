using SyncGen.Diagnostics;
using SyncGen.Documents;

namespace SyncGen.Tests;

/// <summary>The files of JSONTestSuite, which lie beside the project, as contracts: what must be read (y_) is, what must not (n_) is refused, the others (i_) do no harm.</summary>
public sealed class JsonSuiteTests
{
    private static readonly string Suite = Repository.At("..", "shared", "corpus", "json-parsing", "test_parsing");

    /// <summary>JSON that is refused on purpose, for it can be no contract.</summary>
    private static readonly Rule[] NoContracts = [DocumentRules.DuplicateName];

    [Fact]
    public void Every_file_is_read_or_refused_as_the_suite_says()
    {
        Assert.SkipUnless(Directory.Exists(Suite), "JSONTestSuite lies beside the project in ../shared/corpus/json-parsing, which is not there.");
        var files = Directory.GetFiles(Suite, "*.json");
        Assert.Equal(318, files.Length);
        Assert.Empty(files.Where(file => !IsRight(file)).Select(file => Path.GetFileName(file)));
    }

    private static bool IsRight(string file)
    {
        var diagnostics = new DiagnosticBag();
        if (SourceText.Decode("case.json", "/case.json", File.ReadAllBytes(file), diagnostics) is { } text)
            JsonNodeReader.Read(text, new NodeBudget(), diagnostics);
        return Path.GetFileName(file)[0] switch
        {
            'y' => !diagnostics.HasErrors || diagnostics.ToImmutable().All(diagnostic => NoContracts.Contains(diagnostic.Rule)),
            'n' => diagnostics.HasErrors,
            _ => true,
        };
    }
}
