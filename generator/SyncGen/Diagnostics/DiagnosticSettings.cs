namespace SyncGen.Diagnostics;

/// <summary>How the user tunes severities: <c>--strict</c>, <c>--suppress</c> and <c>severity</c> in syncgen.json.</summary>
/// <param name="IsStrict">Warnings become errors.</param>
/// <param name="Overrides">Severity by code. An error never becomes less than an error.</param>
internal sealed record DiagnosticSettings(bool IsStrict, ImmutableDictionary<string, Severity> Overrides)
{
    public static DiagnosticSettings Default { get; } = new(false, ImmutableDictionary<string, Severity>.Empty);

    public Severity SeverityOf(Rule rule)
    {
        if (rule.Severity == Severity.Error)
            return Severity.Error;
        var severity = Overrides.GetValueOrDefault(rule.Code, rule.Severity);
        return IsStrict && severity == Severity.Warning ? Severity.Error : severity;
    }
}
