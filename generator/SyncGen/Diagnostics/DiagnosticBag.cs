using System.Globalization;

namespace SyncGen.Diagnostics;

/// <summary>Collects what the stages report. A stage reports and goes on; it never throws for bad input.</summary>
internal sealed class DiagnosticBag(DiagnosticSettings settings)
{
    private readonly List<Diagnostic> _diagnostics = [];
    private readonly HashSet<(string Code, SourceSpan? Span, string Message)> _seen = [];

    public DiagnosticBag()
        : this(DiagnosticSettings.Default)
    {
    }

    /// <summary>The end of a message that stands for several places, of which it names the first; empty for one place.</summary>
    public static string InPlaces(int count) => count == 1 ? "" : $" It stands in {count} places, here first.";

    public bool HasErrors { get; private set; }

    /// <summary>The reports in the order they were made. The printer sorts by file and place.</summary>
    public ImmutableArray<Diagnostic> ToImmutable() => [.. _diagnostics];

    /// <summary>Reports a rule at a place; arguments are made safe to print. The same rule with the same words at the same place is reported once.</summary>
    public void Report(Rule rule, SourceSpan? span, params ReadOnlySpan<object> arguments)
    {
        var severity = settings.SeverityOf(rule);
        if (severity == Severity.None)
            return;
        var texts = ImmutableArray.CreateBuilder<string>(arguments.Length);
        foreach (var argument in arguments)
            texts.Add(DiagnosticText.Clean(Convert.ToString(argument, CultureInfo.InvariantCulture) ?? ""));
        var diagnostic = new Diagnostic(rule, severity, span, texts.DrainToImmutable());
        if (!_seen.Add((rule.Code, span, diagnostic.Message)))
            return;
        _diagnostics.Add(diagnostic);
        HasErrors |= severity == Severity.Error;
    }
}
