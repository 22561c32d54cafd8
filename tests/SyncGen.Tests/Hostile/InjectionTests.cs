namespace SyncGen.Tests.Hostile;

/// <summary>No text of a contract becomes code.</summary>
public sealed class InjectionTests
{
    public static TheoryData<string> Cases => [.. Case.All.Where(@case => !@case.Name.StartsWith("bundling/", StringComparison.Ordinal)).Select(@case => @case.Name)];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Output_has_no_directive_and_no_declaration_that_no_template_has(string name) =>
        Assert.Empty(OutputCheck.ProblemsOf([.. Case.Run(new Case(name).Folder).Files.Where(file => file.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(file => (file.Path, file.Text))]));
}
