using System.Text.Json;

namespace SyncGen.Conformance;

/// <summary>How a test of the suite ended.</summary>
internal enum Outcome
{
    /// <summary>A valid value is read and written back, a forbidden one is refused.</summary>
    Right,

    /// <summary>A valid value is refused, and nothing was told.</summary>
    Refused,

    /// <summary>A valid value is refused, and generating told something of the schema.</summary>
    RefusedTold,

    /// <summary>A forbidden value is accepted, and nothing was told.</summary>
    Silent,

    /// <summary>A forbidden value is accepted, and generating told something of the schema.</summary>
    Told,

    /// <summary>A valid value is another one when it is written back.</summary>
    Changed,

    /// <summary>The contract is refused, or its code does not compile.</summary>
    NotGenerated,
}

/// <summary>One test and how it ended.</summary>
internal sealed record TestOutcome(Group Group, Sample Sample, Outcome Outcome, string Detail)
{
    public static TestOutcome Of(GroupCode code, Sample sample, CompiledGroups compiled)
    {
        var (outcome, detail) = Judge(code, sample, compiled);
        return new TestOutcome(code.Group, sample, outcome, detail);
    }

    public override string ToString() => $"{Outcome,-12} {Group.Keyword} | {Group.Description} | {Sample.Description} | {Sample.Json} | {Detail}";

    private static (Outcome Outcome, string Detail) Judge(GroupCode code, Sample sample, CompiledGroups compiled)
    {
        var told = string.Join(" / ", code.Told);
        if (!code.IsGenerated)
            return (Outcome.NotGenerated, told);
        if (compiled.Read(code.Group, sample.Json) is not { } reading)
            return (Outcome.NotGenerated, "The code does not compile.");
        if (reading.Written is not { } written)
            return !sample.IsValid ? (Outcome.Right, reading.Refusal!) : (code.Told.IsEmpty ? Outcome.Refused : Outcome.RefusedTold, $"{reading.Refusal} {told}");
        if (!sample.IsValid)
            return code.Told.IsEmpty ? (Outcome.Silent, written) : (Outcome.Told, told);
        return IsSame(sample.Json, written) ? (Outcome.Right, "") : (Outcome.Changed, written);
    }

    private static bool IsSame(string json, string written)
    {
        using var before = JsonDocument.Parse(json);
        using var after = JsonDocument.Parse(written);
        return after.RootElement.TryGetProperty("v", out var value) && JsonElement.DeepEquals(before.RootElement, value);
    }
}
