using SyncGen.Cli;
using SyncGen.Writing;

namespace SyncGen.Tests;

/// <summary>Every folder below tests/cases is a test. SYNCGEN_ACCEPT=1 writes what comes out into the folder.</summary>
public sealed class CaseTests
{
    private static bool IsAccepting => Environment.GetEnvironmentVariable("SYNCGEN_ACCEPT") == "1";

    [Theory]
    [MemberData(nameof(Case.Names), MemberType = typeof(Case))]
    public void Case_gives_what_is_expected(string name)
    {
        var @case = new Case(name);
        var outcome = Case.Run(@case.Folder);
        if (IsAccepting)
            Accept(@case, outcome);
        Assert.Equal(ReadDiagnostics(@case), string.Join('\n', outcome.Diagnostics));
        // A case that is about diagnostics alone does not say which files come out beside warnings.
        if (!@case.HasExpectedFiles && File.Exists(@case.DiagnosticsFile))
            return;
        var stale = OutputFolder.CompareWhole(@case.Compared(outcome.Files), @case.ExpectedFolder).Stale.ToArray();
        Assert.True(stale.Length == 0, DifferenceOf(stale));
    }

    private static string ReadDiagnostics(Case @case) =>
        File.Exists(@case.DiagnosticsFile) ? File.ReadAllText(@case.DiagnosticsFile).ReplaceLineEndings("\n").TrimEnd('\n') : "";

    private static void Accept(Case @case, Outcome outcome)
    {
        if (outcome.Diagnostics.IsEmpty)
            File.Delete(@case.DiagnosticsFile);
        else
            File.WriteAllText(@case.DiagnosticsFile, string.Join('\n', outcome.Diagnostics) + "\n");
        if (@case.HasExpectedFiles || outcome.Diagnostics.IsEmpty)
            OutputFolder.WriteWhole(OutputFolder.CompareWhole(@case.Compared(outcome.Files), @case.ExpectedFolder), @case.ExpectedFolder);
    }

    private static string DifferenceOf(IEnumerable<FileChange> stale) =>
        "The output differs; when it is right, accept it with SYNCGEN_ACCEPT=1.\n"
        + string.Join('\n', stale.Select(change => UnifiedDiff.Of(change, change.Path)));
}
