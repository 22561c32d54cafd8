namespace SyncGen.Diagnostics;

/// <summary>How the user tunes severities: <c>--strict</c>, <c>--suppress</c>, <c>--tolerate</c>, and <c>severity</c> and <c>tolerate</c> in syncgen.json.</summary>
/// <param name="IsStrict">Warnings become errors.</param>
/// <param name="Overrides">Severity by code, never of an error.</param>
/// <param name="Tolerated">The codes of errors that are warnings, even under <c>--strict</c>; only of rules with a safe reading.</param>
internal sealed record DiagnosticSettings(bool IsStrict, ImmutableDictionary<string, Severity> Overrides, ImmutableHashSet<string> Tolerated)
{
    public static DiagnosticSettings Default { get; } = new(false, ImmutableDictionary<string, Severity>.Empty, []);

    public Severity SeverityOf(Rule rule)
    {
        if (rule.Severity == Severity.Error)
            return Tolerated.Contains(rule.Code) ? Severity.Warning : Severity.Error;
        var severity = Overrides.GetValueOrDefault(rule.Code, rule.Severity);
        return IsStrict && severity == Severity.Warning ? Severity.Error : severity;
    }
}
