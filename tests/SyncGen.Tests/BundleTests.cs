using SyncGen.Bundling;
using SyncGen.Diagnostics;

namespace SyncGen.Tests;

/// <summary>What holds for every bundle: it is a contract that reads the same in both forms and needs no more bundling.</summary>
public sealed class BundleTests
{
    public static TheoryData<string> Bundles =>
    [
        .. Case.All
            .Select(@case => Path.Combine(@case.ExpectedFolder, "bundle.yaml"))
            .Where(File.Exists)
            .Select(path => Path.GetRelativePath(Repository.Cases, path).Replace('\\', '/')),
    ];

    [Theory]
    [MemberData(nameof(Bundles))]
    public void Bundle_of_a_bundle_is_the_bundle(string path)
    {
        var yaml = Path.Combine(Repository.Cases, path);
        var json = Path.ChangeExtension(yaml, ".json");
        foreach (var file in new[] { yaml, json })
        {
            var diagnostics = new DiagnosticBag();
            var bundle = Pipeline.Bundle([file], Path.GetDirectoryName(file)!, inlinesBasePath: false, diagnostics);
            Assert.Empty(diagnostics.ToImmutable());
            Assert.Equal(File.ReadAllText(yaml), YamlNodeWriter.Write(bundle!));
            Assert.Equal(File.ReadAllText(json), JsonNodeWriter.Write(bundle!));
        }
    }
}
